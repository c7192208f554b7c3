import { randomUUID } from 'node:crypto'
import { startBackend } from '../../../../local/backend.ts'
import { importedAnswers } from '../../imported-answers.ts'
import type { Subject } from '../moved-tabs.ts'
import { headersOf, type Place } from '../place.ts'
import { day, setUp, tabs } from '../workbook.ts'

const ANSWERS = 'Survey answers'
const FACTS = ['Complaints', 'Last answer', 'Latest NPS', 'Satisfaction']
const LINKS = 'Survey link: Spring'
const complaint = { kind: 'complaint', channel: 'hotline', category: '', severity: 'high', wantedOutcome: '' }

/** What goes to the backend and comes back from it, over the real API. */
export const backend: Subject = {
  name: 'Workspace',
  file: 'backend',
  tabs: () => {
    const all = tabs()
    all.Customers?.forEach((row, at) => {
      row.push(at === 0 ? 'Latest NPS' : at === 5 ? 3 : '')
    })
    const answers = ['C01', 'C03', 'C05'].map((id, at) => [id, day(45_900 + at), 9 - at, 5, 4])
    return {
      ...all,
      [ANSWERS]: [['Customer ID', 'Date', 'NPS', 'Product quality', 'Service attitude'], ...answers],
    }
  },
  options: async (open) => ({ backend: await open(() => startBackend({ dir: ':memory:', port: 0 })) }),
  isFresh: true,
  async ready(place) {
    await setUp(place)
    await place.call('connectWorkspace', 'Key accounts', randomUUID())
    await place.call('createSurvey', 'Spring', randomUUID())
    await sync(place)
    await answers(place, { taken: 3, known: 0 })
  },
  async inCopy({ call }) {
    const refusal = await call('updateCustomerFacts', 0).catch((error: Error) => error.message)
    if (!/no workspace yet/.test(String(refusal))) throw new Error('A copy does not ask before it uses the backend.')
    await call('joinCopiedWorkspace', randomUUID())
  },
  actions: [
    {
      name: 'customers are mirrored',
      calls: ['syncCustomerPage', 'logComplaint'],
      writes: { Customers: ['Owner'] },
      async run(place) {
        place.type('Customers', ['My notes', 'note of C07'], 'Owner', 'Owner 9')
        await sync(place)
        const { customer } = await complain(place, 'C07')
        if (customer.name !== 'Shop 6') throw new Error(`C07 is mirrored as ${customer.name}`)
      },
    },
    {
      name: 'the first facts, into a column that holds something, too',
      calls: ['agreeToFacts', 'updateCustomerFacts'],
      writes: { Customers: FACTS },
      async run(place) {
        await place.call('agreeToFacts')
        await update(place)
      },
    },
    {
      name: 'more answers',
      calls: ['sendAnswers'],
      writes: { [ANSWERS]: ['+'] },
      async run(place) {
        const row = { 'Customer ID': 'C08', Date: day(45_950), NPS: 2, 'Product quality': 1, 'Service attitude': 2 }
        place.append(ANSWERS, row)
        await answers(place, { taken: 1, known: 3 })
      },
    },
    {
      name: 'facts again, of more answers and complaints',
      calls: ['updateCustomerFacts'],
      writes: { Customers: FACTS },
      async run(place) {
        await complain(place, 'C02')
        await update(place)
      },
    },
    {
      name: 'links of their own for customers',
      calls: ['makeLinkPage'],
      writes: { Customers: [LINKS] },
      async run(place) {
        const [survey] = await place.call<{ surveyId: string }[]>('listSurveys')
        const order = { column: LINKS, languages: '', expiresOn: '' }
        await pages((from) => place.call('makeLinkPage', survey?.surveyId, order, from))
        nameLinks(place)
      },
    },
    {
      name: 'the Complaints tab, made',
      calls: ['refreshComplaintsTab'],
      writes: { Complaints: ['+'] },
      run: ({ call }) => call('refreshComplaintsTab', [listed('1', {}), listed('2', {}), listed('3', {})]),
    },
    {
      name: 'the Complaints tab again: one changed, one closed, one new',
      calls: ['refreshComplaintsTab'],
      writes: { Complaints: ['+', 'State', 'Owner', 'Due', 'Clock'] },
      run: ({ call }) =>
        call('refreshComplaintsTab', [listed('4', {}), listed('3', { owner: 'Bo', due: '' }), listed('1', {})]),
    },
    {
      name: 'rows that were rejected',
      calls: ['writeRejectedAnswers'],
      writes: { 'Rejected answers': ['+'] },
      run: ({ call }) => call('writeRejectedAnswers', ['NPS'], [['4', 'Too high', '99']]),
    },
    {
      name: 'the report of complaints',
      calls: ['writeComplaintReport'],
      writes: { 'Complaint report': ['+'] },
      async run(place) {
        await place.call('writeComplaintReport', { by: 'tier', from: '', to: '' })
        const report = place.tab('Complaint report')
        const [header = [], ...rows] = report.table()
        const asOf = header.indexOf('As of') + 1
        rows.forEach((_, row) => {
          report.type(row + 2, asOf, 'now')
        })
      },
    },
    {
      name: 'complaints that were rejected',
      calls: ['writeRejectedComplaints'],
      writes: { 'Rejected complaints': ['+'] },
      run: ({ call }) => call('writeRejectedComplaints', ['Received'], [['4', 'No date', 'soon']]),
    },
  ],
}

