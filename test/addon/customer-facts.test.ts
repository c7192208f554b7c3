import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CustomerVoice } from '../../addon/customer-page/customer-voice.ts'
import { propertyStore } from '../../local/apps-script/property-store.ts'
import { openScriptHost, type ScriptHost } from '../../local/apps-script/script-host.ts'
import { type RunningBackend, startBackend } from '../../local/backend.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { type MemoryWorkbook, memoryWorkbook } from '../local/apps-script/memory-workbook.ts'
import { builtAddon } from './built-code.ts'
import { importedAnswers } from './imported-answers.ts'

const serial = (day: string): Cell => ({ date: Date.parse(day) / 86_400_000 + 25_569 })
const TABS: Record<string, Cell[][]> = {
  Customers: [
    ['Customer ID', 'Name', 'NPS', 'Mine', '投诉数'],
    ['C-1', 'Northwind', 3, 'a', 1],
    ['', '', '', '', ''],
    ['C-2', 'Contoso', 4, 'b', ''],
    ...Array.from({ length: 600 }, (_, i): Cell[] => [i === 0 ? 'X-0' : '', `Customer ${i}`, '', '', '']),
    ['C-3', '东方贸易', '', 'c', 5],
  ],
  'Survey answers': [
    ['Customer ID', 'Date', 'NPS', 'Product quality', 'Service attitude'],
    ['C-1', serial('2026-03-01'), 9, 4, 5],
    ['C-1', serial('2026-03-05'), 2, '', ''],
    ['C-3', serial('2026-02-01'), 10, '', 1],
  ],
}

let backend: RunningBackend
let book: MemoryWorkbook
let script: ScriptHost
let surveyId: string
const call = <T>(name: string, ...args: unknown[]) => script.run(name, ...args) as Promise<T>
const table = () => book.sheets[0]!.table()

beforeAll(async () => {
  backend = await startBackend({ dir: ':memory:', port: 0, now: () => new Date('2026-03-10T08:00:00Z') })
  book = memoryWorkbook({ names: Object.keys(TABS) })
  Object.values(TABS).forEach((rows, index) => {
    book.sheets[index]!.fill(rows)
  })
  const properties = await propertyStore()
  await properties.change('script', { API_URL: backend.url }, [])
  script = await openScriptHost({
    code: (await builtAddon()).get('Code.js') as string,
    workbook: book.call,
    properties,
    identityToken: () => backend.identityToken({ sub: 'ann', email: 'ann@example.com', name: 'Ann' }),
  })
  await expect(call('updateCustomerFacts', 0)).rejects.toThrow('no workspace yet')
  expect(await call('customerVoice', 'C-1')).toBe(null)
  await call('connectWorkspace', 'Key accounts', 'connect')
  for (let from: number | null = 0; from !== null; ) {
    from = (await call<{ next: number | null }>('syncCustomerPage', 'Customers', from)).next
  }
  surveyId = (await call<{ surveyId: string }>('createSurvey', 'Spring', 'create')).surveyId
  expect(await importedAnswers(call, surveyId, 'Survey answers')).toMatchObject({ taken: 3 })
  const intake = { kind: 'complaint', channel: 'hotline', category: '', severity: 'high', description: 'Wet' }
  for (const [place, customerId] of ['C-2', 'C-3', 'C-3'].entries()) {
    await call('logComplaint', { ...intake, wantedOutcome: '', customerId }, `complaint-${place}`)
  }
})
afterAll(async () => {
  await script.close()
  await backend.close()
})

async function update(): Promise<{ pages: number; answered: number; withComplaints: number }> {
  const sum = { pages: 0, answered: 0, withComplaints: 0 }
  for (let from: number | null = 0; from !== null; ) {
    const page: { next: number | null; answered: number; withComplaints: number } = await call(
      'updateCustomerFacts',
      from,
    )
    sum.pages++
    sum.answered = page.answered
    sum.withComplaints = page.withComplaints
    from = page.next
  }
  return sum
}

