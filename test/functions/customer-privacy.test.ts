import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts'
import { digestOf, signature } from '../../functions/secrets.ts'
import { eventParts, withWords } from '../../functions/store/complaint-words.ts'
import { messageWrites } from '../../functions/store/message.ts'
import { transact } from '../../functions/store/table.ts'
import { WorkspaceKey } from '../../functions/store/workspace-key.ts'
import { type ComplaintDesk, complaintDesk, type ToldWithHistory } from './complaint-desk.ts'
import { ADA } from './running-app.ts'

type Page = {
  customer?: Record<string, unknown>
  answers?: { survey: string; answers: { question: string; answer: unknown }[] }[]
  links?: { surveyId: string }[]
  complaints?: { complaint: { id: string; description: string }; history: ComplaintEvent[]; messages: unknown[] }[]
  next?: string
}

let desk: ComplaintDesk
let complaintId: string
let movedId: string
const post = async <T = Record<string, unknown>>(path: string, body?: unknown, operation?: string) => {
  const asked = { token: await desk.signedIn(), ...(body !== undefined && { body }), ...(operation && { operation }) }
  return (await desk.call<T>('POST', desk.path(path), asked)).body
}
const act = (body: object, operation?: string) => post(`/complaints/${complaintId}/actions`, body, operation)
const stored = () => post('/customers/stored', { customerId: 'C-1' })

/** All that somebody wrote of the customer, or that tells who it is. */
const WORDS = [
  'Northwind',
  'nw@example.com',
  'The glass was broken',
  'a crate each',
  'We called Ms North',
  'because of 3',
  '"C-1"',
]

beforeAll(async () => {
  desk = await complaintDesk()
  const questions = [
    { id: 'nps', type: 'nps', title: 'Recommend?' },
    { id: 'why', type: 'text', title: 'Why?' },
  ]
  const { surveyId } = await post<{ surveyId: string }>('/surveys', { title: 'Spring', questions })
  await post(`/surveys/${surveyId}/links`, { customers: [{ customerId: 'C-1' }] })
  const rows = Array.from({ length: 130 }, (_, i) => {
    const answers = { nps: i % 11, why: `because of ${i}` }
    return { id: `r${i}`, date: '2026-03-01', customerId: i < 120 ? 'C-1' : 'C-2', answers }
  })
  await post(`/surveys/${surveyId}/answers/import`, { rows })
  const told = { customerId: 'C-1', description: 'The glass was broken', wantedOutcome: 'a crate each' }
  const { body } = await desk.log({ ...told, contact: { name: 'Ms North', email: 'nw@example.com', language: 'en' } })
  complaintId = body.id
  await act({ action: 'acknowledge', text: 'We called Ms North', expectedVersion: 1 }, 'called')

  movedId = (await desk.log({ customerId: 'C-1', description: 'The pallet was wet' })).body.id
  const escalated = { kind: 'escalation' as const, to: 'li@example.com', subject: 'Northwind', text: 'Northwind' }
  const { workspace } = (await WorkspaceKey.ofMember(desk.backend, ADA, desk.workspaceId))!
  const at = desk.backend.now().toISOString()
  await transact(desk.backend, messageWrites(workspace, movedId, { version: 1, at }, [escalated]))
  await desk.act(movedId, { action: 'identify', customerId: 'C-3', expectedVersion: 1 })
})
afterAll(() => desk.close())

test('all that is stored about a customer comes page by page, each once', async () => {
  const pages: Page[] = []
  let next = ''
  do {
    const page = await post<Page>(`/customers/export${next && `?cursor=${encodeURIComponent(next)}`}`, {
      customerId: 'C-1',
    })
    pages.push(page)
    next = page.next ?? ''
  } while (next)
  const answers = pages.flatMap((page) => page.answers ?? [])
  expect(pages[0]!.customer).toMatchObject({ id: 'C-1', name: 'Northwind', tier: 'A' })
  expect(pages[1]!.customer).toBeUndefined()
  const why = answers.map(({ answers }) => answers.find(({ question }) => question === 'Why?')!.answer)
  expect([...new Set(why)]).toHaveLength(120)
  expect(why).toHaveLength(120)
  expect(pages.flatMap((page) => page.links ?? [])).toHaveLength(1)
  const [complaint] = pages.flatMap((page) => page.complaints ?? [])
  expect(complaint!.complaint).toMatchObject({ description: 'The glass was broken', customer: { id: 'C-1' } })
  expect(complaint!.history.map(({ action }) => action)).toEqual(['receive', 'acknowledge'])
  expect(complaint!.messages.length).toBeGreaterThan(0)
  expect(await stored()).toEqual({ isMirrored: true, answers: 120, links: 1, complaints: 1 })
})

