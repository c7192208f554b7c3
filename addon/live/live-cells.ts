import { InputError } from '../../core/input-error.ts'
import { Refusal } from '../refusal.ts'
import { sha256 } from '../sha256.ts'
import { localTime } from '../sheet/local-time.ts'
import { callApiAsDocument } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

/** What a live function gives back: one value, or rows that spill. */
export type LiveValue = string | number | (string | number)[][]

/** A live function's question, as the API's readCells takes it. */
export type LiveQuery = { function: 'SURVEY' | 'COMPLAINTS' | 'CUSTOMER_FACTS' } & Record<
  string,
  string | number | undefined | readonly string[]
>

type Answer = { value: LiveValue } | { error: { message: string } }
type Kept = { asOf: string; answer: Answer }

const freshSeconds = 60
/** As long as Apps Script's cache keeps anything. */
const staleSeconds = 21_600
const awayKey = 'LIVE_AWAY_SINCE'

/**
 * The answers to some questions in one request at most: from the document's cache where they are fresh, from the
 * backend otherwise, and as last known where that cannot be reached.
 *
 * @param refresh Part of the cache key: another value asks again.
 * @throws InputError `notConnected`, `backendAway`; Refusal with the backend's sentence.
 */
export function liveValues(queries: LiveQuery[], refresh: unknown = ''): LiveValue[] {
  const { workspaceId, documentKey } = requiredConnection()
  const cache = CacheService.getDocumentCache() as GoogleAppsScript.Cache.Cache
  const lastKnown = queries.map((query) => cacheKey([workspaceId, query]))
  const fresh = queries.map((query) => cacheKey([workspaceId, query, String(refresh)]))
  const kept = cache.getAll([...lastKnown, ...fresh]) as Record<string, string>

  const missing = queries.filter((_, at) => kept[fresh[at] as string] === undefined)
  if (missing.length > 0) {
    try {
      const { asOf, results } = callApiAsDocument<{ asOf: string; results: Answer[] }>(
        { method: 'post', path: `/v1/workspaces/${workspaceId}/cells`, body: { queries: missing } },
        documentKey,
      )
      missing.forEach((query, at) => {
        const text = JSON.stringify({ asOf, answer: results[at] })
        kept[cacheKey([workspaceId, query])] = text
        kept[cacheKey([workspaceId, query, String(refresh)])] = text
      })
      keep(cache, kept, lastKnown, staleSeconds)
      keep(cache, kept, fresh, freshSeconds)
      cache.remove(awayKey)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      if (cache.get(awayKey) === null) cache.put(awayKey, new Date().toISOString(), staleSeconds)
      if (missing.some((query) => kept[cacheKey([workspaceId, query])] === undefined)) throw error
    }
  }
  return queries.map((_, at) => value(kept[fresh[at] as string] ?? (kept[lastKnown[at] as string] as string)))
}

/** Since when the backend cannot be reached, in the spreadsheet's time zone; undefined while it can. */
export function awaySince(): string | undefined {
  const since = CacheService.getDocumentCache()?.get(awayKey)
  return since ? localTime(since) : undefined
}

function value(text: string): LiveValue {
  const { answer } = JSON.parse(text) as Kept
  if ('error' in answer) throw new Refusal(answer.error.message)
  return answer.value
}

/** Writes what fits: a cache entry holds 100 KB. */
function keep(
  cache: GoogleAppsScript.Cache.Cache,
  kept: Record<string, string>,
  keys: string[],
  seconds: number,
): void {
  const entries = keys.flatMap((key) => {
    const text = kept[key]
    return text !== undefined && text.length < 30_000 ? [[key, text] as const] : []
  })
  if (entries.length > 0) cache.putAll(Object.fromEntries(entries), seconds)
}

function cacheKey(parts: unknown): string {
  return sha256(JSON.stringify(parts))
}
