import type { FetchReply, FetchRequest } from './ops.ts'

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])
const REDIRECTS = 10

/**
 * Makes a script's request, but only to this machine: nothing leaves it from a local run, by a redirect either.
 *
 * @param limitMs How long a reply is waited for at most, whatever the script asks.
 */
export async function loopbackFetch(request: FetchRequest, limitMs: number): Promise<FetchReply> {
  const signal = AbortSignal.timeout(Math.min(request.timeoutSeconds * 1000, limitMs))
  let asked = request
  for (let hops = 0; hops <= REDIRECTS; hops += 1) {
    const reply = await fetchOnce(asked, signal)
    if ('error' in reply || !request.followRedirects) return reply
    const next = redirected(asked, reply)
    if (next === undefined) return reply
    asked = next
  }
  return { error: `Too many redirects: ${request.url}` }
}

async function fetchOnce({ url, method, headers, body }: FetchRequest, signal: AbortSignal): Promise<FetchReply> {
  if (!URL.canParse(url)) return { error: `Invalid argument: ${url}` }
  if (!loopback.has(new URL(url).hostname)) return { error: `Workbench: only this machine can be reached, not ${url}` }
  try {
    const sent = body === null ? null : Buffer.from(body, 'base64')
    const response = await fetch(url, { method, headers, body: sent, redirect: 'manual', signal })
    const content = Buffer.from(await response.arrayBuffer()).toString('base64')
    return { status: response.status, headers: headersOf(response), body: content }
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    return { error: `${timedOut ? 'Timeout' : 'Address unavailable'}: ${url}` }
  }
}

/** The request that a redirect asks for, as browsers make it: a POST goes on as a GET, except after 307 and 308. */
function redirected(request: FetchRequest, reply: Extract<FetchReply, { status: number }>): FetchRequest | undefined {
  const location = reply.headers.Location
  if (![301, 302, 303, 307, 308].includes(reply.status) || typeof location !== 'string') return undefined
  const url = new URL(location, request.url).href
  const asGet = reply.status === 303 || (reply.status < 307 && request.method === 'POST')
  return asGet ? { ...request, url, method: 'GET', body: null } : { ...request, url }
}

/** With the capitals that Google gives them: scripts look for `Content-Type`. */
function headersOf({ headers }: Response): Record<string, string | string[]> {
  const named = [...headers].map(([name, value]) => [
    name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()),
    value,
  ])
  const cookies = headers.getSetCookie()
  return { ...Object.fromEntries(named), ...(cookies.length > 1 ? { 'Set-Cookie': cookies } : {}) }
}
