import type { FetchReply, FetchRequest } from './ops.ts'

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Makes a script's request, but only to this machine: nothing leaves it from a local run. */
export async function loopbackFetch(request: FetchRequest): Promise<FetchReply> {
  const { url, method, headers, body, followRedirects, timeoutSeconds } = request
  if (!URL.canParse(url)) return { error: `Invalid argument: ${url}` }
  if (!loopback.has(new URL(url).hostname)) return { error: `Workbench: only this machine can be reached, not ${url}` }
  try {
    const response = await fetch(url, {
      method,
      headers,
      body: body === null ? null : Buffer.from(body, 'base64'),
      redirect: followRedirects ? 'follow' : 'manual',
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    })
    if (!loopback.has(new URL(response.url).hostname)) return { error: `Address unavailable: ${response.url}` }
    const content = Buffer.from(await response.arrayBuffer()).toString('base64')
    return { status: response.status, headers: headersOf(response), body: content }
  } catch (error) {
    return {
      error:
        error instanceof Error && error.name === 'TimeoutError' ? `Timeout: ${url}` : `Address unavailable: ${url}`,
    }
  }
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
