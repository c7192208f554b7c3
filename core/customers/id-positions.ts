import type { CustomerId } from './orders.ts'

/** Above this a table by number would take too much room. */
const MOST_NUMBER = 2_000_000
const ZERO = 48

/** Names that end alike: the same letters before as many digits. */
type Series = { prefix: string; digits: number; positions: Int32Array }

export type IdPositions = {
  /** The id's place in order of first appearance, from 0; a new one is added. */
  of: (id: CustomerId) => number
  /** Each id once, as first written. */
  ids: CustomerId[]
}

/**
 * Numbers ids in order of first appearance. Ids are the same when they read the same: 17 and "17" are.
 *
 * Most ids are numbered (`C00123`, `17850`): those are looked up by their number in a table of their series, many times
 * faster than among a hundred thousand texts. All others are found by their text.
 */
export function idPositions(): IdPositions {
  const ids: CustomerId[] = []
  const texts = new Map<string, number>()
  const series = new Map<string, Series>()
  let last: Series = { prefix: '', digits: 0, positions: new Int32Array(0) }

  function ofText(text: string, id: CustomerId): number {
    let position = texts.get(text)
    if (position === undefined) {
      position = ids.push(id) - 1
      texts.set(text, position)
    }
    return position
  }

  function ofNumber(number: number, id: CustomerId): number {
    if (number >= last.positions.length) last.positions = longer(last.positions, number)
    const position = last.positions[number] as number
    if (position !== 0) return position - 1
    last.positions[number] = ids.push(id)
    return ids.length - 1
  }

  function toSeries(text: string, prefixLength: number): void {
    if (isOf(last, text, prefixLength)) return
    const prefix = text.slice(0, prefixLength)
    const key = `${text.length - prefixLength} ${prefix}`
    last = series.get(key) ?? { prefix, digits: text.length - prefixLength, positions: new Int32Array(64) }
    series.set(key, last)
  }

  return {
    ids,
    of(id) {
      const text = typeof id === 'string' ? id : `${id}`
      let at = text.length
      let number = 0
      for (let unit = 1; at > 0 && unit < 10 * MOST_NUMBER; unit *= 10) {
        const digit = text.charCodeAt(at - 1) - ZERO
        if (digit < 0 || digit > 9) break
        number += digit * unit
        at--
      }
      if (at === text.length || number > MOST_NUMBER) return ofText(text, id)
      toSeries(text, at)
      return ofNumber(number, id)
    },
  }
}

function isOf({ prefix, digits }: Series, text: string, prefixLength: number): boolean {
  if (prefix.length !== prefixLength || digits !== text.length - prefixLength) return false
  for (let at = 0; at < prefixLength; at++) {
    if (text.charCodeAt(at) !== prefix.charCodeAt(at)) return false
  }
  return true
}

function longer(positions: Int32Array, number: number): Int32Array {
  const table = new Int32Array(2 * number + 64)
  table.set(positions)
  return table
}