test('the columns that the team filled are asked about once, and formulas in them are never written over', async () => {
  const before = table()
  const counted = [
    { header: 'NPS', cells: 2 },
    { header: '投诉数', cells: 2 },
  ]
  expect(await call('factsInTheWay')).toEqual(counted)
  await expect(update()).rejects.toThrow('The column "NPS" holds something else in 2 cells')
  expect(table()).toEqual(before)
  await call('agreeToFacts')
  expect(await call('factsInTheWay')).toEqual([])
  book.sheets[0]!.type(4, 3, '=1+3')
  await expect(update()).rejects.toThrow('Row 4 of the column "NPS" holds a formula')
  book.sheets[0]!.type(4, 3, 4)
  expect(table()).toEqual(before)
})

test('facts come page by page; of whom nothing is known the team keeps what it has; again changes nothing', async () => {
  expect(await update()).toEqual({ pages: 2, answered: 2, withComplaints: 2 })
  const written = table()
  expect(written[0]).toEqual(['Customer ID', 'Name', 'NPS', 'Mine', '投诉数', 'Satisfaction', 'Last answer'])
  expect([1, 2, 3, 4, 604].map((row) => written[row])).toEqual([
    ['C-1', 'Northwind', 2, 'a', 1, 4.5, serial('2026-03-05')],
    ['', '', '', '', '', '', ''],
    ['C-2', 'Contoso', 4, 'b', 1, '', ''],
    ['X-0', 'Customer 0', '', '', 0, '', ''],
    ['C-3', '东方贸易', 10, 'c', 2, 1, serial('2026-02-01')],
  ])
  await update()
  expect(table()).toEqual(written)
})

test('a column that was blank at first is kept to what is known', async () => {
  book.sheets[0]!.type(4, 6, 3)
  expect(await call('factsInTheWay')).toEqual([])
  await update()
  expect(table()[3]).toEqual(['C-2', 'Contoso', 4, 'b', 1, '', ''])
})

const byId = (rows: Cell[][]) => Object.fromEntries(rows.filter(([id]) => id).map((row) => [String(row[0]), row]))

test('an update that was killed goes on where it was, unless customers were moved past that row', async () => {
  const before = table()
  type Page = { done: number; next: number | null; answered: number }
  const first = await call<Page>('updateCustomerFacts', 0)
  expect(first).toMatchObject({ done: 500, next: 500, answered: 1 })
  book.sheets[0]!.type(2, 3, 99)
  expect(await call<Page>('updateCustomerFacts', 0)).toMatchObject({ done: 604, next: null, answered: 2 })
  expect(table()[1]![2]).toBe(99)

  await call('updateCustomerFacts', 0)
  book.sheets[0]!.sort(2, 2, true)
  expect(await call<Page>('updateCustomerFacts', 0)).toMatchObject({ done: 500 })
  book.sheets[0]!.sort(2, 2, false)
  await expect(call('updateCustomerFacts', 500)).rejects.toThrow('were moved while this was at work, so it stopped')
  expect(await update()).toEqual({ pages: 2, answered: 2, withComplaints: 2 })
  expect(byId(table())).toEqual(byId(before))
})

test('rows that are sorted in any moment of a page keep their own facts', async () => {
  const before = byId(table())
  const sheet = book.sheets[0]!
  const seen = book.call
  for (const moment of [4, 8, 12, 16, 20, 24, 28]) {
    sheet.sort(2, 2, false)
    const from = book.calls.length
    book.calls.push = function push(...asked) {
      const length = Array.prototype.push.apply(this, asked)
      if (length - from === moment) sheet.sort(2, 2, true)
      return length
    }
    await call('updateCustomerFacts', 0).catch(() => undefined)
    Reflect.deleteProperty(book.calls, 'push')
    await update()
    expect(byId(table()), `sorted at ${moment}`).toEqual(before)
  }
  expect(book.call).toBe(seen)
})

