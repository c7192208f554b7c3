import { InputError } from '../../core/input-error.ts'
import { askAsDocument } from '../audience/ask-as-document.ts'
import { documentAccess } from '../audience/linked-audience.ts'
import { Refusal } from '../refusal.ts'
import { sha256 } from '../sha256.ts'
import { localTime } from '../sheet/local-time.ts'
import { askedBefore, awaited, remember, sayAsked, sayAsking } from './asked-together.ts'

/** What a live function gives back: one value, or rows that spill. */
export type LiveValue = string | number | (string | number)[][]

/** A live function's question, as the API's readCells takes it. */
export type LiveQuery = { function: 'SURVEY' | 'COMPLAINTS' | 'CUSTOMER_FACTS' | 'KPI' } & Record<
  string,
  string | number | undefined | readonly string[]
>

/**
 * What the backend answered to one of several questions, or the sentence with which it refused it; `isStale` where it
 * could not be reached now, and answered so some time ago.
 */
export type LiveAnswer = { value: LiveValue; isStale: boolean } | { problem: string }

type Answer = { value: LiveValue } | { error: { message: string } }
type Kept = { asOf: string; answer: Answer }
/** What is kept of an answer, as its JSON text, and whether it is no longer fresh. */
type Told = { text: string; isStale: boolean }
/** A question with its keys in the cache. */
type Asked = { query: LiveQuery; last: string; fresh: string }

const freshSeconds = 60
/** As long as Apps Script's cache keeps anything. */
const staleSeconds = 21_600
const awayKey = 'LIVE_AWAY_SINCE'

/**
 * The answer to a formula's question. One request answers all the formulas of a recalculation that were asked before.
 *
 * @param refresh Part of the cache key: another value asks again.
 * @throws InputError `notConnected`, `backendAway`; Refusal with the backend's sentence.
 */
export function liveValue(query: LiveQuery, refresh: unknown = ''): LiveValue {
  const reader = requiredReader()
  const cache = documentCache()
  const key = cacheKey([reader, query, String(refresh)])
  const found = cache.get(key) ?? awaited(cache, key)
  if (found !== undefined) return value(found)
  return value((answered([query], askedBefore(cache, query), refresh)[0] as Told).text)
}

/**
 * The answers to some questions in one request at most: from the document's cache where they are fresh, from the
 * backend otherwise, and as last known where that cannot be reached. One that is refused leaves the others alone.
 *
 * @param refresh Part of the cache key: another value asks again.
 * @throws InputError `notConnected`, `backendAway`.
 */
export function liveAnswers(queries: LiveQuery[], refresh: unknown = ''): LiveAnswer[] {
  return answered(queries, undefined, refresh).map(({ text, isStale }) => {
    const { answer } = JSON.parse(text) as Kept
    return 'error' in answer ? { problem: answer.error.message } : { value: answer.value, isStale }
  })
}

/** @param along Asked for only where one of the queries has to be, and never missed; formulas alone have any. */
function answered(queries: LiveQuery[], along: LiveQuery[] | undefined, refresh: unknown): Told[] {
  const reader = requiredReader()
  const cache = documentCache()
  const all: Asked[] = [...queries, ...(along ?? [])].map((query) => {
    return { query, last: cacheKey([reader, query]), fresh: cacheKey([reader, query, String(refresh)]) }
  })
  const own = all.slice(0, queries.length)
  const keys = [...own.map(({ last }) => last), ...all.map(({ fresh }) => fresh)]
  const kept = cache.getAll(keys) as Record<string, string>
  const missing = all.filter(({ fresh }) => kept[fresh] === undefined)
  if (own.some((each) => missing.includes(each))) {
    const asked = missing.map(({ fresh }) => fresh)
    if (along) sayAsking(cache, asked)
    try {
      Object.assign(kept, askBackend(cache, missing))
      if (along) for (const query of queries) remember(cache, query)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      if (cache.get(awayKey) === null) cache.put(awayKey, new Date().toISOString(), staleSeconds)
      if (own.some(({ last, fresh }) => (kept[fresh] ?? kept[last]) === undefined)) throw error
    } finally {
      if (along) sayAsked(cache)
    }
  }
  return own.map(({ last, fresh }) => {
    return { text: kept[fresh] ?? (kept[last] as string), isStale: kept[fresh] === undefined }
  })
}

/** Asks in one request, and keeps the answers, each as fresh and as last known. */
function askBackend(cache: GoogleAppsScript.Cache.Cache, asked: Asked[]): Record<string, string> {
  const { workspaceId } = requiredReader()
  const body = { queries: asked.map(({ query }) => query) }
  const { asOf, results } = askAsDocument<{ asOf: string; results: Answer[] }>({
    method: 'post',
    path: `/v1/workspaces/${workspaceId}/cells`,
    body,
  })
  const texts = results.map((answer) => JSON.stringify({ asOf, answer }))
  const last = Object.fromEntries(asked.map(({ last }, at) => [last, texts[at] as string]))
  const fresh = Object.fromEntries(asked.map(({ fresh }, at) => [fresh, texts[at] as string]))
  keep(cache, last, staleSeconds)
  keep(cache, fresh, freshSeconds)
  cache.remove(awayKey)
  return { ...last, ...fresh }
}

/** Whose figures are read: what was kept for one audience answers nothing for another. @throws InputError `notConnected` */
function requiredReader(): { workspaceId: string; audienceId: string } {
  const access = documentAccess()
  if (!access) throw new InputError('notConnected', undefined)
  return { workspaceId: access.workspaceId, audienceId: access.audienceId }
}

function documentCache(): GoogleAppsScript.Cache.Cache {
  return CacheService.getDocumentCache() as GoogleAppsScript.Cache.Cache
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
function keep(cache: GoogleAppsScript.Cache.Cache, texts: Record<string, string>, seconds: number): void {
  const entries = Object.entries(texts).filter(([, text]) => text.length < 30_000)
  if (entries.length > 0) cache.putAll(Object.fromEntries(entries), seconds)
}

function cacheKey(parts: unknown): string {
  return sha256(JSON.stringify(parts))
}
