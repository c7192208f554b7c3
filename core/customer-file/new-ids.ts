import { idKey } from './id-key.ts'

const LONGEST_NUMBER = 12

/**
 * Ids for new customers in the pattern of those there are: C0601 after C0600, 18288 after 18287; C0001, C0002, ... where
 * they have none.
 *
 * The pattern is the letters before the number that most ids begin with, and counts from the highest number. What is
 * taken, or differs from what is taken in case, spaces or width only, is passed over.
 *
 * @param ids All ids that are in use or wanted by others.
 * @returns The next id, with each call.
 */
export function newIds(ids: Iterable<string>): () => string {
  const taken = new Set<string>()
  const series = new Map<string, { count: number; highest: number; digits: number }>()
  let count = 0
  for (const id of ids) {
    taken.add(idKey(id))
    count++
    const [, prefix = '', digits = ''] = /^(.*?)(\d+)$/s.exec(id.trim()) ?? []
    if (digits === '' || digits.length > LONGEST_NUMBER) continue
    const own = series.get(prefix) ?? { count: 0, highest: 0, digits: 0 }
    const number = Number(digits)
    series.set(prefix, {
      count: own.count + 1,
      highest: Math.max(own.highest, number),
      digits: number >= own.highest ? digits.length : own.digits,
    })
  }
  const [prefix, most] = [...series].sort(([, a], [, b]) => b.count - a.count)[0] ?? ['', undefined]
  const hasPattern = most !== undefined && most.count * 2 >= count
  const form = hasPattern ? { prefix, ...most } : { prefix: 'C', highest: 0, digits: 4 }
  let number = form.highest
  return () => {
    for (;;) {
      const id = form.prefix + String(++number).padStart(form.digits, '0')
      if (taken.has(idKey(id))) continue
      taken.add(idKey(id))
      return id
    }
  }
}
