import { describe, expect, test } from 'vitest'
import { type Act, actedEvent } from '../../../core/complaint/acted-event.ts'
import { complaintStates } from '../../../core/complaint/complaint.ts'
import { complaintFromEvents, complaintReceived } from '../../../core/complaint/complaint-from-events.ts'
import { allowedActions, nextState } from '../../../core/complaint/complaint-moves.ts'
import { defaultPolicy } from '../../../core/complaint/complaint-policy.ts'
import { receivedEvent } from '../../../core/complaint/received-event.ts'
import { customer, instant, type Life, livedEvents } from './lived-complaint.ts'

const B = customer('c-1', 'B', 'wang')
const BY = { sub: 'ada', name: 'Ada' }
const lived = (...life: Life) => livedEvents({ customer: B }, '2026-03-09 09:00', life)
const head = (...life: Life) => complaintFromEvents(lived(...life))

describe('receiving', () => {
  const intake = { ...lived()[0]!, receivedAt: instant('2026-03-09 09:00') } as Parameters<typeof receivedEvent>[0]
  const received = (now: string, more: Partial<typeof intake> = {}) =>
    receivedEvent({ ...intake, ...more }, BY, instant(now), defaultPolicy('UTC'))

  test('one that was written down later runs since the customer spoke', () => {
    const event = received('2026-03-09 17:00')
    expect(event).toMatchObject({
      action: 'receive',
      version: 1,
      by: BY,
      at: instant('2026-03-09 17:00'),
      receivedAt: instant('2026-03-09 09:00'),
      response: { targetMinutes: 240, since: instant('2026-03-09 09:00') },
    })
  })

  test('one without a time was received when it is entered, which is not the future', () => {
    expect(received('2026-03-09 17:00', { receivedAt: undefined }).receivedAt).toBe(instant('2026-03-09 17:00'))
    expect(received('2026-03-09 09:00').receivedAt).toBe(instant('2026-03-09 09:00'))
  })

  test('one from the future is refused', () => {
    expect(() => received('2026-03-09 08:59')).toThrow(
      'It cannot have been received in the future (2026-03-09T09:00:00.000Z). Correct the time.',
    )
  })

  test.each([
    [{ kind: 'enquiry' }, 120, 480],
    [{ severity: 'critical' }, 60, 480],
    [{ customer: customer('c-2', 'A', 'li') }, 120, 1200],
  ] as const)('%o has its own targets', (more, response, resolution) => {
    const event = received('2026-03-09 17:00', more)
    expect([event.response.targetMinutes, event.resolution.targetMinutes]).toEqual([response, resolution])
  })

  test('its head has nothing behind it yet, and is its customer owner’s', () => {
    expect(complaintReceived(received('2026-03-09 17:00'))).toMatchObject({
      state: 'received',
      owner: 'wang',
      updatedAt: instant('2026-03-09 17:00'),
      resolutions: [],
      reopenings: [],
      closings: [],
      compensations: [],
      ratings: [],
    })
  })
})

describe('what an act leaves in its event', () => {
  const clocks = (...life: Life) => {
    const event = lived(...life).pop()!
    return (['response', 'resolution'] as const).filter((clock) => clock in event)
  }
  const answered: Life[number] = ['2026-03-09 10:00', { action: 'reply', text: 'x' }]
  const acknowledged: Life[number] = ['2026-03-09 10:00', { action: 'acknowledge' }]
  const waits: Life[number] = ['2026-03-09 11:00', { action: 'wait' }]

  test('events are numbered without gaps', () => {
    expect(lived(acknowledged, waits).map(({ version }) => version)).toEqual([1, 2, 3])
  })

  test('an answer stops the first clock, a second answer none', () => {
    expect(clocks(answered)).toEqual(['response'])
    expect(clocks(answered, ['2026-03-09 11:00', { action: 'reply', text: 'y' }])).toEqual([])
  })

  test('resolving stops the second clock, unless the wait for the customer has', () => {
    expect(clocks(acknowledged, ['2026-03-09 11:00', { action: 'resolve' }])).toEqual(['resolution'])
    expect(clocks(acknowledged, waits)).toEqual(['resolution'])
    expect(clocks(acknowledged, waits, ['2026-03-09 12:00', { action: 'resolve' }])).toEqual([])
  })

  test('a note touches no clock', () => {
    expect(clocks(['2026-03-09 10:00', { action: 'note', text: 'x' }])).toEqual([])
  })

  test('another severity sets both clocks anew, or the one that still counts', () => {
    const graver: Life[number] = ['2026-03-09 12:00', { action: 'change_severity', severity: 'high' }]
    expect(clocks(graver)).toEqual(['response', 'resolution'])
    expect(clocks(answered, graver)).toEqual(['resolution'])
  })

  test('another severity sets a clock that stands to its target and lets it stand', () => {
    const { resolution } = head(acknowledged, waits, [
      '2026-03-09 12:00',
      { action: 'change_severity', severity: 'high' },
    ])
    expect(resolution).toEqual({ targetMinutes: 960, usedMinutes: 120 })
  })

  test('a target used up to the minute is not missed yet', () => {
    const { response } = head(['2026-03-09 10:00', { action: 'change_severity', severity: 'critical' }])
    expect(response).toMatchObject({ targetMinutes: 60, usedMinutes: 60, dueAt: instant('2026-03-09 10:00') })
    expect(response.missedAt).toBeUndefined()
  })
})

