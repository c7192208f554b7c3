import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ComplaintDesk, complaintDesk, type Told } from './complaint-desk.ts'

let desk: ComplaintDesk
beforeAll(async () => {
  desk = await complaintDesk()
  desk.at('2026-03-10T09:00:00Z')
})
afterAll(() => desk.close())

type HandedOver = { given: { owner: string; n: number }[]; kept: number; next?: string }
const handOver = async (body: Record<string, unknown>, after = '', operation?: string) =>
  (
    await desk.call<HandedOver>(
      'POST',
      desk.path(`/complaint-hand-overs${after && `?after=${encodeURIComponent(after)}`}`),
      { token: await desk.signedIn(), body, ...(operation && { operation }) },
    )
  ).body
const held = async (owner: string) =>
  (await desk.get<{ complaints: Told[] }>(`/complaints?owner=${owner}&limit=500`)).body.complaints.length

test('all that somebody has open goes over, page by page, and a page sent again gives nothing twice', async () => {
  for (let i = 0; i < 30; i++) await desk.log({ owner: 'away' })
  const first = await handOver({ from: 'away', to: 'wang' }, '', 'over-1')
  expect(first).toMatchObject({ given: [{ owner: 'wang', n: 25 }], kept: 0 })
  expect(await handOver({ from: 'away', to: 'wang' }, '', 'over-1')).toEqual(first)
  expect(await handOver({ from: 'away', to: 'wang' }, first.next, 'over-1')).toMatchObject({
    error: { code: 'operationReused' },
  })
  const second = await handOver({ from: 'away', to: 'wang' }, first.next, 'over-2')
  expect(second.next).toBeUndefined()
  expect([await held('away'), await held('wang')]).toEqual([0, 30])
  const [one] = (await desk.get<{ complaints: Told[] }>('/complaints?owner=wang&limit=1')).body.complaints
  expect(one?.version).toBe(2)
})

test('without a name routing gives, to others than them', async () => {
  const { body: policy } = await desk.get<Record<string, unknown>>('/complaint-policy')
  const people = ['a', 'b', 'c'].map((name) => ({ name, skills: ['all'], capacity: 50 }))
  const body = { ...policy, people, routing: [{ skill: 'all', names: [] }] }
  await desk.call('POST', desk.path('/complaint-policy'), { token: await desk.signedIn(), body })
  for (let i = 0; i < 6; i++) await desk.log({ owner: 'a' })
  const { given, kept } = await handOver({ from: 'a' })
  expect([given.sort((x, y) => (x.owner < y.owner ? -1 : 1)), kept]).toEqual([
    [
      { owner: 'b', n: 3 },
      { owner: 'c', n: 3 },
    ],
    0,
  ])
})

test('what is nobody’s is handed over too', async () => {
  const nobodys = { customerId: undefined, contact: { name: 'Mei' } }
  const { body: policy } = await desk.get<Record<string, unknown>>('/complaint-policy')
  const body = { ...policy, people: [], routing: [] }
  await desk.call('POST', desk.path('/complaint-policy'), { token: await desk.signedIn(), body })
  for (let i = 0; i < 2; i++) expect((await desk.log(nobodys)).body.owner).toBe('')
  expect(await handOver({ from: '' })).toEqual({ given: [], kept: 2 })
  expect(await handOver({ from: '', to: 'zhao' })).toEqual({ given: [{ owner: 'zhao', n: 2 }], kept: 0 })
  expect(await held('zhao')).toBe(2)
})
