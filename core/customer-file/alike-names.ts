import { type ComparableName, comparableName, mostEdits, nameLikeness } from './name-likeness.ts'

export type AlikeNames = { a: number; b: number; likeness: number }

/** A run of letters and its place in the text; -1 where it stands at several. */
type Run = { letters: string; place: number }

/**
 * The pairs of names that are alike (`nameLikeness`), without comparing each with each.
 *
 * Texts that are at most k edits apart share all but (q + 1)k of their runs of q letters, each at most k places from
 * where it stands in the other, so the (q + 1)k + 1 rarest runs of one and of the other have one in common at least:
 * only names that share such a run are compared. No pair of one script is missed, and 50,000 names take seconds.
 *
 * @param names Distinct names as `foldedName` gives them.
 * @see Gravano et al. 2001, Approximate string joins in a database (almost) for free; Chaudhuri et al. 2006 (prefixes)
 */
export function alikeNames(names: readonly string[]): AlikeNames[] {
  const ready = names.map(comparableName)
  const runs = ready.map((name) => textsOf(name).map((text) => runsOf(text, reach(name))))
  const counts = new Map<string, number>()
  for (const run of runs.flat(2)) counts.set(run.letters, (counts.get(run.letters) ?? 0) + 1)
  const holders = new Map<string, Holders>()
  const seen = new Int32Array(names.length).fill(-1)
  /** In one piece each, as most candidates need no more than these to be told apart. */
  const bits = Int32Array.from(ready, (name) => name.bits)
  const letterCounts = letterTable(ready)
  const found: AlikeNames[] = []
  ready.forEach((name, at) => {
    const edits = reach(name)
    const own = (runs[at] as Run[][]).flatMap((each) => rarest(each, counts, edits))
    for (const { letters, place } of own) {
      for (let length = name.letters.length - edits; length <= name.letters.length + edits; length++) {
        for (const other of near(holders.get(`${letters}${length}`), place, edits)) {
          if (bitsIn(name.bits ^ (bits[other] as number)) > 2 * edits || seen[other] === at) continue
          seen[other] = at
          if (lettersApart(letterCounts, at, other, edits) > edits) continue
          const likeness = nameLikeness(name, ready[other] as ComparableName)
          if (likeness > 0) found.push({ a: other, b: at, likeness })
        }
      }
    }
    for (const { letters, place } of own) {
      const key = `${letters}${name.letters.length}`
      const holder = holders.get(key) ?? { names: [], places: [] }
      holder.names.push(at)
      holder.places.push(place)
      holders.set(key, holder)
    }
  })
  return found
}

/** The names of one length that hold a run, each with its place. */
type Holders = { names: number[]; places: number[] }

/** The names that hold a run at most some places from where it stands. */
function near(holders: Holders | undefined, place: number, edits: number): number[] {
  if (!holders || place < 0) return holders?.names ?? []
  const found: number[] = []
  for (let at = 0; at < holders.names.length; at++) {
    const there = holders.places[at] as number
    if (there < 0 || (there - place <= edits && place - there <= edits)) found.push(holders.names[at] as number)
  }
  return found
}

/** How often each letter occurs in each name, counted by its code modulo 32. */
function letterTable(names: readonly ComparableName[]): Uint8Array {
  const table = new Uint8Array(names.length * 32)
  names.forEach(({ letters }, at) => {
    for (const letter of letters) {
      const place = at * 32 + (letter & 31)
      table[place] = Math.min(255, (table[place] as number) + 1)
    }
  })
  return table
}

/** The least number of edits between two names by the letters that one has more often than the other. */
function lettersApart(table: Uint8Array, a: number, b: number, most: number): number {
  let more = 0
  let less = 0
  for (let at = 0; at < 32 && more <= most && less <= most; at++) {
    const difference = (table[a * 32 + at] as number) - (table[b * 32 + at] as number)
    if (difference > 0) more += difference
    else less -= difference
  }
  return Math.max(more, less)
}

function bitsIn(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The most edits that the name can be apart from a longer one. */
function reach({ letters: { length } }: ComparableName): number {
  return mostEdits(length + mostEdits(length) + 1)
}

function textsOf({ words, sorted }: ComparableName): string[] {
  return sorted === words ? [words.join('')] : [words.join(''), sorted.join('')]
}

/** Texts too short for an edit are one run. */
function runsOf(text: string, edits: number): Run[] {
  if (edits === 0) return [{ letters: text, place: 0 }]
  const places = new Map<string, number>()
  const size = runLength(text)
  for (let at = 0; at + size <= text.length; at++) {
    const letters = text.slice(at, at + size)
    places.set(letters, places.has(letters) ? -1 : at)
  }
  return Array.from(places, ([letters, place]) => ({ letters, place }))
}

function runLength(text: string): number {
  return /[\u3040-\u9fff\uac00-\ud7af]/.test(text) ? 2 : 3
}

function rarest(runs: readonly Run[], counts: ReadonlyMap<string, number>, edits: number): Run[] {
  const size = edits === 0 ? 0 : (runs[0]?.letters.length ?? 0)
  const rarity = ({ letters }: Run) => counts.get(letters) as number
  const order = (x: Run, y: Run) => rarity(x) - rarity(y) || (x.letters < y.letters ? -1 : 1)
  return [...runs].sort(order).slice(0, (size + 1) * edits + 1)
}
