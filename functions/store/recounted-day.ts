import { parse, unknown } from 'valibot'
import type { Tally } from '../../core/survey/tally.ts'
import { stampSchema } from './day-head.ts'
import type { DaySource, StaleDay, TimedTable } from './figures.ts'
import { type Groups, keepFigures } from './kept-figures.ts'
import type { ItemKey } from './table.ts'
import { itemsIn, prefixed } from './table.ts'
import type { Partition } from './workspace-key.ts'

/**
 * A day's rows by the values of some cuts, counted from the rows themselves as of `at`, an instant.
 *
 * `stamp` is the sum of theirs. Where it is the head's, they are the rows that the head tells of; else somebody is
 * writing, and what was counted holds for no version of the head.
 */
export type CountedDay = { at: string; stamp: number; byCut: Map<string, Groups> }

/** Counts one day's rows by the cuts of sources that are of the same rows. */
export async function countedDay(
  table: TimedTable,
  sources: readonly DaySource[],
  rows: Partition,
  day: string,
): Promise<CountedDay> {
  const at = table.now().toISOString()
  const tallies = new Map(sources.map((source) => [source, new Map<string, Tally>()]))
  let stamp = 0
  for await (const row of itemsIn(table, unknown(), prefixed(rows, `R#${day}#`))) {
    stamp += parse(stampSchema, row).stamp
    for (const [source, groups] of tallies) source.count(groups, row)
  }
  const groupsOf = (groups: Map<string, Tally>) => [...groups].map(([value, tally]) => ({ value, ...tally }))
  return { at, stamp, byCut: new Map([...tallies].map(([{ cut }, groups]) => [cut, groupsOf(groups)])) }
}

/**
 * Keeps what was counted of a day, by the source's cut. What was counted while somebody wrote is kept as of a version
 * before: it is seen to be stale.
 */
export async function keptAsCounted(
  table: TimedTable,
  source: DaySource,
  { figures, day, head }: Omit<StaleDay, 'kept' | 'rows'>,
  { at, stamp, byCut }: CountedDay,
): Promise<Groups> {
  const groups = byCut.get(source.cut)!
  const version = stamp === head.stamp ? head.version : head.version - 1
  await keepFigures(table, figuresKey(source, figures, day), { version, at, groups })
  return groups
}

/** Where a day's figures by the source's cut are kept. */
export function figuresKey({ cut }: DaySource, figures: Partition, day: string): ItemKey {
  return { pk: figures, sk: `${cut}#${day}` }
}
