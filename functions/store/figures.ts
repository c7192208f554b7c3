import { InputError } from '../../core/input-error.ts'
import type { Tally } from '../../core/survey/tally.ts'
import { emptyTally } from '../../core/survey/tally.ts'
import { type DayHead, dayHeadSchema } from './day-head.ts'
import { type Groups, type KeptFigures, keptFigures, wantFigures } from './kept-figures.ts'
import { figuresKey } from './recounted-day.ts'
import { isForAudit } from './recounts.ts'
import { RequestRecounts } from './request-recounts.ts'
import type { Table } from './table.ts'
import { itemsIn } from './table.ts'
import type { Partition } from './workspace-key.ts'

/** The table, and what time it is. */
export type TimedTable = Table & { now: () => Date }

/**
 * What lies by day, `R#day#id`, in partitions with a head `H#day` that every write of the day bumps: a survey's answers,
 * or its invitations.
 */
export type DaySource = {
  partitions: { rows: Partition; figures: Partition }[]
  /** Names the cut in the keys of kept figures. */
  cut: string
  /** Counts a row into the tally of its value of the cut; one that does not count is left out. */
  count: (groups: Map<string, Tally>, row: unknown) => void
}

/** What one day holds of a value of the cut, counted. */
export type DayTally = Tally & { day: string; value: string }

/** Counted days; `behind` is since when those among them are that could not be counted again now, an instant. */
export type CountedDays = { days: DayTally[]; behind: string | undefined }

/** A day whose figures were not counted from the version that its head has. */
export type StaleDay = { day: string; head: DayHead; kept: KeptFigures | undefined } & DaySource['partitions'][number]

type Span = { from: string; to: string }

/** Days recounted at once; each is one query. */
const RECOUNTS_AT_ONCE = 8

/**
 * The rows of a span of days by one cut, counted exactly as of now, or as of `behind`.
 *
 * Days whose figures were counted from the version that their head has are taken as they are, the others are counted
 * again and kept for next time, as far as somebody can wait for it.
 *
 * @throws InputError `figuresCounting` where days that were never counted are left: the next call goes on.
 */
export async function dayTallies(table: TimedTable, source: DaySource, span: Span): Promise<CountedDays> {
  const recounts = RequestRecounts.of(table)
  recounts.ask(source)
  const looked = await Promise.all(source.partitions.map((partition) => lookedAt(table, source, partition, span)))
  const days = looked.flatMap(({ fresh }) => fresh)
  const stale = looked.flatMap((each) => each.stale)
  const now = recounts.take(source, stale, table.now())
  for (let i = 0; i < now.length; i += RECOUNTS_AT_ONCE) {
    const some = now
      .slice(i, i + RECOUNTS_AT_ONCE)
      .map(async (each) => tallied(each.day, await recounts.groups(table, source, each)))
    days.push(...(await Promise.all(some)).flat())
  }
  const taken = new Set(now)
  const rest = stale.filter((each) => !taken.has(each))
  const never = rest.filter(({ kept }) => !kept)
  for (const { figures, day, head } of never) {
    if (isForAudit(head)) await wantFigures(table, figuresKey(source, figures, day))
  }
  if (never.length > 0) throw new InputError('figuresCounting', { days: never.length })
  days.push(...rest.flatMap(({ day, kept }) => tallied(day, kept!.groups)))
  return { days, behind: rest.map(({ kept }) => kept!.at).sort()[0] }
}

async function lookedAt(
  table: Table,
  source: DaySource,
  partition: DaySource['partitions'][number],
  span: Span,
): Promise<{ fresh: DayTally[]; stale: StaleDay[] }> {
  const [heads, allKept] = await Promise.all([
    dayHeads(table, partition.rows, span),
    keptFigures(table, partition.figures, source.cut, span),
  ])
  const fresh: DayTally[] = []
  const stale: StaleDay[] = []
  for (const [day, head] of heads) {
    const kept = allKept.get(day)
    if (kept?.version === head.version) fresh.push(...tallied(day, kept.groups))
    else stale.push({ ...partition, day, head, kept })
  }
  return { fresh, stale }
}

/** The tally of a value among others, begun where there is none. */
export function tallyOf(groups: Map<string, Tally>, value: string): Tally {
  const tally = groups.get(value) ?? emptyTally()
  groups.set(value, tally)
  return tally
}

function tallied(day: string, groups: Groups): DayTally[] {
  return groups.map((group) => ({ day, ...group }))
}

async function dayHeads(table: Table, pk: Partition, { from, to }: Span): Promise<Map<string, DayHead>> {
  const heads = new Map<string, DayHead>()
  for await (const head of itemsIn(table, dayHeadSchema, { pk, from: `H#${from}`, to: `H#${to}` })) {
    heads.set(head.sk.slice('H#'.length), head)
  }
  return heads
}
