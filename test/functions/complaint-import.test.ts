import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Complaint } from '../../core/complaint/complaint.ts'
import { complaintFromEvents } from '../../core/complaint/complaint-from-events.ts'
import { importedComplaintId } from '../../functions/complaint/import/import-row.ts'
import { findComplaint } from '../../functions/store/complaint.ts'
import { WorkspaceKey } from '../../functions/store/workspace-key.ts'
import { type ComplaintDesk, complaintDesk, type Failed } from './complaint-desk.ts'
import { failingWrites } from './failing-writes.ts'
import { ADA } from './running-app.ts'

type Row = {
  id: string
  status: string
  complaintId: string
  number: string
  error?: { code: string; message: string }
}
type Imported = { accepted: number; duplicate: number; rejected: number; rows: Row[] }

let desk: ComplaintDesk
beforeEach(async () => {
  desk = await complaintDesk()
  desk.at('2026-03-10T10:00:00Z')
})
afterEach(() => desk.close())

const wet = { id: 'old-1', description: 'The pallet arrived wet.', receivedAt: '2026-03-03T10:00:00Z' }

async function importing<T = Imported>(rows: unknown[], operation?: string) {
  const asked = { token: await desk.signedIn(), body: { rows }, ...(operation && { operation }) }
  return desk.call<T>('POST', desk.path('/complaints/import'), asked)
}

const stored = async (rowId: string) => (await desk.get(`/complaints/${importedComplaintId(rowId)}`)).body

/** Every complaint of the desk. */
async function all(): Promise<Complaint[]> {
  const { body } = await desk.get<{ complaints: Complaint[] }>('/complaints?status=all&limit=500')
  return body.complaints
}

