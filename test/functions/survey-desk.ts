import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { RunningApp } from './running-app.ts'

type Fields = Record<string, string | string[]>

/** One survey of an app and its public pages, as a browser without script meets them. */
export async function surveyDesk(app: RunningApp, survey: Record<string, unknown> = {}) {
  const { token } = app
  const questions = [
    { id: 'nps', type: 'nps', title: 'Recommend?', required: true },
    { id: 'why', type: 'text', title: 'Why?' },
  ]
  const body = { title: 'Spring survey', questions, ...survey }
  const { surveyId } = (await app.call<{ surveyId: string }>('POST', app.at('/surveys'), { token, body })).body
  const opened = await app.call<{ link: string }>('POST', app.at(`/surveys/${surveyId}/open`), { token })
  const path = new URL(opened.body.link).pathname

  /** The page of a link; `ticket` is what its form would send. */
  async function open(at = path, headers: Record<string, string> = { 'Accept-Language': 'en' }) {
    const response = await app.hono.request(at, { headers })
    const html = await response.text()
    const ticket = /name="ticket" value="([^"]+)"/.exec(html)?.[1] ?? ''
    return { status: response.status, html, ticket, headers: response.headers }
  }

  /** Sends a form's fields, with `answers.` before all but its ticket and the language to show. */
  async function send(at: string, { ticket = '', show = '', ...answers }: Fields) {
    const form = new FormData()
    form.set('ticket', String(ticket))
    if (show) form.set('show', String(show))
    for (const [id, given] of Object.entries(answers)) {
      for (const value of [given].flat()) form.append(`answers.${id}`, value)
    }
    const response = await app.hono.request(at, { method: 'POST', body: form, headers: { 'Accept-Language': 'en' } })
    const html = await response.text()
    return { status: response.status, html, ticket: /name="ticket" value="([^"]+)"/.exec(html)?.[1] ?? '' }
  }

  type Figures = {
    n: number
    figure: number | null
    low: number
    rows?: { value: string; n: number; figure: number }[]
  }
  const figures = (query: string) =>
    app.call<Figures>('GET', app.at(`/surveys/${surveyId}/figures?${query}`), { token }).then(({ body }) => body)

  type Listed = { answerId: string; day: string; revision: number; version: number; answers: Record<string, unknown> }
  type Links = { links: { customerId: string; link: string }[]; made: number; kept: number }
  return {
    surveyId,
    path,
    open,
    send,
    figures,
    /** A page opened and sent at once. */
    answer: async (answers: Fields, at = path) => send(at, { ticket: (await open(at)).ticket, ...answers }),
    change: (body: Record<string, unknown>) => app.call('PATCH', app.at(`/surveys/${surveyId}`), { token, body }),
    count: async () => (await figures('metric=COUNT')).figure,
    answers: async () =>
      (await app.call<{ answers: Listed[] }>('GET', app.at(`/surveys/${surveyId}/answers`), { token })).body.answers,
    links: (body: Record<string, unknown>, operation?: string) =>
      app.call<Links>('POST', app.at(`/surveys/${surveyId}/links`), { token, body, ...(operation && { operation }) }),
    /** The path of one customer's own link. */
    async linkOf(customerId: string, more: { language?: string; expiresOn?: string; wave?: string } = {}) {
      const { language, ...rest } = more
      const { body } = await this.links({ customers: [{ customerId, language }], ...rest })
      return new URL(body.links[0]!.link).pathname
    },
  }
}

/** Everything in the table, in order. */
export async function everything({ backend: { db, table } }: Pick<RunningApp, 'backend'>): Promise<string[]> {
  const { Items } = await db.send(new ScanCommand({ TableName: table, ConsistentRead: true }))
  return (Items ?? []).map((item) => JSON.stringify(item, inOrder)).sort()
}

/** DynamoDB does not say in which order a map comes. */
function inOrder(_key: string, value: unknown): unknown {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isMap ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value
}
