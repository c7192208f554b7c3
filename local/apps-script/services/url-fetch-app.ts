import type { Data, FetchReply, FetchRequest } from '../ops.ts'
import { ask } from './ask.ts'
import { emulated } from './emulated.ts'
import { exception } from './exception.ts'

type Options = {
  method?: string
  contentType?: string
  headers?: Record<string, string>
  payload?: Data | Record<string, unknown>
  muteHttpExceptions?: boolean
  followRedirects?: boolean
  timeoutSeconds?: number
}

/** The global `UrlFetchApp`. Only this machine can be reached. */
export const urlFetchApp = emulated('UrlFetchApp', {
  fetch: (url: string, options: Options = {}) => fetchAll([{ ...options, url }])[0],
  fetchAll,
})

function fetchAll(requests: (string | (Options & { url: string }))[]) {
  const full = requests.map((request) => (typeof request === 'string' ? { url: request } : request))
  const replies = ask('UrlFetchApp.fetchAll', { requests: full.map(toRequest) })
  return replies.map((reply, index) => response(reply, full[index]!))
}

function toRequest({ url, payload, contentType, ...options }: Options & { url: string }): FetchRequest {
  const headers = { ...options.headers }
  const form = typeof payload === 'object' && !Array.isArray(payload)
  const type = contentType ?? 'application/x-www-form-urlencoded'
  if (payload !== undefined && !hasHeader(headers, 'content-type')) headers['Content-Type'] = type
  const data = form ? formText(payload) : Array.isArray(payload) ? payload : String(payload ?? '')
  return {
    url,
    method: (options.method ?? (payload === undefined ? 'get' : 'post')).toUpperCase(),
    headers,
    body: payload === undefined ? null : ask('Utilities.base64Encode', { data, webSafe: false }),
    followRedirects: options.followRedirects ?? true,
    timeoutSeconds: options.timeoutSeconds ?? 60,
  }
}

/** An HTTPResponse. Throws for a status of 400 and above unless such are muted. */
function response(reply: FetchReply, { url, muteHttpExceptions }: Options & { url: string }) {
  if ('error' in reply) throw exception(reply.error)
  const { status, headers, body } = reply
  const text = (charset = 'UTF-8') => ask('Utilities.textOf', { encoded: body, charset })
  if (status >= 400 && muteHttpExceptions !== true) {
    throw exception(
      `Request failed for ${origin(url)} returned code ${status}. Truncated server response: ` +
        `${text().slice(0, 200)} (use muteHttpExceptions option to examine full response)`,
    )
  }
  const single = ([name, value]: [string, string | string[]]) => [name, Array.isArray(value) ? value.join(', ') : value]
  return emulated('HTTPResponse', {
    getResponseCode: () => status,
    getContentText: text,
    getContent: () => ask('Utilities.base64Decode', { encoded: body, webSafe: false }),
    getHeaders: () => Object.fromEntries(Object.entries(headers).map(single)),
    getAllHeaders: () => headers,
  })
}

function formText(fields: Record<string, unknown>): string {
  const pairs = Object.entries(fields).map(([name, value]) => [name, String(value)].map(encodeURIComponent).join('='))
  return pairs.join('&')
}

function hasHeader(headers: Record<string, string>, name: string): boolean {
  return Object.keys(headers).some((key) => key.toLowerCase() === name)
}

function origin(url: string): string {
  return url.split('/').slice(0, 3).join('/')
}
