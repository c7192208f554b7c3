import { InputError } from '../../core/input-error.ts'
import { Refusal } from '../refusal.ts'
import { userLanguage } from '../user-language.ts'

declare const API_URL: string

const triesAtMost = 4
const transient = new Set([0, 429, 500, 502, 503, 504])

type Call = { method: 'get' | 'post' | 'put' | 'patch' | 'delete'; path: string; body?: unknown; operationId?: string }

/**
 * One request to the backend as the person at work, tried again with growing, jittered pauses while it is away.
 *
 * Safe to repeat because every write carries its operation id.
 *
 * @throws Refusal with the backend's own sentence; InputError `backendAway` when it stays out of reach.
 */
export function callApi<T>(call: Call): T {
  return send<T>(call, {
    Authorization: `Bearer ${ScriptApp.getIdentityToken()}`,
    'Accept-Language': userLanguage(),
  })
}

/** The same with the document's own key: read only, for figures in cells, whose words follow the spreadsheet's locale. */
export function callApiAsDocument<T>(call: Call, documentKey: string): T {
  return send<T>(call, {
    'X-Document-Key': documentKey,
    'Accept-Language': SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale().replace('_', '-'),
  })
}

/** Where the backend is: the script's property where one is set, else what was built in. */
function apiUrl(): string {
  return (PropertiesService.getScriptProperties().getProperty('API_URL') ?? API_URL).replace(/\/$/, '')
}

function send<T>(call: Call, headers: Record<string, string>): T {
  for (let attempt = 1; ; attempt++) {
    const { status, text } = fetchOnce(call, headers)
    if (status >= 200 && status < 300) return (text ? JSON.parse(text) : undefined) as T
    if (!transient.has(status)) throw new Refusal(sentence(text))
    if (attempt === triesAtMost) throw new InputError('backendAway', undefined)
    Utilities.sleep(2 ** attempt * 250 * (0.5 + Math.random()))
  }
}

function fetchOnce(call: Call, headers: Record<string, string>): { status: number; text: string } {
  try {
    const response = UrlFetchApp.fetch(`${apiUrl()}${call.path}`, request(call, headers))
    return { status: response.getResponseCode(), text: response.getContentText() }
  } catch (error) {
    if (/permission|whitelist|allowlist|authoriz/i.test(String(error))) throw error
    return { status: 0, text: '' }
  }
}

function request(call: Call, headers: Record<string, string>): GoogleAppsScript.URL_Fetch.URLFetchRequestOptions {
  return {
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

function sentence(text: string): string {
  try {
    return (JSON.parse(text) as { error: { message: string } }).error.message
  } catch {
    return text.slice(0, 200)
  }
}
