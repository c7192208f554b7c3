import { describe, expect, test } from 'vitest'
import { complaintFromEvents } from '../../../core/complaint/complaint-from-events.ts'
import { defaultPolicy } from '../../../core/complaint/complaint-policy.ts'
import { actedEvents, sweptEvents } from '../../../core/complaint/desk-events.ts'
import type { DeskPerson } from '../../../core/complaint/desk-person.ts'
import { nextSweepAt } from '../../../core/complaint/due-event.ts'
import { toldPeople } from '../../../core/complaint/told-people.ts'
import { customer, instant, type Life, livedEvents } from './lived-complaint.ts'
import { plainPolicy } from './plain-policy.ts'

const ADA = { sub: 'a', name: 'A' }

function person(name: string, more: Partial<DeskPerson> = {}): DeskPerson {
  return { name, skills: [], capacity: 0, ...more }
}

// Normal complaints of tier B: first response within 240 minutes, resolution within 2400; levels 120 and 480 minutes later.
const policy = {
  ...plainPolicy('UTC'),
  escalation: {
    warning: ['@handler'],
    breach: ['@handler', 'boss@x.org'],
    levels: [{ afterMinutes: 120, to: ['manager'] }],
  },
  people: [person('wang'), person('li'), person('chief', { position: '  Manager' })],
}
const head = (...life: Life) =>
  complaintFromEvents(livedEvents({ customer: customer('c-1', 'B', 'wang') }, '2026-03-09 09:00', life, policy))
const told = (now: string, complaint = head()) =>
  sweptEvents(complaint, instant(now), policy).events.map(
    ({ escalation }) => escalation && [escalation.clock, escalation.step, escalation.dueAt],
  )

test('each step is told once its time has passed: the warning, the breach, the level above', () => {
  // 192 minutes from nine, without lunch from twelve to one, end at 13:12; 240 at 14:00; two hours of work later, 16:00.
  const warning = ['response', 0, instant('2026-03-09 13:12')]
  const breach = ['response', 1, instant('2026-03-09 14:00')]
  expect(told('2026-03-09 13:12')).toEqual([])
  expect(told('2026-03-09 13:13')).toEqual([warning])
  expect(told('2026-03-09 14:01')).toEqual([warning, breach])
  expect(told('2026-03-09 16:01')).toEqual([warning, breach, ['response', 2, instant('2026-03-09 16:00')]])
})

test('told steps are not told again, whoever asks and however late', () => {
  const after = sweptEvents(head(), instant('2026-03-09 14:01'), policy).complaint
  expect(told('2026-03-09 14:02', after)).toEqual([])
  expect(told('2026-03-10 09:00', after)).toEqual([['response', 2, instant('2026-03-09 16:00')]])
  expect(nextSweepAt(after)).toBe(instant('2026-03-09 16:00'))
})

test('the handler and those of the level are told, as the policy says now', () => {
  const [warning, breach, level] = sweptEvents(head(), instant('2026-03-09 16:01'), policy).events
  expect([warning, breach, level].map((event) => event?.escalation?.to)).toEqual([
    ['wang'],
    ['wang', 'boss@x.org'],
    ['chief'],
  ])
})

test('who is away is told by who stands in, and a position by its people', () => {
  const away = { from: '2026-03-09', to: '2026-03-10', deputy: 'li' }
  const people = [
    person('wang', { away }),
    person('li'),
    person('chief', { position: '经理' }),
    person('head', { position: 'ＭＡＮＡＧＥＲ', away }),
    person('agent', { position: 'Agent' }),
  ]
  const told = (to: string[], day: string, owner = 'wang') =>
    toldPeople({ escalation: { warning: to, breach: [], levels: [] }, people }, { step: 0, owner, today: day })
  expect(told(['@handler'], '2026-03-10')).toEqual(['li'])
  expect(told(['@handler'], '2026-03-11')).toEqual(['wang'])
  expect(told(['@handler'], '2026-03-10', '')).toEqual([])
  expect(told(['manager', 'Boss@x.org'], '2026-03-10')).toEqual(['chief', 'li', 'Boss@x.org'])
  expect(told(['主管'], '2026-03-11')).toEqual(['chief', 'head'])
  expect(told([' agent', 'WANG'], '2026-03-11')).toEqual(['agent', 'wang'])
  expect(told(['director'], '2026-03-11')).toEqual([])
})

test('what was due before an action is told first, however late the sweep is', () => {
  const { events } = actedEvents(head(), { action: 'acknowledge' }, ADA, instant('2026-03-09 14:30'), policy)
  expect(events.map(({ action, version }) => [action, version])).toEqual([
    ['escalate', 2],
    ['escalate', 3],
    ['acknowledge', 4],
  ])
})

test('a clock of the machine that went back tells nothing early and moves no event back', () => {
  const acted = head(['2026-03-09 14:30', { action: 'note', text: 'x' }])
  const { events } = sweptEvents(acted, instant('2026-03-09 14:29'), policy)
  expect(events.map(({ at }) => at)).toEqual([instant('2026-03-09 14:30'), instant('2026-03-09 14:30')])
})

test('waiting for the customer tells nothing, and going on tells later by the wait', () => {
  const waiting = head(['2026-03-09 10:00', { action: 'acknowledge' }], ['2026-03-09 11:00', { action: 'wait' }])
  expect(nextSweepAt(waiting)).toBeUndefined()
  expect(told('2027-01-01 00:00', waiting)).toEqual([])
})

