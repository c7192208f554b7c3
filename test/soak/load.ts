import { setTimeout as sleep } from 'node:timers/promises'
import type { Request, SoakClient } from './client.ts'

/** What was acknowledged: the marks of answers, the acts of complaints by their texts, what was published last. */
export type Ledger = {
  answers: Set<string>
  complaints: Map<string, { id: string; acts: string[] }>
  published: number
  problems: string[]
}

export const newLedger = (): Ledger => ({ answers: new Set(), complaints: new Map(), published: 0, problems: [] })

/** A workspace with a survey that is open, and a key to its figures. */
export type Place = { at: string; survey: string; page: string; documentKey: string; audience: string }

const ROWS = 20
const DAYS = 60
const CUSTOMERS = 300
/** Of the customer file, each time that it is sent. */
const CHANGED_SHARE = 0.1
const tiers = ['A', 'B', 'C']

/** Makes the workspace. */
export async function place({ ask }: SoakClient, url: string): Promise<Place> {
  const post = async <T>(path: string, body?: unknown) => (await ask<T>({ method: 'POST', path, body })).body
  const { workspaceId } = await post<{ workspaceId: string }>('/v1/workspaces', { name: 'Soak' })
  const at = `/v1/workspaces/${workspaceId}`
  const questions = [
    { id: 'nps', type: 'nps', title: 'Recommend?', required: true },
    { id: 'why', type: 'text', title: 'Why?' },
  ]
  const { surveyId } = await post<{ surveyId: string }>(`${at}/surveys`, { title: 'Soak', questions })
  const { link } = await post<{ link: string }>(`${at}/surveys/${surveyId}/open`)
  const key = { spreadsheetId: 'soak', grants: ['figures', 'kpis', 'facts'] }
  const { documentKey } = await post<{ documentKey: string }>(`${at}/document-keys`, key)
  const { audienceId } = await post<{ audienceId: string }>(`${at}/audiences`, { kind: 'position', name: 'Leaders' })
  const page = link.replace(url, '')
  await post(`${at}/customers`, { customers: customersOf(() => 'A') })
  return { at, survey: `${at}/surveys/${surveyId}`, page, documentKey, audience: audienceId }
}

/**
 * What people and formulas do at once, each again and again with a pause, until `goOn` says no: public pages, imports,
 * complaints and acts, cells, figures, published KPIs, the customer file.
 */
export async function load(
  client: SoakClient,
  where: Place,
  ledger: Ledger,
  chance: () => number,
  goOn: () => boolean,
) {
  const { at, survey, page, documentKey, audience } = where
  let n = 0
  const next = (what: string) => `${what} ${++n}`
  const oneOf = <T>(choices: readonly T[]) => choices[Math.floor(chance() * choices.length)] as T
  const asked = async (request: Request) => {
    const reply = await client.ask(request)
    if (reply.status >= 300)
      throw new Error(`${request.method} ${request.path}: ${reply.status} ${reply.text.slice(0, 200)}`)
    return reply
  }
  const customer = () => `C-${Math.ceil(chance() * CUSTOMERS)}`

  const work: [pauseMs: number, () => Promise<unknown>][] = [
    [
      800,
      async () => {
        const { text } = await asked({ method: 'GET', path: page })
        const ticket = /name="ticket" value="([^"]+)"/.exec(text)?.[1] ?? ''
        const mark = next('page')
        const form = new URLSearchParams({ ticket, 'answers.nps': String(n % 11), 'answers.why': mark })
        await asked({ method: 'POST', path: page, form })
        ledger.answers.add(mark)
        if (chance() < 0.1) await asked({ method: 'POST', path: page, form })
      },
    ],
    [
      1500,
      async () => {
        const rows = Array.from({ length: ROWS }, () => {
          const date = new Date(Date.now() - Math.floor(chance() * DAYS) * 86_400_000).toISOString().slice(0, 10)
          const mark = next('row')
          return { id: mark, date, customerId: customer(), answers: { nps: n % 11, why: mark } }
        })
        const send = () => asked({ method: 'POST', path: `${survey}/answers/import`, body: { rows } })
        await send()
        for (const { id } of rows) ledger.answers.add(id)
        if (chance() < 0.1) await send()
      },
    ],
    [
      1500,
      async () => {
        const description = next('complaint')
        const body = { customerId: customer(), channel: 'hotline', description, category: oneOf(['Wet', 'Late']) }
        const made = await asked({ method: 'POST', path: `${at}/complaints`, body })
        let { id, version } = made.body as { id: string; version: number }
        const acts: string[] = []
        ledger.complaints.set(description, { id, acts })
        for (const action of ['acknowledge', 'start', 'note'].slice(0, Math.floor(chance() * 4))) {
          const act = { action, text: next('act'), expectedVersion: version }
          const path = `${at}/complaints/${id}/actions`
          version = ((await asked({ method: 'POST', path, body: act })).body as { version: number }).version
          acts.push(act.text)
        }
      },
    ],
    [
      1000,
      () => {
        const queries = [
          { function: 'SURVEY', survey: 'Soak', metric: 'NPS', by: oneOf(['tier', 'tier_now', 'channel']) },
          { function: 'COMPLAINTS', metric: 'NEW' },
        ]
        return asked({ method: 'POST', path: `${at}/cells`, body: { queries }, key: documentKey })
      },
    ],
    [1500, () => asked({ method: 'GET', path: `${survey}/figures?metric=${oneOf(['NPS', 'COUNT'])}` })],
    [2000, () => asked({ method: 'GET', path: `${at}/complaints?limit=50` })],
    [
      5000,
      async () => {
        const value = ++n
        const figure = { kpi: 'nps', label: 'NPS', unit: 'points', by: '', group: '', value, n: 1, direction: 1 }
        const body = { figures: [figure], asOf: new Date().toISOString(), audiences: [audience] }
        await asked({ method: 'POST', path: `${at}/kpis`, body })
        ledger.published = value
      },
    ],
    [
      10_000,
      () => {
        const customers = customersOf(() => oneOf(tiers)).filter(() => chance() < CHANGED_SHARE)
        return asked({ method: 'POST', path: `${at}/customers`, body: { customers } })
      },
    ],
  ]

  await Promise.all(
    work.map(async ([pauseMs, once]) => {
      while (goOn()) {
        await once().catch((error: Error) => ledger.problems.push(error.message))
        for (let slept = 0; slept < pauseMs && goOn(); slept += 100) await sleep(100)
      }
    }),
  )
}

function customersOf(tier: () => string) {
  return Array.from({ length: CUSTOMERS }, (_, at) => ({ id: `C-${at + 1}`, tier: tier() }))
}
