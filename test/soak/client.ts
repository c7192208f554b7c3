import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

export type Request = { method: string; path: string; body?: unknown; form?: URLSearchParams; key?: string }
export type Reply<T> = { status: number; body: T; text: string }

const TRIES = 30
const PAUSE_MS = 300
const PATIENCE_MS = 60_000
/** A client that is cut is cut within so long of asking, before or after its request was done. */
const CUT_WITHIN_MS = 40
const AGAIN = new Set([429, 500, 502, 503, 504])

/**
 * A client of the API that asks until it is answered, each request under one operation id.
 *
 * @param cutShare Which part of the first tries is cut.
 * @param token A token that is good for now.
 */
export function soakClient(url: string, token: () => Promise<string>, cutShare: number, chance: () => number) {
  const counts = { requests: 0, cut: 0, unanswered: 0 }

  /** @throws Error where no try was answered. */
  async function ask<T = unknown>({ method, path, body, form, key }: Request): Promise<Reply<T>> {
    const operation = randomUUID()
    let last = ''
    for (let at = 0; at < TRIES; at++) {
      const headers: Record<string, string> = form ? {} : { 'Idempotency-Key': operation }
      if (key) Object.assign(headers, { 'X-Document-Key': key, 'X-Spreadsheet-Id': 'soak' })
      else if (!form) headers.Authorization = `Bearer ${await token()}`
      if (body !== undefined) headers['Content-Type'] = 'application/json'
      const isCut = at === 0 && chance() < cutShare
      const signal = AbortSignal.timeout(isCut ? Math.ceil(chance() * CUT_WITHIN_MS) : PATIENCE_MS)
      const sent = form ?? (body === undefined ? undefined : JSON.stringify(body))
      counts.requests++
      try {
        const response = await fetch(url + path, { method, headers, signal, ...(sent !== undefined && { body: sent }) })
        const text = await response.text()
        if (!AGAIN.has(response.status)) return { status: response.status, body: asJson(text) as T, text }
        last = `${response.status} ${text.slice(0, 200)}`
      } catch (error) {
        last = String(error)
        if (isCut) counts.cut++
        else counts.unanswered++
        if (isCut) continue
      }
      await sleep(PAUSE_MS)
    }
    throw new Error(`${method} ${path} was not answered: ${last}`)
  }

  return { ask, counts }
}

export type SoakClient = ReturnType<typeof soakClient>

function asJson(text: string): unknown {
  return text.startsWith('{') ? JSON.parse(text) : undefined
}
