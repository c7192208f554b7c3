import type { Chance } from './chance.ts'
import type { Machine } from './machine.ts'

export type Asked = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  /** Who is signed in; nobody on public pages. */
  as?: string
  body?: object | undefined
  /** The operation's id: the same however often a client tries. */
  operation?: string
}
// biome-ignore lint/suspicious/noExplicitAny: replies are looked into by the checks that know them
export type Reply = { status: number; body: any }

const TRIES = 6
const HOUR_MS = 3_600_000

/** As much of a request as the program reads: what undici does for each would be a tenth of a world's time. */
export function asked({ method, path, as, body, operation }: Asked): Request {
  const text = body && JSON.stringify(body)
  const headers: Record<string, string> = { 'Content-Type': 'application/json', Accept: 'application/json' }
  if (as) headers.Authorization = `Bearer ${as}`
  if (operation) headers['Idempotency-Key'] = operation
  if (text) headers['Content-Length'] = String(Buffer.byteLength(text))
  const request = { method, url: `http://localhost${path}`, headers: new Headers(headers), body: streamOf(text) }
  return request as unknown as Request
}

/** As much of a stream as a body is read by. */
function streamOf(text: string | undefined) {
  if (text === undefined) return null
  const parts = [new TextEncoder().encode(text)].values()
  return { getReader: () => ({ read: async () => parts.next(), cancel: async () => undefined }) }
}

/**
 * Asks as clients do: what failed inside, and what was answered but never heard, is asked again with the same body and
 * operation id, at once or hours later, or never.
 *
 * @returns undefined where the client gave up.
 */
export async function ask(
  { machine, chance, calm }: { machine: Machine; chance: Chance; calm: boolean },
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
    if (attempt === TRIES || chance.happens(0.15)) return undefined
    await machine.pause(chance.below(chance.happens(0.1) ? 30 * HOUR_MS : 200))
  }
}