test('a place of one export is none of another', async () => {
  const { next = '' } = await post<Page>('/customers/export', { customerId: 'C-1' })
  const other = await post(`/customers/export?cursor=${encodeURIComponent(next)}`, { customerId: 'C-2' })
  expect(other).toMatchObject({ error: { code: 'cursorUnknown' } })
})

test('an event without its words is still an event, and words that were altered are not shown', () => {
  const event = {
    version: 2,
    at: '2026-03-10T08:00:00.000Z',
    by: { sub: 'customer', name: 'Ms North' },
    action: 'note',
    text: 'Still broken',
    satisfaction: 2,
  } as ComplaintEvent
  const { kept, words } = eventParts(event)
  expect(JSON.stringify(kept)).not.toMatch(/North|broken/)
  expect(kept).toMatchObject({ version: 2, satisfaction: 2, by: { sub: 'customer', name: '' } })
  expect(withWords(kept, { ...words, erased: false })).toEqual(event)
  expect(withWords(kept, undefined)).toBeUndefined()
  expect(() => withWords(kept, { ...words, text: 'Fine now', erased: false })).toThrow('altered')
  expect(withWords(kept, { erased: true })).toMatchObject({ action: 'note', by: { name: '' } })
})

test('who is erased is in no item any more, what was counted of complaints stays', async () => {
  const counted = async () => {
    const asked = '/complaint-figures?metric=NEW&from=2026-03-01&to=2026-03-31&by=tier'
    return (await desk.get<{ rows: unknown[] }>(asked)).body.rows
  }
  const before = await counted()
  expect(before).toHaveLength(2)
  const there = async () => everything().then((text) => WORDS.filter((word) => text.includes(word)))
  expect(await there()).toEqual(WORDS)
  expect(await post('/customers/erase', { customerId: 'C-1' })).toEqual({ erased: true })
  desk.at('2026-03-10T08:02:00Z')
  await post('/customers/settle')
  expect(await there()).toEqual([])
  expect(await counted()).toEqual(before)
  expect(await stored()).toEqual({ isMirrored: false, answers: 0, links: 0, complaints: 0 })

  const { body } = await desk.call<ToldWithHistory>('GET', desk.path(`/complaints/${complaintId}`), {
    token: await desk.signedIn(),
  })
  expect(body).toMatchObject({ description: '', state: 'acknowledged', version: 2, customer: { id: '', tier: 'A' } })
  expect(body.history.map(({ action, by }) => [action, by.name])).toEqual([
    ['receive', 'Ada'],
    ['acknowledge', 'Ada'],
  ])
  const again = await act({ action: 'acknowledge', text: 'We called Ms North', expectedVersion: 1 }, 'called')
  expect(again).toMatchObject({ version: 2, description: '' })
})

test('who a complaint was thought to be of is erased, and whose it is and what they wrote stay', async () => {
  const { body } = await desk.get<ToldWithHistory & { messages: unknown[] }>(`/complaints/${movedId}`)
  expect(body).toMatchObject({
    description: 'The pallet was wet',
    customer: { id: 'C-3', name: 'Contoso' },
    messages: [],
  })
  expect(body.history.map(({ customer }) => customer)).toMatchObject([{ id: '', name: '', tier: 'A' }, { id: 'C-3' }])
})

test('the trail tells that it was exported and erased to whoever knows the id', async () => {
  expect(await trail('C-1')).toEqual(['personErased', 'personExported', 'personExported'])
  expect(await trail('C-2')).toEqual([])
})

test('a late repeat of an erasure erases nothing that came since, and is told once', async () => {
  const erase = (customerId = 'C-4') => post('/customers/erase', { customerId }, 'erase-once')
  const bring = () => post('/customers', { customers: [{ id: 'C-4', name: 'Fabrikam' }] })
  const isMirrored = async () => (await post('/customers/stored', { customerId: 'C-4' })).isMirrored
  await bring()
  expect(await erase()).toEqual({ erased: true })
  expect(await isMirrored()).toBe(false)
  desk.at('2026-03-10T08:04:00Z')
  await post('/customers/settle')
  await bring()
  expect(await erase()).toEqual({ erased: true })
  expect(await isMirrored()).toBe(true)
  expect(await trail('C-4')).toEqual(['personErased'])
  expect(await erase('C-2')).toMatchObject({ error: { code: 'operationReused' } })
})

