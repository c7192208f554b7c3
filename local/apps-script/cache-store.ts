import type { StoreName } from './ops.ts'

const VALUE_BYTES = 100 * 1024
const KEY_CHARACTERS = 250
const LONGEST_SECONDS = 21_600
const ITEMS = 1000
/** How many are left, those that last longest, once there are more than ITEMS. */
const ITEMS_KEPT = 900

type Entry = { value: string; until: number }

/** CacheService's stores, in memory and within Google's limits. `now` gives milliseconds. */
export function cacheStore(now: () => number = Date.now) {
  const stores: Record<StoreName, Map<string, Entry>> = { script: new Map(), document: new Map(), user: new Map() }

  function getAll(store: StoreName, keys: string[]): Record<string, string> {
    const found = keys.flatMap((key) => {
      const entry = stores[store].get(key)
      return entry !== undefined && entry.until > now() ? [[key, entry.value]] : []
    })
    return Object.fromEntries(found)
  }

  /** Throws Google's sentence where a limit is passed, and then stores nothing. */
  function putAll(store: StoreName, values: Record<string, string>, seconds: number): void {
    if (!(seconds >= 1 && seconds <= LONGEST_SECONDS)) throw new Error('Argument is out of range: expirationInSeconds')
    for (const [key, value] of Object.entries(values)) {
      if (key.length > KEY_CHARACTERS) throw new Error('Argument too large: key')
      if (Buffer.byteLength(value) > VALUE_BYTES) throw new Error('Argument too large: value')
    }
    const until = now() + seconds * 1000
    for (const [key, value] of Object.entries(values)) stores[store].set(key, { value, until })
    if (stores[store].size > ITEMS) stores[store] = longestLasting(stores[store])
  }

  function removeAll(store: StoreName, keys: string[]): void {
    for (const key of keys) stores[store].delete(key)
  }

  return { getAll, putAll, removeAll }
}

export type CacheStore = ReturnType<typeof cacheStore>

function longestLasting(entries: Map<string, Entry>): Map<string, Entry> {
  return new Map([...entries].sort(([, a], [, b]) => b.until - a.until).slice(0, ITEMS_KEPT))
}
