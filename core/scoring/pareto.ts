import { groupedSums } from '../maths/grouped-sums.ts'
import { type AbcClass, abcClasses } from './abc-classes.ts'

type ParetoItem = {
  item: string | number
  value: number
  /** Share of the sum of the values above 0; undefined for a value below 0, and where no value is above it. */
  share: number | undefined
  /** Share of this item and those before it. */
  cumulative: number | undefined
  class: AbcClass
}

/**
 * Items ranked from the largest value, with their running share of the whole and their class by `abcClasses`.
 *
 * Rows of the same item are added up, as a pivot table does; items are the same when they read the same. Items of
 * equal value keep the order of first appearance and share a class.
 *
 * @param values One per item, in rows of any order.
 */
export function pareto(items: readonly (string | number)[], values: readonly number[]): ParetoItem[] {
  const ranked = summed(items, values).sort((x, y) => y.value - x.value)
  const total = ranked.reduce((sum, { value }) => sum + Math.max(value, 0), 0)
  const classes = abcClasses(ranked.map(({ value }) => value))
  let before = 0
  return ranked.map(({ item, value }, row) => {
    const counts = value >= 0 && total > 0
    before += Math.max(value, 0)
    return {
      item,
      value,
      share: counts ? value / total : undefined,
      cumulative: counts ? before / total : undefined,
      class: classes[row] as AbcClass,
    }
  })
}

/** Each item once, in order of first appearance, with the sum of its values. */
function summed(
  items: readonly (string | number)[],
  values: readonly number[],
): { item: string | number; value: number }[] {
  const positions = new Map<string, number>()
  const distinct: (string | number)[] = []
  const sums = groupedSums(items.length)
  items.forEach((item, row) => {
    const position = positions.get(String(item)) ?? distinct.push(item) - 1
    positions.set(String(item), position)
    sums.add(position, values[row] as number)
  })
  return distinct.map((item, position) => ({ item, value: sums.of(position) }))
}