test('an erasure that was cut short goes on when it is made again', async () => {
  await desk.log({ customerId: 'C-4' })
  const erase = () => post('/customers/erase', { customerId: 'C-4' }, 'erase-twice')
  let writes = 0
  desk.backend.db.middlewareStack.add(
    (next, context) => (args) => {
      if (context.commandName?.startsWith('TransactWrite') && ++writes > 1) throw new Error('killed')
      return next(args)
    },
    { step: 'initialize', name: 'killed' },
  )
  await erase()
  desk.backend.db.middlewareStack.remove('killed')
  const complaints = async () => (await post('/customers/stored', { customerId: 'C-4' })).complaints
  expect(await complaints()).toBe(1)
  await erase()
  expect(await complaints()).toBe(0)
})

test('an export that is asked for again with the same operation id is told once', async () => {
  const asked = (customerId: string) => post<Page>('/customers/export', { customerId }, 'export-once')
  expect(await asked('C-2')).toEqual(await asked('C-2'))
  expect(await trail('C-2')).toEqual(['personExported'])
  expect(await asked('C-3')).toMatchObject({ error: { code: 'operationReused' } })
})

test('nothing is kept of an operation that the id of who was erased could be guessed by', async () => {
  const text = await everything()
  const plain = (route: string, body: object) => digestOf([route, { workspaceId: desk.workspaceId }, {}, body])
  const synced = plain('syncCustomers', { customers: [{ id: 'C-4', name: 'Fabrikam' }] })
  expect(text).toContain(signature(desk.backend.signingKey, 'operation', synced))
  for (const digest of [synced, ...['erasePerson', 'exportPerson'].map((route) => plain(route, { customerId: 'C-1' }))])
    expect(text).not.toContain(digest)
})

test('long complaints come on pages of their own, none of which is more than Lambda gives out', async () => {
  // Each takes 680 kB, as text within text.
  const escalated = { kind: 'escalation' as const, to: 'li@example.com', subject: 'Long', text: '"'.repeat(170_000) }
  const { workspace } = (await WorkspaceKey.ofMember(desk.backend, ADA, desk.workspaceId))!
  const logged: string[] = []
  await post('/customers', { customers: [{ id: 'C-5', name: 'Litware' }] })
  for (let i = 0; i < 11; i++) {
    const at = new Date(Date.parse('2026-03-11T08:00:00Z') + i * 60_000).toISOString()
    desk.at(at)
    const { id } = (await desk.log({ customerId: 'C-5' })).body
    // The sixth from the last is long by itself.
    const messages = Array(i === 5 ? 5 : 1).fill(escalated)
    await transact(desk.backend, messageWrites(workspace, id, { version: 1, at }, messages))
    logged.push(id)
  }
  const sizes: number[] = []
  const told: string[] = []
  let next = ''
  do {
    const page = await post<Page>(`/customers/export${next && `?cursor=${encodeURIComponent(next)}`}`, {
      customerId: 'C-5',
    })
    sizes.push(JSON.stringify(JSON.stringify(page)).length)
    told.push(...(page.complaints ?? []).map(({ complaint }) => complaint.id))
    next = page.next ?? ''
  } while (next)
  expect(told.sort()).toEqual(logged.sort())
  expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThan(6_000_000)
  expect(Math.max(...sizes)).toBeLessThan(6_000_000)
})

/** What the trail tells of a customer, the latest first. */
async function trail(customerId: string): Promise<string[]> {
  const asked = { token: await desk.signedIn() }
  const path = desk.path(`/audit-trail?customerId=${customerId}`)
  return (await desk.call<{ entries: { act: string }[] }>('GET', path, asked)).body.entries.map(({ act }) => act)
}

async function everything(): Promise<string> {
  const { db, table } = desk.backend
  const items: unknown[] = []
  let start: Record<string, unknown> | undefined
  do {
    const page = await db.send(new ScanCommand({ TableName: table, ExclusiveStartKey: start }))
    items.push(...(page.Items ?? []))
    start = page.LastEvaluatedKey
  } while (start)
  return JSON.stringify(items)
}
