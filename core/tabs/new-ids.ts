import { idKey } from './id-key.ts'

const LONGEST_NUMBER = 12

type Pattern = { prefix: string; highest: number; digits: number }

/**
 * Ids for new rows in the pattern of those there are: C0601 after C0600, 18288 after 18287.
 *
 * The pattern is the text before the number that at least half of the ids begin with, the first of the commonest, and
 * counts from the highest number. What is taken, or differs from what is taken in case, spaces or width only, is passed
 * over.
 *
 * @param ids All ids that are in use or wanted by others; blank ones do not count.
 * @param first The id to begin with where they have no pattern; it ends in a number.
 * @returns The next id, with each call.
 */
export function newIds(ids: Iterable<string>, first: string): () => string {
  const used = [...ids].filter((id) => id.trim() !== '')
  const taken = new Set(used.map(idKey))
  const { prefix, highest, digits } = patternOf(used) ?? before(first)
  let number = highest
  return () => {
    for (;;) {
      const id = prefix + String(++number).padStart(digits, '0')
      if (taken.has(idKey(id))) continue
      taken.add(idKey(id))
      return id
    }
  }
}

function patternOf(ids: readonly string[]): Pattern | undefined {
  const patterns = new Map<string, Pattern & { count: number }>()
  for (const id of ids) {
    const { prefix, digits } = parted(id.trim())
    if (digits === '' || digits.length > LONGEST_NUMBER) continue
    const own = patterns.get(prefix) ?? { prefix, count: 0, highest: 0, digits: 0 }
    const number = Number(digits)
    patterns.set(prefix, {
      prefix,
      count: own.count + 1,
      highest: Math.max(own.highest, number),
      digits: number >= own.highest ? digits.length : own.digits,
    })
  }
  const [most] = [...patterns.values()].sort((a, b) => b.count - a.count)
  return most && most.count * 2 >= ids.length ? most : undefined
}

function before(first: string): Pattern {
  const { prefix, digits } = parted(first)
  return { prefix, highest: Number(digits) - 1, digits: digits.length }
}

/** An id as the number that it ends with, '' for none, and what stands before. */
function parted(id: string) {
  const digits = /(?<!\d)\d+$/.exec(id)?.[0] ?? ''
  return { prefix: id.slice(0, id.length - digits.length), digits }
}
