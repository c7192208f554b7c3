import { isDeepStrictEqual } from 'node:util'
import type { Chance } from './chance.ts'
import type { Machine } from './machine.ts'

export type Asked = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  /** Who is signed in; nobody on public pages. */
  as?: string
  /** A document key, and the spreadsheet that it is used in. */
  key?: { secret: string; spreadsheetId: string }
  body?: object | undefined
  /** The operation's id: the same however often a client tries. */
  operation?: string
}
// biome-ignore lint/suspicious/noExplicitAny: replies are looked into by the checks that know them
export type Reply = { status: number; body: any }

const TRIES = 6
const HOUR_MS = 3_600_000

/** As much of a request as the program reads: what undici does for each would be a tenth of a world's time. */
export function asked({ method, path, as, key, body, operation }: Asked): Request {
  const text = body && JSON.stringify(body)
  const headers: Record<string, string> = { 'Content-Type': 'application/json', Accept: 'application/json' }
  if (as) headers.Authorization = `Bearer ${as}`
  if (key) Object.assign(headers, { 'X-Document-Key': key.secret, 'X-Spreadsheet-Id': key.spreadsheetId })
  if (operation) headers['Idempotency-Key'] = operation
  if (text) headers['Content-Length'] = String(Buffer.byteLength(text))
  const request = { method, url: `http://localhost${path}`, headers: new Headers(headers), body: streamOf(text) }
  // What is planted reads it as a text.
  return { ...request, text: async () => text ?? '' } as unknown as Request
}

/** As much of a stream as a body is read by. */
function streamOf(text: string | undefined) {
  if (text === undefined) return null
  const parts = [new TextEncoder().encode(text)].values()
  return { getReader: () => ({ read: async () => parts.next(), cancel: async () => undefined }) }
}

/** Who asks: `unanswered` are writes that were given up, of which nobody knows what became. */
export type Client = { machine: Machine; chance: Chance; calm: boolean; unanswered: Asked[] }

/**
 * Asks as clients do: what failed inside, and what was answered but never heard, is asked again with the same body and
 * operation id, at once or hours later, or never.
 *
 * @returns undefined where the client gave up.
 */
export async function ask(
  { machine, chance, calm, unanswered }: Client,
  request: Asked,
  violation: (what: string) => void,
): Promise<Reply | undefined> {
  const { method, path } = request
  for (let attempt = 1; ; attempt++) {
    const faults = machine.faults()
    machine.note(`${method} ${path} ${JSON.stringify(request.body ?? '')} ${request.operation ?? ''}`)
    const answered = await machine.handled(asked(request))
    if (answered !== 'died') {
      const { status, text } = answered
      machine.note(`${status} ${text}`)
      if (status < 500 && (calm || !chance.happens(0.05))) return { status, body: JSON.parse(text) }
      if (status >= 500 && machine.faults() === faults) violation(`${method} ${path} fails without a fault: ${text}`)
    } else machine.note(`${method} ${path} died`)
    if (attempt === TRIES || chance.happens(0.15)) {
      if (method !== 'GET') unanswered.push(request)
      return undefined
    }
    await machine.pause(chance.below(chance.happens(0.1) ? 30 * HOUR_MS : 200))
  }
}

/**
 * Asks once more, in peace, for all that was given up: each is answered, by success or by a refusal that says why, and
 * the same again.
 */
export async function everyAnswer(client: Client, violation: (what: string) => void): Promise<void> {
  for (const request of client.unanswered.splice(0)) {
    const told: { status: string; body: unknown }[] = []
    for (let times = 2; times > 0; times--) {
      const reply = await ask(client, request, violation)
      const code = reply?.body.error?.code
      // What is settled is told anew each time.
      const isAnew = !request.operation || request.path.endsWith('/settle') || code
      told.push({ status: String(reply?.status), body: code ?? (isAnew ? '' : reply?.body) })
    }
    if (!isDeepStrictEqual(told[0], told[1]) || /^5|undefined/.test(told[0]!.status))
      violation(`${request.method} ${request.path} has no answer that lasts: ${JSON.stringify(told)}`)
  }
}
