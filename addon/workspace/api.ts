import { InputError } from '../../core/input-error.ts'
import { Refusal } from '../refusal.ts'
import { userLanguage } from '../user-language.ts'

declare const API_URL: string

const triesAtMost = 4
const transient = new Set([0, 429, 500, 502, 503, 504])

export type Call = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  path: string
  body?: unknown
  operationId?: string
}

/**
 * One request to the backend as the person at work, tried again with growing, jittered pauses while it is away.
 *
 * Safe to repeat because every write carries its operation id.
 *
 * @throws Refusal with the backend's own sentence; InputError `backendAway` when it stays out of reach.
 */
export function callApi<T>(call: Call): T {
  return send([call], asPerson())[0] as T
}

/** Several reads at the same time, as the person at work; their replies in order. @throws as `callApi`, the first. */
export function callApiAtOnce<T extends unknown[]>(calls: { [K in keyof T]: Call }): T {
  return send(calls, asPerson()) as T
}

/** The same with the document's own key: read only, for figures in cells, whose words follow the spreadsheet's locale. */
export function callApiAsDocument<T>(call: Call, documentKey: string): T {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const locale = spreadsheet.getSpreadsheetLocale().replace('_', '-')
  const key = { 'X-Document-Key': documentKey, 'X-Spreadsheet-Id': spreadsheet.getId() }
  return send([call], { ...key, 'Accept-Language': locale })[0] as T
}

function asPerson(): Record<string, string> {
  return { Authorization: `Bearer ${ScriptApp.getIdentityToken()}`, 'Accept-Language': userLanguage() }
}

/** Where the backend is: the script's property where one is set, else what was built in. */
function apiUrl(): string {
  return (PropertiesService.getScriptProperties().getProperty('API_URL') ?? API_URL).replace(/\/$/, '')
}

/** What is not answered is asked again; what is, is not. */
function send(calls: readonly Call[], headers: Record<string, string>): unknown[] {
  const replies = new Map<Call, unknown>()
  for (let attempt = 1; ; attempt++) {
    const open = calls.filter((call) => !replies.has(call))
    fetchOnce(open, headers).forEach(({ status, text }, at) => {
      if (status >= 200 && status < 300) replies.set(open[at] as Call, text ? JSON.parse(text) : undefined)
      else if (!transient.has(status)) throw refusal(text)
    })
    if (replies.size === calls.length) return calls.map((call) => replies.get(call))
    if (attempt === triesAtMost) throw new InputError('backendAway', undefined)
    Utilities.sleep(2 ** attempt * 250 * (0.5 + Math.random()))
  }
}

function fetchOnce(calls: Call[], headers: Record<string, string>): { status: number; text: string }[] {
  try {
    return UrlFetchApp.fetchAll(calls.map((call) => request(call, headers))).map((response) => ({
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

function refusal(text: string): Refusal {
  try {
    const { error } = JSON.parse(text) as { error: { message: string; code: string; details?: unknown } }
    return new Refusal(error.message, error.code, error.details)
  } catch {
    return new Refusal(text.slice(0, 200))
  }
}
