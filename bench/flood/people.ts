import { randomUUID } from 'node:crypto'
import { ask, type Reply } from './ask.ts'
import type { Targets } from './crowd.ts'
import type { Deployment } from './deployment.ts'

const ANSWERS = 400
const COMPLAINTS = 50
const DAYS = 30
const CUSTOMERS = Array.from({ length: 200 }, (_, at) => ({ id: `C-${at}`, tier: 'ABCD'[at % 4] }))

/** A team with answers and complaints: what its people and formulas read, in turns, and where strangers may write to it. */
export async function people({ api, pages }: Deployment, token: string) {
  const sent = async (method: string, path: string, body?: object) => {
    const headers = { Authorization: `Bearer ${token}`, 'Idempotency-Key': randomUUID() }
    return right(await ask(api + path, { method, headers, ...(body && { body }) }))
  }
  // biome-ignore lint/suspicious/noExplicitAny: replies are read where they are asked for
  const call = async (method: string, path: string, body?: object): Promise<any> =>
    JSON.parse((await sent(method, path, body)).text)
  const { workspaceId } = await call('POST', '/v1/workspaces', { name: 'Flood' })
  const at = `/v1/workspaces/${workspaceId}`
  await call('POST', `${at}/customers`, { customers: CUSTOMERS })
  const { surveyId } = await call('POST', `${at}/surveys`, { title: 'Flood' })
  const survey = `${at}/surveys/${surveyId}`
  const { link } = await call('POST', `${survey}/open`)
  const rows = Array.from({ length: ANSWERS }, (_, n) => {
    const date = new Date(Date.now() - (1 + (n % DAYS)) * 86_400_000).toISOString().slice(0, 10)
    return { id: `row ${n}`, date, customerId: `C-${n % CUSTOMERS.length}`, answers: { nps: n % 11 } }
  })
  await call('POST', `${survey}/answers/import`, { rows })
  for (let n = 0; n < COMPLAINTS; n++) {
    const complaint = { customerId: `C-${n}`, channel: 'hotline', description: `The pallet ${n} arrived wet.` }
    await call('POST', `${at}/complaints`, complaint)
  }
  const { links } = await call('POST', `${survey}/links`, { customers: [{ customerId: 'C-1' }] })
  const form = await call('POST', `${at}/complaint-link`, {})
  const other = await call('POST', '/v1/workspaces', { name: 'Flood of one' })
  const otherForm = await call('POST', `/v1/workspaces/${other.workspaceId}/complaint-link`, {})
  const { documentKey } = await call('POST', `${at}/document-keys`, { spreadsheetId: 'flood', grants: ['figures'] })

  const queries = [
    { function: 'SURVEY', survey: 'Flood', metric: 'NPS', by: 'tier' },
    { function: 'COMPLAINTS', metric: 'NEW' },
  ]
  const keyed = { 'X-Document-Key': documentKey, 'X-Spreadsheet-Id': 'flood' }
  const reads = [
    () => sent('GET', `${survey}/figures?metric=NPS&by=tier`),
    async () => right(await ask(`${api}${at}/cells`, { method: 'POST', headers: keyed, body: { queries } })),
    () => sent('GET', `${at}/complaints?limit=50`),
  ]
  const onPages = (address: string) => pages + new URL(address).pathname
  return {
    targets: {
      pages,
      survey: onPages(link),
      own: onPages(links[0].link),
      form: onPages(form.link),
      otherForm: onPages(otherForm.link),
    } satisfies Targets,
    /** The next of what they read; what it cost. */
    readOne: async (n: number) => (await (reads[n % reads.length] as () => Promise<Reply>)()).cost,
    answers: async (): Promise<number> => (await call('GET', `${survey}/figures?metric=COUNT`)).figure - ANSWERS,
  }
}

function right(reply: Reply): Reply {
  if (reply.status >= 300) throw new Error(`${reply.status} ${reply.text}`)
  return reply
}