describe('what becomes of a row', () => {
  test('its events are written as they happened, its clocks worked out in business hours', async () => {
    const { status, body } = await importing([
      {
        ...{ ...wet, reference: '4711', customerId: 'C-1', segment: 'Export', kind: 'complaint', channel: 'email' },
        ...{ category: 'Delivery', severity: 'normal', wantedOutcome: 'A new one', state: 'closed', owner: 'wang.wei' },
        // Tuesday 10:00 to Friday 16:00; lunch is at noon.
        ...{ firstResponseAt: '2026-03-03T19:30:00+08:00', resolvedAt: '2026-03-06T16:00:00Z', closedAt: '2026-03-09' },
        ...{ rootCause: 'Packing', correctiveAction: 'Film', compensation: 49.9, satisfaction: 4 },
      },
    ])
    expect([status, body]).toMatchObject([
      200,
      { accepted: 1, duplicate: 0, rejected: 0, rows: [{ id: 'old-1', status: 'accepted', number: 'C-2026-000001' }] },
    ])
    const told = await stored('old-1')
    expect(told).toMatchObject({
      ...{ number: 'C-2026-000001', reference: '4711', state: 'closed', owner: 'wang.wei', channel: 'email' },
      customer: { id: 'C-1', name: 'Northwind', tier: 'A', owner: 'li.na', segment: 'Export' },
      ...{ receivedAt: '2026-03-03T10:00:00.000Z', respondedAt: '2026-03-03T11:30:00.000Z', rootCause: 'Packing' },
      // Tier A: 120 and 1,200 minutes. Tuesday has 7 hours left, then 8, 8 and 6: 1,740 minutes.
      response: { targetMinutes: 120, usedMinutes: 90 },
      resolutions: [{ at: '2026-03-06T16:00:00.000Z', minutes: 1740, onTime: false }],
      resolution: { missedAt: '2026-03-05T15:00:00.000Z' },
      closings: ['2026-03-09T00:00:00.000Z'],
      compensations: [{ at: '2026-03-06T16:00:00.000Z', amount: 49.9 }],
      ratings: [{ at: '2026-03-09T00:00:00.000Z', score: 4 }],
    })
    expect(told.history.map(({ action, at }) => [action, at])).toEqual([
      ['receive', '2026-03-03T10:00:00.000Z'],
      ['acknowledge', '2026-03-03T11:30:00.000Z'],
      ['resolve', '2026-03-06T16:00:00.000Z'],
      ['close', '2026-03-09T00:00:00.000Z'],
    ])
    for (const event of told.history) {
      expect(event).toMatchObject({ importedAt: '2026-03-10T10:00:00.000Z', by: { sub: 'ada', name: 'Ada' } })
    }
    const found = await WorkspaceKey.ofMember(desk.backend, ADA, desk.workspaceId)
    const head = await findComplaint(desk.backend, found!.workspace, importedComplaintId('old-1'))
    expect(head).toEqual(complaintFromEvents(told.history))
  })

  const roads: [string, Record<string, unknown>, string, string[]][] = [
    ['nothing but its day', {}, 'received', []],
    ['an answer', { firstResponseAt: '2026-03-04' }, 'acknowledged', ['acknowledge']],
    ['work', { state: 'in_progress', firstResponseAt: '2026-03-04' }, 'in_progress', ['acknowledge', 'start']],
    ['waiting', { state: 'waiting' }, 'waiting', ['acknowledge', 'wait']],
    ['a resolution', { resolvedAt: '2026-03-05' }, 'resolved', ['acknowledge', 'resolve']],
    ['being asked', { state: 'feedback' }, 'feedback', ['acknowledge', 'resolve', 'ask_feedback']],
    ['its end', { closedAt: '2026-03-06' }, 'closed', ['acknowledge', 'resolve', 'close']],
    ['its end without a day', { state: 'closed' }, 'closed', ['acknowledge', 'resolve', 'close']],
    ['a rating', { resolvedAt: '2026-03-05', satisfaction: 2 }, 'closed', ['acknowledge', 'resolve', 'close']],
    ['coming back', { state: 'reopened', resolvedAt: '2026-03-05' }, 'reopened', ['acknowledge', 'resolve', 'reopen']],
    ['money before it is resolved', { compensation: 5, rootCause: 'Us' }, 'received', ['note']],
  ]
  test('the road leads where the row says that it is, by the times that it tells', async () => {
    const { body } = await importing(roads.map(([id, more]) => ({ ...wet, ...more, id })))
    expect(body.accepted).toBe(roads.length)
    for (const [id, , state, actions] of roads) {
      const { history, ...told } = await stored(id)
      expect([id, told.state, history.map(({ action }) => action)]).toEqual([id, state, ['receive', ...actions]])
    }
  })

  test('what the workspace does not know is kept by name, and by its id where it has one', async () => {
    await importing([
      { ...wet, customerName: 'Ms Chen', segment: 'Retail' },
      { ...wet, id: 'old-2', customerId: 'X-9', customerName: 'Lucerne' },
    ])
    expect((await stored('old-1')).customer).toEqual({
      id: '',
      name: 'Ms Chen',
      tier: '',
      owner: '',
      segment: 'Retail',
    })
    expect((await stored('old-2')).customer).toMatchObject({ id: 'X-9', name: 'Lucerne' })
  })

  test('a day that has no time of day is not before what happened on it', async () => {
    await importing([{ ...wet, firstResponseAt: '2026-03-03', resolvedAt: '2026-03-04' }])
    expect((await stored('old-1')).history.map(({ at }) => at.slice(5, 16))).toEqual([
      ...['03-03T10:00', '03-03T10:00', '03-04T00:00'],
    ])
  })

  test('nobody is told of a deadline that ran out before it was imported', async () => {
    await importing([
      { ...wet, receivedAt: '2019-05-06' },
      { ...wet, id: 'old-2', receivedAt: '2026-03-10T09:30:00Z' },
    ])
    const { response, resolution } = await stored('old-1')
    expect([response.raised, resolution.raised]).toEqual([
      ...[2 + (response.levelsAt ?? []).length, 2 + (resolution.levelsAt ?? []).length],
    ])
    expect((await stored('old-2')).response).not.toHaveProperty('raised')
  })

  const refused: [string, Record<string, unknown>, string, RegExp][] = [
    ['no description', { description: ' ' }, 'fieldFormat', /"description" must be a text that is not blank/],
    ['no day', { receivedAt: undefined }, 'fieldMissing', /"receivedAt" is missing/],
    ['a day that is none', { receivedAt: '2026-02-30' }, 'fieldFormat', /must be a day such as 2026-03-31, or a time/],
    ['a day of a wrong century', { receivedAt: '0202-05-12' }, 'dateLongAgo', /0202-05-12 lies before the year 2000/],
    ['a time long ago', { receivedAt: '1999-12-31T23:59Z' }, 'dateLongAgo', /lies before the year 2000/],
    ['a day ahead', { closedAt: '2026-03-11' }, 'dateAhead', /2026-03-11 lies in the future/],
    [
      'days that run backwards',
      { resolvedAt: '2026-03-02' },
      'complaintBackwards',
      /"resolvedAt" is before "receivedAt"/,
    ],
    [
      'an open state beside an end',
      { state: 'in_progress', closedAt: '2026-03-05' },
      'complaintOpenEnded',
      /It is "In progress", but "closedAt" is there/,
    ],
    ['a rating of what is open', { satisfaction: 5 }, 'complaintRatedOpen', /not resolved yet/],
    ['half a score', { satisfaction: 2.5, closedAt: '2026-03-05' }, 'fieldFormat', /"satisfaction" must be a whole/],
  ]
  test('what cannot be is refused with one sentence, and the others are taken', async () => {
    const { body } = await importing([...refused.map(([id, more]) => ({ ...wet, ...more, id })), wet])
    expect(body).toMatchObject({ accepted: 1, duplicate: 0, rejected: refused.length })
    for (const [at, [id, , code, message]] of refused.entries()) {
      expect(body.rows[at]).toMatchObject({ id, status: 'rejected', error: { code } })
      expect(body.rows[at]?.error?.message).toMatch(message)
    }
    expect((await all()).map(({ number }) => number)).toEqual(['C-2026-000001'])
  })

  test('more than 100 rows are refused as a whole', async () => {
    const rows = Array.from({ length: 101 }, (_, i) => ({ ...wet, id: `${i}` }))
    expect((await importing<Failed>(rows)).status).toBe(400)
  })
})