test('another target is told of anew', () => {
  const warned = sweptEvents(head(), instant('2026-03-09 13:13'), policy).complaint
  const { complaint } = actedEvents(
    warned,
    { action: 'change_severity', severity: 'low' },
    ADA,
    instant('2026-03-09 13:30'),
    policy,
  )
  expect(complaint.response.raised).toBeUndefined()
  expect(nextSweepAt(complaint)! > instant('2026-03-09 14:00')).toBe(true)
})

test('what was resolved is asked about, and closes by itself once its days have passed', () => {
  const asking = defaultPolicy('UTC')
  const acknowledged = head(['2026-03-09 10:00', { action: 'acknowledge' }])
  const { events, complaint } = actedEvents(
    acknowledged,
    { action: 'resolve' },
    ADA,
    instant('2026-03-09 11:00'),
    asking,
  )
  expect(events.map(({ action, by }) => [action, by.sub])).toEqual([
    ['resolve', 'a'],
    ['ask_feedback', 'desk'],
  ])
  expect(complaint).toMatchObject({ state: 'feedback', closesAt: instant('2026-03-23 11:00') })
  expect(sweptEvents(complaint, instant('2026-03-23 11:00'), asking).events).toEqual([])
  const closed = sweptEvents(complaint, instant('2026-03-23 11:01'), asking).complaint
  expect([closed.state, nextSweepAt(closed)]).toEqual(['closed', undefined])
})

test('an answer starts the wait for the next word, and a late word counts once', () => {
  // Normal: 960 minutes, two days of work, until Wednesday ten o'clock.
  const words = defaultPolicy('UTC')
  const lived = (...life: Life) =>
    complaintFromEvents(livedEvents({ customer: customer('c-1', 'B', 'wang') }, '2026-03-09 09:00', life, words))
  const answered: Life[number] = ['2026-03-09 10:00', { action: 'acknowledge' }]
  expect(lived(answered).update).toMatchObject({ targetMinutes: 960, dueAt: instant('2026-03-11 10:00') })
  const late = lived(answered, ['2026-03-11 11:00', { action: 'reply', text: 'x' }])
  expect(late.updatesMissed).toEqual([instant('2026-03-11 10:00')])
  expect(late.update).toMatchObject({ usedMinutes: 0, dueAt: instant('2026-03-13 11:00') })
  const noted = lived(
    answered,
    ['2026-03-11 11:00', { action: 'note', text: 'x' }],
    ['2026-03-11 12:00', { action: 'reply', text: 'x' }],
  )
  expect(noted.updatesMissed).toEqual([instant('2026-03-11 10:00')])
})

test('where no next word is owed any more, the word that was given ends the wait, and so does what it became', () => {
  const words = defaultPolicy('UTC')
  const lived = (...life: Life) =>
    complaintFromEvents(livedEvents({ customer: customer('c-1', 'B', 'wang') }, '2026-03-09 09:00', life, words))
  const owed = lived(['2026-03-09 10:00', { action: 'acknowledge' }])
  const reply = actedEvents(owed, { action: 'reply', text: 'x' }, ADA, instant('2026-03-11 11:00'), plainPolicy('UTC'))
  expect(reply.complaint.update).toMatchObject({ usedMinutes: 1020, missedAt: instant('2026-03-11 10:00') })
  expect([reply.complaint.update?.since, reply.complaint.updatesMissed]).toEqual([
    undefined,
    [instant('2026-03-11 10:00')],
  ])
  const praise = actedEvents(owed, { action: 'classify', kind: 'praise' }, ADA, instant('2026-03-09 11:00'), words)
  expect(praise.complaint.update).toEqual({ targetMinutes: 960, usedMinutes: 60 })
})

describe('reopened', () => {
  // 2400 minutes end on Friday 13 March at 18:00; the level is told two hours of work later.
  const resolved = (at: string) => {
    const acknowledged = head(['2026-03-09 10:00', { action: 'acknowledge' }])
    return actedEvents(acknowledged, { action: 'resolve' }, ADA, instant(at), policy).complaint
  }
  const reopened = (at: string, resolvedAt: string) =>
    actedEvents(resolved(resolvedAt), { action: 'reopen' }, ADA, instant(at), policy).complaint

  test('after it was late, it is told once more that it is, and the levels count from then', () => {
    const again = reopened('2026-03-23 10:00', '2026-03-17 09:00')
    expect(again.resolution).toMatchObject({ targetMinutes: 2400, usedMinutes: 2880, raised: 1 })
    expect(told('2026-03-23 10:01', again)).toEqual([['resolution', 1, instant('2026-03-13 18:00')]])
    const late = sweptEvents(again, instant('2026-03-23 10:01'), policy).complaint
    expect(told('2026-03-23 12:01', late)).toEqual([['resolution', 2, instant('2026-03-23 12:00')]])
    const { complaint: waiting } = actedEvents(late, { action: 'wait' }, ADA, instant('2026-03-23 11:00'), policy)
    const { complaint: on } = actedEvents(waiting, { action: 'resume' }, ADA, instant('2026-03-24 09:00'), policy)
    expect(nextSweepAt(on)).toBe(instant('2026-03-24 10:00'))
  })

  test('in time, it goes on with the time that was left, and nothing is told twice', () => {
    const again = reopened('2026-03-23 10:00', '2026-03-13 10:00')
    expect(told('2026-03-23 10:01', again)).toEqual([])
    // Seven hours were left of Friday, without the hour at noon.
    expect(again.resolution.dueAt).toBe(instant('2026-03-23 18:00'))
  })
})