test('the page shows what the customer said', async () => {
  const { answers, complaints } = await call<CustomerVoice>('customerVoice', 'C-3')
  expect(answers).toMatchObject([{ survey: 'Spring', day: '2026-02-01', nps: 10 }])
  expect(complaints).toHaveLength(2)
  expect(complaints[0]).toMatchObject({ kind: 'complaint', state: 'received', received: '2026-03-10', closed: '' })
  expect(complaints[0]!.due).toMatch(/^2026-03-1\d \d\d:\d\d$/)
})

type Applied = { up: number; down: number; first: number }

/** A standard of one indicator: A from half of its range on. */
async function standardOf(key: string, label: string, direction: 1 | -1) {
  const { proposal } = await call<{ proposal: object }>('scoreSetup')
  return {
    ...proposal,
    indicators: [{ key, label, direction, weight: 1 }],
    ...{ method: 'MINMAX', cut: 'SCORE' },
    tiers: [
      { label: 'C', from: 0 },
      { label: 'A', from: 50 },
    ],
  }
}

function tiers(): Record<string, Cell | undefined> {
  const [header = [], ...rows] = table()
  const [id, tier] = ['Customer ID', 'Tier'].map((name) => header.indexOf(name))
  return Object.fromEntries(rows.filter((row) => row[id!]).map((row) => [String(row[id!]), row[tier!]]))
}

test('what comes back moves tiers when the standard runs again', async () => {
  const standard = await standardOf('field:complaints', 'Complaints', -1)
  expect(await call<Applied>('applyTiers', standard)).toMatchObject({ up: 0, down: 0, first: 4 })
  expect(tiers()).toEqual({ 'C-1': 'A', 'C-2': 'A', 'X-0': 'A', 'C-3': 'C' })
  const intake = { kind: 'complaint', channel: 'hotline', category: '', severity: 'high', description: 'Late' }
  await call('logComplaint', { ...intake, wantedOutcome: '', customerId: 'C-2' }, 'complaint-more')
  await update()
  expect(await call<Applied>('applyTiers', standard)).toMatchObject({ up: 0, down: 1 })
  expect(tiers()).toMatchObject({ 'C-2': 'C', 'C-1': 'A' })
})

test('an answer to a survey moves the tier of its customer by the latest NPS', async () => {
  const standard = await standardOf('field:latestNps', 'NPS', 1)
  await call('applyTiers', standard)
  expect(tiers()).toMatchObject({ 'C-1': 'C', 'C-3': 'A' })
  await call('openSurvey', surveyId, 'open')
  await call(
    'recordAnswer',
    surveyId,
    { date: '2026-03-10', channel: 'phone', customerId: 'C-1', answers: { nps: 9 } },
    'call-1',
  )
  expect(await call<Applied>('applyTiers', standard)).toMatchObject({ up: 0, down: 0 })
  await update()
  expect(await call<Applied>('applyTiers', standard)).toMatchObject({ up: 1, down: 0 })
  expect(tiers()).toMatchObject({ 'C-1': 'A', 'C-3': 'A' })
})

test('a cell gets the facts it names, a row for each customer, blank where nobody was asked', async () => {
  const ids = [['C-1'], [''], ['C-3'], ['X-0'], ['']]
  expect(await call('TS_CUSTOMER_FACTS', ids, 'last_nps, CSAT，COMPLAINTS_12M')).toEqual([
    [9, 4.5, 0],
    ['', '', ''],
    [10, 1, 2],
    ['', '', 0],
  ])
  expect(await call('TS_CUSTOMER_FACTS', 'C-3', 'COMPLAINTS_OPEN')).toBe(2)
  await expect(call('TS_CUSTOMER_FACTS', ids, 'LOVE')).rejects.toThrow('"LOVE" is no fact about customers.')
  const many = Array.from({ length: 2001 }, (_, i) => [`C-${i}`])
  await expect(call('TS_CUSTOMER_FACTS', many, 'CSAT')).rejects.toThrow('More than 2000 customers are too many')
})