describe('each row once', () => {
  const rowsOf = (count: number, year: number, name = 'row') =>
    Array.from({ length: count }, (_, i) => ({ ...wet, id: `${name}-${year}-${i}`, receivedAt: `${year}-03-03` }))

  test('sent again, under whatever operation, it is a duplicate; within a page too', async () => {
    const first = await importing([wet, wet], 'one')
    expect(first.body).toMatchObject({ accepted: 1, duplicate: 1 })
    expect((await importing([wet, wet], 'one')).body).toEqual(first.body)
    expect((await importing([{ ...wet, state: 'closed' }], 'two')).body).toMatchObject({
      ...{ accepted: 0, duplicate: 1, rows: [{ status: 'duplicate', number: 'C-2026-000001' }] },
    })
    expect((await all()).map(({ state }) => state)).toEqual(['received'])
    const asked = { token: await desk.signedIn(), body: { ids: ['old-2', 'old-1'] } }
    const known = await desk.call('POST', desk.path('/complaints/import/known'), asked)
    expect(known.body).toEqual({ known: [false, true] })
  })

  test('numbers are of the year of reception, without gaps, whatever else is logged', async () => {
    await desk.log()
    const { body } = await importing([...rowsOf(15, 2025), ...rowsOf(15, 2026)])
    await desk.log()
    expect(body.rows.map(({ number }) => number)).toEqual([...numbers(2025, 1, 15), ...numbers(2026, 2, 15)])
    expect((await all()).map(({ number }) => number).sort()).toEqual([...numbers(2025, 1, 15), ...numbers(2026, 1, 17)])
  })

  test('two pages at once that share rows, with people logging meanwhile', async () => {
    const [mine, shared, theirs] = [rowsOf(12, 2026, 'a'), rowsOf(12, 2026, 'b'), rowsOf(12, 2026, 'c')]
    const replies = await Promise.all([
      ...[importing([...mine, ...shared], 'one'), importing([...theirs, ...shared], 'two'), importing(shared, 'three')],
      ...Array.from({ length: 3 }, () => desk.log()),
    ])
    const imported = replies.slice(0, 3).map(({ body }) => body as unknown as Imported)
    expect(imported.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(36)
    expect(imported.reduce((sum, { duplicate }) => sum + duplicate, 0)).toBe(24)
    expect((await all()).map(({ number }) => number).sort()).toEqual(numbers(2026, 1, 39))
  })

  test('somebody brings some of the rows, and logs another, just before they are written', async () => {
    const rows = rowsOf(10, 2026)
    let others: Promise<unknown> | undefined
    const name = 'meanwhile'
    desk.backend.db.middlewareStack.add(
      (next, context) => async (args) => {
        if (/^TransactWrite/.test(String(context.commandName)) && !others) {
          others = Promise.all([importing(rows.slice(3, 6), 'other'), desk.log()])
          await others
        }
        return next(args)
      },
      { step: 'initialize', name, override: true },
    )
    const { body } = await importing(rows, 'mine')
    desk.backend.db.middlewareStack.remove(name)
    expect(body).toMatchObject({ accepted: 7, duplicate: 3 })
    expect(body.rows.slice(3, 6).map(({ status }) => status)).toEqual(['duplicate', 'duplicate', 'duplicate'])
    expect((await all()).map(({ number }) => number).sort()).toEqual(numbers(2026, 1, 11))
  })

  // Two transactions, and the record of the operation.
  const deaths = [1, 2, 3].flatMap((write) => [['before', write] as const, ['after', write] as const])
  test.each(deaths)('an import that dies %s write %i goes on where it was', async (when, dies) => {
    const rows = [...rowsOf(25, 2026), { ...wet, id: 'bad', closedAt: '2020-01-01' }]
    const fail = (write: number) => (write === dies ? new Error('power cut') : undefined)
    const restore = failingWrites(desk.backend.db, when, fail, /^(TransactWrite|Put)/)
    expect((await importing(rows, 'import')).status).toBe(500)
    restore()
    const again = await importing(rows, 'import')
    expect(again).toMatchObject({ status: 200, body: { accepted: 25, duplicate: 0, rejected: 1 } })
    expect(again.body.rows.slice(0, 25).map(({ number }) => number)).toEqual(numbers(2026, 1, 25))
    expect((await all()).map(({ number }) => number).sort()).toEqual(numbers(2026, 1, 25))
    expect(await desk.figure('metric=NEW')).toEqual([{ value: '', n: 25, figure: 25 }])
  })
})

function numbers(year: number, from: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `C-${year}-${String(from + i).padStart(6, '0')}`)
}
