import type { LiveQuery } from './live-cells.ts'

type Cache = GoogleAppsScript.Cache.Cache
/** Questions as their JSON texts. */
type Known = string[]

const knownKey = 'LIVE_KNOWN'
const askingKey = 'LIVE_ASKING'
const keptSeconds = 21_600
/** As many as one request takes. */
const MOST = 50
/** Longer ones, such as facts of many customers, would not fit into one cache entry together. */
const LONGEST = 1500
/** A request that takes longer is no longer waited for. */
const askingSeconds = 10
const wait = { pauses: 20, milliseconds: 250 }

/**
 * What the document's formulas asked before, to be asked along with one of them: Sheets runs every formula by itself, so
 * the first of a recalculation asks for all. A question that is new brings none.
 */
export function askedBefore(cache: Cache, query: LiveQuery): LiveQuery[] {
  const text = JSON.stringify(query)
  const known = listOf(cache.get(knownKey))
  return known.includes(text) ? known.filter((each) => each !== text).map((each) => JSON.parse(each) as LiveQuery) : []
}

/** Remembers a question that the backend took: one that it refuses would take the others with it. */
export function remember(cache: Cache, query: LiveQuery): void {
  const text = JSON.stringify(query)
  const known = listOf(cache.get(knownKey))
  if (text.length > LONGEST || known.includes(text)) return
  cache.put(knownKey, JSON.stringify([...known, text].slice(-MOST)), keptSeconds)
}

/** Says which answers, by their keys, are being asked for. */
export function sayAsking(cache: Cache, keys: string[]): void {
  cache.put(askingKey, JSON.stringify(keys), askingSeconds)
}

export function sayAsked(cache: Cache): void {
  cache.remove(askingKey)
}

/**
 * The answer that another formula is asking for right now, once it is there; undefined where none is, or it takes too
 * long. The cache has no locks: two formulas that begin in the same moment may both ask.
 */
export function awaited(cache: Cache, key: string): string | undefined {
  for (let pause = 0; pause < wait.pauses; pause++) {
    const found = cache.getAll([askingKey, key]) as Record<string, string>
    if (found[key] !== undefined) return found[key]
    if (!listOf(found[askingKey]).includes(key)) return undefined
    Utilities.sleep(wait.milliseconds)
  }
  return undefined
}

function listOf(text: string | null | undefined): Known {
  return text ? (JSON.parse(text) as Known) : []
}
