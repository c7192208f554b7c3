import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { InferOutput } from 'valibot'
import { array, number, object, parse, record, string, unknown } from 'valibot'
import type { Tally } from '../../core/survey/tally.ts'
import { emptyTally } from '../../core/survey/tally.ts'
import { type DayHead, dayHeadSchema, stampSchema } from './day-head.ts'
import type { ItemKey, Table } from './table.ts'
import { itemsIn, prefixed } from './table.ts'
import type { Partition } from './workspace-key.ts'

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

/** `cut#day`: the day recounted, and the version of its head that it was counted from. */
export const figuresSchema = object({
  sk: string(),
  version: number(),
  groups: array(object({ value: string(), n: number(), questions: record(string(), record(string(), number())) })),
})
export type Groups = InferOutput<typeof figuresSchema>['groups']

type Span = { from: string; to: string }

/** An item holds 400 KB; as JSON, figures are larger than as DynamoDB counts them. */
const MOST_BYTES = 350_000

/** Days recounted at once; each is one query. */
const RECOUNTS_AT_ONCE = 8

/**
 * The rows of a span of days by one cut, counted exactly as of now.
 *
 * Days whose figures were counted from the version that their head has are taken as they are, the others are counted
 * again and kept for next time.
 */
export async function dayTallies(table: Table, source: DaySource, span: Span): Promise<DayTally[]> {
  const tallies = await Promise.all(source.partitions.map((partition) => bucketTallies(table, source, partition, span)))
  return tallies.flat()
}

async function bucketTallies(
  table: Table,
  source: DaySource,
  { rows, figures }: DaySource['partitions'][number],
  span: Span,
): Promise<DayTally[]> {
  const [heads, kept] = await Promise.all([dayHeads(table, rows, span), keptFigures(table, figures, source.cut, span)])
  const tallies: DayTally[] = []
  const stale: [string, DayHead][] = []
  for (const [day, head] of heads) {
    const counted = kept.get(day)
    if (counted?.version === head.version) tallies.push(...counted.groups.map((group) => ({ day, ...group })))
    else stale.push([day, head])
  }
  for (let i = 0; i < stale.length; i += RECOUNTS_AT_ONCE) {
    const recounted = stale.slice(i, i + RECOUNTS_AT_ONCE).map(async ([day, { version, stamp }]) => {
      const { groups, ...counted } = await countedDay(table, source, rows, day)
      const key = { pk: figures, sk: `${source.cut}#${day}` }
      if (counted.stamp === stamp) await keepFigures(table, key, groups, version)
      return groups.map((group) => ({ day, ...group }))
    })
    tallies.push(...(await Promise.all(recounted)).flat())
  }
  return tallies
}

/**
 * One day's rows by value of the cut, counted from the rows themselves.
 *
 * @returns `stamp`: the sum of theirs. Where it is the head's, they are the rows that the head tells of; else somebody
 *   is writing, and what was counted holds for no version of the head.
 */
export async function countedDay(
  table: Table,
  source: DaySource,
  rows: Partition,
  day: string,
): Promise<{ groups: Groups; stamp: number }> {
  const groups = new Map<string, Tally>()
  let stamp = 0
  for await (const row of itemsIn(table, unknown(), prefixed(rows, `R#${day}#`))) {
    stamp += parse(stampSchema, row).stamp
    source.count(groups, row)
  }
  return { groups: [...groups].map(([value, tally]) => ({ value, ...tally })), stamp }
}

/** The tally of a value among others, begun where there is none. */
export function tallyOf(groups: Map<string, Tally>, value: string): Tally {
  const tally = groups.get(value) ?? emptyTally()
  groups.set(value, tally)
  return tally
}

/**
 * Overwrites a day's figures, unless they were counted from a later version meanwhile. Those of more values than an item
 * holds are not kept: they are counted at every read.
 *
 * @param version Of the head whose stamp the rows agreed with.
 */
async function keepFigures({ db, table }: Table, key: ItemKey, groups: Groups, version: number): Promise<void> {
  if (Buffer.byteLength(JSON.stringify(groups)) > MOST_BYTES) return
  const put = new PutCommand({
    TableName: table,
    Item: { ...key, version, groups },
    ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
    ExpressionAttributeValues: { ':version': version },
  })
  await db.send(put).catch((error: { name?: string }) => {
    if (error.name !== 'ConditionalCheckFailedException') throw error
  })
}

async function dayHeads(table: Table, pk: Partition, { from, to }: Span): Promise<Map<string, DayHead>> {
  const heads = new Map<string, DayHead>()
  for await (const head of itemsIn(table, dayHeadSchema, { pk, from: `H#${from}`, to: `H#${to}` })) {
    heads.set(head.sk.slice('H#'.length), head)
  }
  return heads
}

async function keptFigures(table: Table, pk: Partition, cut: string, { from, to }: Span) {
  const kept = new Map<string, InferOutput<typeof figuresSchema>>()
  for await (const figures of itemsIn(table, figuresSchema, { pk, from: `${cut}#${from}`, to: `${cut}#${to}` })) {
    kept.set(figures.sk.slice(cut.length + 1), figures)
  }
  return kept
}
