import { sweep } from '../../functions/complaint/sweep.ts'
import { TABLE } from '../../local/backend.ts'
import { type Asked, type MeasuredBackend, measuredBackend } from '../surveys/measured-backend.ts'
import { customers, PAGE, pageOfRows } from '../surveys/rows.ts'

/** What one of each asks of DynamoDB, in units as the engine bills them. */
export type Units = Record<Act, Pick<Asked, 'readUnits' | 'writeUnits'>>

export type Act =
  | 'answer'
  | 'ownAnswer'
  | 'importedAnswer'
  | 'pageOpened'
  | 'intake'
  | 'step'
  | 'queue'
  | 'read'
  | 'figures'
  | 'customer'
  | 'sameCustomer'
  | 'publication'
  | 'sweep'

/** What AWS bills for a query of an index that finds nothing; the embedded engine counts none. */
const EMPTY_QUERY = 0.5

/** Of a publication. */
const FIGURES = 40

/** Measures each act once, over HTTP on the embedded engine, in a workspace that has customers, answers and complaints. */
export async function measuredUnits(): Promise<Units> {
  const backend = await measuredBackend(':memory:')
  try {
    const workspace = `/v1/workspaces/${(await backend.call('POST', '/v1/workspaces', { name: 'Costs' })).workspaceId}`
    const measure = async (work: () => Promise<unknown>, of = 1) => {
      const { readUnits, writeUnits } = await backend.counted(work)
      return { readUnits: readUnits / of, writeUnits: writeUnits / of }
    }
    return {
      ...(await customersAndAnswers(backend, workspace, measure)),
      ...(await desk(backend, workspace, measure)),
      ...(await shared(backend, workspace, measure)),
    }
  } finally {
    await backend.close()
  }
}

type Measure = (work: () => Promise<unknown>, of?: number) => Promise<Units[Act]>

async function customersAndAnswers({ call }: MeasuredBackend, workspace: string, measure: Measure) {
  const mirrored = customers().slice(0, 500)
  const customer = await measure(() => call('POST', `${workspace}/customers`, { customers: mirrored }), mirrored.length)
  const sameCustomer = await measure(
    () => call('POST', `${workspace}/customers`, { customers: mirrored }),
    mirrored.length,
  )
  const { surveyId } = await call('POST', `${workspace}/surveys`, { title: 'Costs' })
  const survey = `${workspace}/surveys/${surveyId}`
  const { link } = await call('POST', `${survey}/open`)
  const answers = { nps: 9, comment: 'The pallets came on time and in one piece.' }
  const send = async (to: string) => {
    const { ticket } = await call('GET', to)
    return measure(() => call('POST', to, { ticket, answers }))
  }
  const answer = await send(link)
  const { links } = await call('POST', `${survey}/links`, { customers: [{ customerId: 'C1' }] })
  const ownAnswer = await send(links[0].link)
  const rows = pageOfRows(0, 40)
  const importedAnswer = await measure(() => call('POST', `${survey}/answers/import`, { rows }), PAGE)
  const read = () => call('GET', `${survey}/figures?metric=NPS&by=tier`)
  await read()
  return {
    customer,
    sameCustomer,
    answer,
    ownAnswer,
    importedAnswer,
    pageOpened: await measure(() => call('GET', link)),
    figures: await measure(read),
  }
}

async function desk({ call, counted, db }: MeasuredBackend, workspace: string, measure: Measure) {
  const path = `${workspace}/complaints`
  const log = () => call('POST', path, { customerId: 'C1', channel: 'hotline', description: 'The pallet arrived wet.' })
  const made = await log()
  const backend = { db, table: TABLE, publicUrl: '', signingKey: 'a key', now: () => new Date() }
  return {
    intake: await measure(log),
    step: await measure(() =>
      call('POST', `${path}/${made.id}/actions`, { action: 'acknowledge', expectedVersion: 1 }),
    ),
    queue: await measure(() => call('GET', path)),
    sweep: { readUnits: (await counted(() => sweep(backend))).operations * EMPTY_QUERY, writeUnits: 0 },
  }
}

async function shared({ call }: MeasuredBackend, workspace: string, measure: Measure) {
  const { audienceId } = await call('POST', `${workspace}/audiences`, { kind: 'everyone' })
  const figures = Array.from({ length: FIGURES }, (_, i) => ({
    ...{ kpi: `own:${i}`, label: `KPI ${i}`, unit: 'count', by: '', group: '', value: i, n: i, direction: 1 },
  }))
  const body = () => ({ figures, asOf: new Date().toISOString(), audiences: [audienceId] })
  await call('POST', `${workspace}/kpis`, body())
  return {
    publication: await measure(() => call('POST', `${workspace}/kpis`, body())),
    read: await measure(() => call('GET', `${workspace}/complaint-figures?metric=OPEN`)),
  }
}
