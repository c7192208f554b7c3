import type { PublishedFigure, ReadableKpis } from '../../core/kpi/published-kpi.ts'
import { ADA, runningApp } from './running-app.ts'

export type Failed = { error: { code: string; message: string } }
export type Linked = { workspaceId: string; audienceId: string; keyId: string; documentKey: string; name: string }
export type History = { history: { day: string; figures: PublishedFigure[] }[] }
type Listed = {
  audiences: {
    audienceId: string
    kind: string
    name: string
    kpis: { kpi: string; by: string; label: string; since: string }[]
    links: { keyId: string; title: string; since: string; lastReadAt?: string }[]
  }[]
}

/** A figure of a KPI: of everything, or of a tier. */
export function figure(kpi: string, value: number, group = ''): PublishedFigure {
  const by = group ? 'tier' : ''
  return { kpi, label: kpi.toUpperCase(), unit: 'points', by, group, value, n: 10, direction: 1 }
}

/** A running app with what a manager does about audiences, and what their spreadsheets do. */
export async function audienceDesk() {
  const app = await runningApp()
  const { at, call, clock } = app
  let signedIn = { at: 0, token: '' }
  async function token() {
    const now = clock.now.getTime()
    if (now !== signedIn.at) signedIn = { at: now, token: await app.tokenOf(ADA) }
    return signedIn.token
  }
  const write = async <T>(method: string, path: string, body?: unknown, operation?: string) =>
    call<T>(method, at(path), { token: await token(), body, ...(operation && { operation }) })

  async function audience(name: string, kind = 'position') {
    return (await write<{ audienceId: string }>('POST', '/audiences', { kind, name })).body.audienceId
  }
  async function code(audienceId: string, operation?: string) {
    const reply = await write<{ code: string }>('POST', `/audiences/${audienceId}/codes`, undefined, operation)
    return reply.body.code
  }
  async function redeem<T = Linked>(
    typed: string,
    { sub = 'bo', spreadsheetId, operation }: { sub?: string; spreadsheetId?: string; operation?: string } = {},
  ) {
    const sheet = spreadsheetId ?? `sheet of ${sub}`
    const body = { code: typed, spreadsheetId: sheet, spreadsheetTitle: `Title of ${sheet}` }
    const token = await app.tokenOf({ sub, email: `${sub}@example.com`, name: sub })
    return call<T>('POST', '/v1/audience-codes/redeem', { token, body, ...(operation && { operation }) })
  }

  /** As a linked spreadsheet does. */
  async function asDocument<T>(path: string, key: string, body: unknown, spreadsheetId: string | undefined) {
    const headers = new Headers({ 'Content-Type': 'application/json', 'X-Document-Key': key })
    if (spreadsheetId !== undefined) headers.set('X-Spreadsheet-Id', spreadsheetId)
    const reply = await app.hono.request(at(path), { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: reply.status, body: (await reply.json()) as T }
  }

  return {
    ...app,
    write,
    audience,
    code,
    redeem,
    asDocument,
    at: (instant: string) => {
      clock.now = new Date(instant)
    },
    path: at,
    async publish(figures: PublishedFigure[], audiences: string[], more: object = {}, operation?: string) {
      const body = { figures, audiences, asOf: clock.now.toISOString(), ...more }
      return write<{ readable: boolean } & Failed>('POST', '/kpis', body, operation)
    },
    /** A spreadsheet that is linked to the audience. */
    async link(audienceId: string, spreadsheetId = 'sheet-b') {
      return (await redeem(await code(audienceId), { spreadsheetId })).body
    },
    read: <T = ReadableKpis>(key: string, body: object = {}, spreadsheetId: string | undefined = 'sheet-b') =>
      asDocument<T>('/kpis/read', key, body, spreadsheetId),
    /** What formulas of a spreadsheet show: values, or codes of errors with their sentences. */
    async cells(key: string, queries: object[], spreadsheetId = 'sheet-b') {
      type Cells = { results: { value?: unknown; error?: { code: string; message: string } }[] }
      const { status, body } = await asDocument<Cells>('/cells', key, { queries }, spreadsheetId)
      return status === 200 ? body.results.map(({ value, error }) => value ?? error) : status
    },
    async list() {
      return (await call<Listed>('GET', at('/audiences'), { token: await token() })).body.audiences
    },
  }
}

export type AudienceDesk = Awaited<ReturnType<typeof audienceDesk>>
