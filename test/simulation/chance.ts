/** The one source of chance in a world: the same seed gives the same numbers in the same order. */
export type Chance = {
  /** 0 up to 1. */
  next(): number
  /** A whole number from 0 to `count - 1`. */
  below(count: number): number
  /** Whether something of this probability happens. */
  happens(probability: number): boolean
  pick<T>(from: readonly T[]): T
}

/** Mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return { next, below, happens: (probability) => next() < probability, pick: (from) => from[below(from.length)]! }
}
