import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ComplaintDesk, complaintDesk, type Told } from './complaint-desk.ts'

let desk: ComplaintDesk
let numbers: string[]
beforeAll(async () => {
  desk = await complaintDesk()
  const { body: policy } = await desk.get<Record<string, unknown>>('/complaint-policy')
  const people = [{ name: 'li.na', email: 'ada@example.com' }]
  await desk.call('POST', desk.path('/complaint-policy'), { token: await desk.signedIn(), body: { ...policy, people } })
  numbers = []
  for (let i = 0; i < 12; i++) {
    desk.at(`2026-03-${String(2 + i).padStart(2, '0')}T09:00:00Z`)
    const { body } = await desk.log({
      customerId: `C-${1 + (i % 4)}`,
      category: i % 3 ? 'Delivery' : 'Billing',
      severity: i % 2 ? 'low' : 'high',
      description: `Case ${i} of ${i % 5 ? 'pallets' : 'Kartons'}`,
    })
    numbers.push(body.number)
  }
  // Low: a day to answer, of which 80 % are used 6 hours and 24 minutes of work after the last, which came at nine.
  desk.at('2026-03-13T16:30:00Z')
})
afterAll(() => desk.close())

const list = async (query: string) =>
  (await desk.get<{ asOf: string; complaints: Told[]; next?: string }>(`/complaints?${query}`)).body
const places = async (query: string) =>
  (await list(query)).complaints.map(({ number }) => numbers.indexOf(number)).sort((a, b) => a - b)

test.each([
  ['category=Billing', [0, 3, 6, 9]],
  ['severity=low&category=Billing', [3, 9]],
  ['customerId=C-2', [1, 5, 9]],
  ['tier=A', [0, 4, 8]],
  ['owner=wang.wei', [1, 5, 9]],
  ['owner=@me', [0, 2, 4, 6, 8, 10]],
  ['from=2026-03-05&to=2026-03-06', [3, 4]],
  ['search=kartons', [0, 5, 10]],
  ['search=CASE%20northwind', [0, 4, 8]],
  ['search=nothing%20like%20it', []],
])('%s', async (query, wanted) => {
  expect(await places(query)).toEqual(wanted)
})

test('what is about to breach and what is breached are those that stand so now', async () => {
  const { complaints, asOf } = await list('limit=500')
  const isNear = ({ response, update, resolution }: (typeof complaints)[number]) =>
    [response, update, resolution].some((clock) => clock?.dueAt && clock.warnAt! <= asOf && asOf <= clock.dueAt)
  const wanted = {
    at_risk: complaints.filter(isNear),
    breached: complaints.filter(({ status }) => status === 'breached'),
  }
  // One missed its first response and can still keep its resolution.
  expect(wanted.at_risk.some((complaint) => wanted.breached.includes(complaint))).toBe(true)
  for (const [due, those] of Object.entries(wanted)) {
    expect((await list(`due=${due}`)).complaints.map(({ number }) => number)).toEqual(those.map(({ number }) => number))
  }
})

test('page by page each once, in the same order as at once', async () => {
  const whole = (await list('category=Delivery&limit=500')).complaints.map(({ number }) => number)
  const seen: string[] = []
  let after = ''
  do {
    const page = await list(`category=Delivery&limit=3${after && `&after=${encodeURIComponent(after)}`}`)
    seen.push(...page.complaints.map(({ number }) => number))
    after = page.next ?? ''
  } while (after)
  expect(seen).toEqual(whole)
  expect(whole).toHaveLength(8)
})
