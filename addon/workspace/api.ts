import { InputError } from '../../core/input-error.ts'
import { Refusal } from '../refusal.ts'
import { userLanguage } from '../user-language.ts'

declare const API_URL: string

const triesAtMost = 4
/**
 * How many seconds a reply is waited for, and for how many since the first try another may begin. The backend answers
 * within 29; a custom function has 30 in all.
 */
const ofPerson = { reply: 35, tries: 20 }
const ofCell = { reply: 20, tries: 5 }
/** A run has six minutes: what is left after these is for its last reply and for saying that none came. */
const lastTryMs = 300_000
const begunMs = Date.now()
const transient = new Set([0, 429, 500, 502, 503, 504])

export type Call = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  path: string
  body?: unknown
  operationId?: string
}

/**
 * One request to the backend as the person at work, tried again with growing, jittered pauses while it is away: for two
 * seconds where it refuses, for a minute where it keeps silent.
 *
 * Safe to repeat because every write carries its operation id.
 *
 * @throws Refusal with the backend's own sentence; InputError `backendAway` when it stays out of reach.
 */
export function callApi<T>(call: Call): T {
  return send([call], asPerson(), ofPerson)[0] as T
}

/** Several reads at the same time, as the person at work; their replies in order. @throws as `callApi`, the first. */
export function callApiAtOnce<T extends unknown[]>(calls: { [K in keyof T]: Call }): T {
  return send(calls, asPerson(), ofPerson) as T
}

/** The same with the document's own key: read only, for figures in cells, whose words follow the spreadsheet's locale. */
export function callApiAsDocument<T>(call: Call, documentKey: string): T {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const locale = spreadsheet.getSpreadsheetLocale().replace('_', '-')
  const key = { 'X-Document-Key': documentKey, 'X-Spreadsheet-Id': spreadsheet.getId() }
  return send([call], { ...key, 'Accept-Language': locale }, ofCell)[0] as T
}

function asPerson(): Record<string, string> {
  return { Authorization: `Bearer ${ScriptApp.getIdentityToken()}`, 'Accept-Language': userLanguage() }
}

/** Where the backend is: the script's property where one is set, else what was built in. */
function apiUrl(): string {
  return (PropertiesService.getScriptProperties().getProperty('API_URL') ?? API_URL).replace(/\/$/, '')
}

/** What is not answered is asked again; what is, is not. */
function send(calls: readonly Call[], headers: Record<string, string>, seconds: typeof ofPerson): unknown[] {
  const replies = new Map<Call, unknown>()
  const until = Math.min(Date.now() + seconds.tries * 1000, begunMs + lastTryMs)
  for (let attempt = 1; ; attempt++) {
    const open = calls.filter((call) => !replies.has(call))
    fetchOnce(open, headers, seconds.reply).forEach(({ status, text }, at) => {
      const told = status >= 200 && status < 300 && toldIn(text)
      if (told) replies.set(open[at] as Call, told.value)
      else if (status >= 300 && !transient.has(status)) throw refusal(status, text)
    })
    if (replies.size === calls.length) return calls.map((call) => replies.get(call))
    if (attempt === triesAtMost || Date.now() > until) throw new InputError('backendAway', undefined)
    Utilities.sleep(2 ** attempt * 125 * (0.5 + Math.random()))
  }
}

/** None where the reply was cut off. */
function toldIn(text: string): { value: unknown } | undefined {
  try {
    return { value: text ? JSON.parse(text) : undefined }
  } catch {
    return undefined
  }
}

function fetchOnce(
  calls: Call[],
  headers: Record<string, string>,
  timeoutSeconds: number,
): { status: number; text: string }[] {
  try {
    const asked = calls.map((call) => ({ ...request(call, headers), timeoutSeconds }))
    return UrlFetchApp.fetchAll(asked).map((response) => ({
      status: response.getResponseCode(),
      text: response.getContentText(),
    }))
  } catch (error) {
    if (/permission|whitelist|allowlist|authoriz/i.test(String(error))) throw error
    return calls.map(() => ({ status: 0, text: '' }))
  }
}

function request(call: Call, headers: Record<string, string>): GoogleAppsScript.URL_Fetch.URLFetchRequest {
  return {
    url: `${apiUrl()}${call.path}`,
    method: call.method,
    muteHttpExceptions: true,
    contentType: 'application/json',
    headers: {
      ...headers,
      ...(call.operationId === undefined ? {} : { 'Idempotency-Key': call.operationId }),
    },
    ...(call.body === undefined ? {} : { payload: JSON.stringify(call.body) }),
  }
}

function refusal(status: number, text: string): Error {
  try {
    const { error } = JSON.parse(text) as { error: { message: string; code: string; details?: unknown } }
    return new Refusal(error.message, error.code, error.details)
  } catch {
    // The gateway turns away whoever is not signed in before the service sees the request, in words of its own.
    return status === 401 ? new InputError('unauthorised', undefined) : new Refusal(text.slice(0, 200))
  }
}