describe('what a head keeps', () => {
  const told: Life = [
    ['2026-03-09 10:00', { action: 'acknowledge' }],
    ['2026-03-09 10:30', { action: 'assign', owner: 'li' }],
    ['2026-03-09 11:00', { action: 'change_severity', severity: 'high' }],
    ['2026-03-17 09:00', { action: 'resolve', rootCause: 'Packing', correctiveAction: 'Thicker box', compensation: 5 }],
    ['2026-03-17 10:00', { action: 'close', satisfaction: 4 }],
    ['2026-03-17 11:00', { action: 'note', text: 'x' }],
  ]

  test('a later event that says nothing of owner, severity, cause and remedy leaves them', () => {
    expect(head(...told)).toMatchObject({
      version: 7,
      state: 'closed',
      owner: 'li',
      severity: 'high',
      rootCause: 'Packing',
      correctiveAction: 'Thicker box',
      updatedAt: instant('2026-03-17 11:00'),
      respondedAt: instant('2026-03-09 10:00'),
    })
  })

  test('each resolution, closing, gift and rating has its time; a late resolution is told', () => {
    expect(head(...told)).toMatchObject({
      // 960 minutes end on Tuesday 10 March; by the 17th six days of 480 have passed.
      resolutions: [{ at: instant('2026-03-17 09:00'), minutes: 2880, onTime: false }],
      closings: [instant('2026-03-17 10:00')],
      reopenings: [],
      compensations: [{ at: instant('2026-03-17 09:00'), amount: 5 }],
      ratings: [{ at: instant('2026-03-17 10:00'), score: 4 }],
    })
  })

  test('a gift of nothing is still one', () => {
    expect(head(['2026-03-09 10:00', { action: 'note', text: 'x', compensation: 0 }]).compensations).toHaveLength(1)
  })
})

describe('refused', () => {
  const act = (given: Act, ...life: Life) => actedEvent(head(...life), given, BY, instant('2026-04-01 09:00'), policy)
  const policy = defaultPolicy('UTC')

  test('a move that the state does not allow, with those that it does', () => {
    expect(() => act({ action: 'close' })).toThrow(
      '"Close" is not possible while it is "Received". Possible now: Acknowledge, Add a note, Reply to the customer, Assign, Change severity, Change kind or category, Set the customer.',
    )
  })

  test.each<[Act, string]>([
    [{ action: 'note' }, 'text'],
    [{ action: 'reply' }, 'text'],
    [{ action: 'assign' }, 'owner'],
    [{ action: 'change_severity' }, 'severity'],
  ])('%o without its field', (given, field) => {
    expect(() => act(given)).toThrow(`"${field}" is missing. Add it.`)
  })

  test.each<[Act, string]>([
    [{ action: 'acknowledge', owner: 'li' }, '"owner" does not go with "Acknowledge". Leave it out.'],
    [{ action: 'acknowledge', severity: 'low' }, '"severity" does not go with "Acknowledge". Leave it out.'],
    [{ action: 'acknowledge', satisfaction: 5 }, '"satisfaction" does not go with "Acknowledge". Leave it out.'],
  ])('%o', (given, message) => {
    expect(() => act(given)).toThrow(message)
  })

  test('a rating of a closing or a reopening is taken', () => {
    const resolved: Life = [
      ['2026-03-09 10:00', { action: 'acknowledge' }],
      ['2026-03-09 11:00', { action: 'resolve' }],
    ]
    expect(act({ action: 'close', satisfaction: 5 }, ...resolved).satisfaction).toBe(5)
    expect(act({ action: 'reopen', satisfaction: 1 }, ...resolved).satisfaction).toBe(1)
  })
})

test.each(complaintStates)('the moves offered from %s are those that lead somewhere', (state) => {
  const offered = allowedActions(state)
  expect(offered.every((action) => nextState(state, action) !== undefined)).toBe(true)
  expect(offered.includes('close')).toBe(state === 'resolved' || state === 'feedback')
  expect(offered[offered.length - 1]).toBe('identify')
})