/** A row as the form sends it. */
function listed(number: string, part: Record<string, string>): Record<string, string> {
  const instant = '2026-03-10T09:00:00.000Z'
  return {
    ...{ number: `C-2026-00000${number}`, state: 'Received', severity: 'Low', kind: 'Complaint', customerId: 'C07' },
    ...{ customer: 'Shop 6', tier: 'A', owner: 'Ann', category: 'Delivery', clock: 'in time' },
    ...{ received: instant, due: instant, lastChange: instant, ...part },
  }
}

async function sync(place: Place): Promise<void> {
  await pages((from) => place.call('syncCustomerPage', place.nameOf('Customers'), from))
}

/** Links differ from workspace to workspace: each is checked to be somebody's alone, and named after its row. */
function nameLinks(place: Place): void {
  const [header = [], ...rows] = place.tab('Customers').table()
  const at = place.columnOf('Customers', LINKS) - 1
  const links = rows.map((row) => String(row[at] ?? ''))
  const own = links.filter((link) => link.includes('/s/'))
  if (new Set(own).size !== own.length || own.length === 0) throw new Error(`The links under ${header[at]}: ${links}`)
  links.forEach((link, row) => {
    if (link) place.tab('Customers').type(row + 2, at + 1, 'a link')
  })
}

async function update(place: Place): Promise<void> {
  await pages((from) => place.call('updateCustomerFacts', from))
}

async function pages(page: (from: number) => Promise<{ next: number | null }>): Promise<void> {
  for (let from: number | null = 0; from !== null; ) from = (await page(from)).next
}

async function complain({ call }: Place, customerId: string) {
  return call<{ customer: { name: string } }>(
    'logComplaint',
    { ...complaint, customerId, description: 'Wet' },
    randomUUID(),
  )
}

/** As the form reads the tab at first; later a person says which column is which, by what they called it first. */
async function answers(place: Place, expected: { taken: number; known: number }): Promise<void> {
  const [survey] = await place.call<{ surveyId: string }[]>('listSurveys')
  const header = headersOf(place.tab(ANSWERS))
  const { taken, known } = await importedAnswers(place.call, survey?.surveyId ?? '', place.nameOf(ANSWERS), (plan) => {
    if (expected.known === 0) columns = Object.entries(plan.at).map(([target, at]) => [target, header[at ?? -1] ?? ''])
    return { ...plan, at: Object.fromEntries(columns.map(([target, text]) => [target, header.indexOf(text)])) }
  })
  if (taken !== expected.taken || known !== expected.known) throw new Error(`${taken} were taken, ${known} were known`)
}

let columns: (readonly [target: string, header: string])[] = []
