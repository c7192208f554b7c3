import { describe, expect, test } from 'vitest'
import { type Act, actedEvent } from '../../../core/complaint/acted-event.ts'
import { isLookedFor } from '../../../core/complaint/complaint-filter.ts'
import { complaintAfter, complaintFromEvents } from '../../../core/complaint/complaint-from-events.ts'
import {
  type ComplaintPolicy,
  checkedPolicy,
  defaultPolicy,
  targetRule,
} from '../../../core/complaint/complaint-policy.ts'
import { clockStatus, complaintStatus, nextDueAt } from '../../../core/complaint/complaint-status.ts'
import { customer, instant, type Life, livedEvents } from './lived-complaint.ts'

const B = customer('c-1', 'B', 'wang')
/** Tier B, normal: 240 minutes to answer, 2400 to resolve. 2026-03-09 is a Monday. */
const lived = (life: Life, policy?: ComplaintPolicy) =>
  complaintFromEvents(livedEvents({ customer: B }, '2026-03-09 09:00', life, policy))

describe('clocks', () => {
  test('both run from reception, with the moment of warning at 80 %', () => {
    expect(lived([])).toMatchObject({
      response: {
        targetMinutes: 240,
        usedMinutes: 0,
        warnAt: instant('2026-03-09 13:12'),
        dueAt: instant('2026-03-09 14:00'),
      },
      resolution: { targetMinutes: 2400, warnAt: instant('2026-03-12 18:00'), dueAt: instant('2026-03-13 18:00') },
    })
  })

  test('a note is no answer, a reply is one', () => {
    const noted = lived([['2026-03-09 10:00', { action: 'note', text: 'x' }]])
    expect(noted.response.since).toBeDefined()
    const replied = lived([['2026-03-09 10:00', { action: 'reply', text: 'x' }]])
    expect(replied).toMatchObject({
      state: 'received',
      respondedAt: instant('2026-03-09 10:00'),
      response: { usedMinutes: 60 },
    })
    expect(replied.response.since).toBeUndefined()
  })

  test('an answer after its time was missed when the time ran out', () => {
    const late = lived([['2026-03-09 17:00', { action: 'acknowledge' }]])
    expect(late.response).toEqual({ targetMinutes: 240, usedMinutes: 420, missedAt: instant('2026-03-09 14:00') })
    expect(complaintStatus(late, instant('2026-03-09 17:00'))).toBe('breached')
  })

  test('an answer in the very last moment is in time', () => {
    expect(lived([['2026-03-09 14:00', { action: 'acknowledge' }]]).response.missedAt).toBeUndefined()
  })

  test('waiting for the customer takes nothing from the time that is left', () => {
    const waits: Life = [
      ['2026-03-09 10:00', { action: 'acknowledge' }],
      ['2026-03-09 11:00', { action: 'wait' }],
      ['2026-04-01 11:00', { action: 'resume' }],
    ]
    const waiting = lived(waits.slice(0, 2))
    expect(nextDueAt(waiting)).toBeUndefined()
    expect(clockStatus(waiting.resolution, instant('2026-03-30 09:00'), true)).toBe('paused')
    // 120 of 2400 used, 2280 left: 360 on that Wednesday, then four days of 480.
    expect(lived(waits).resolution).toMatchObject({ usedMinutes: 120, dueAt: instant('2026-04-07 18:00') })
  })

  test('a target missed before the wait stays missed after it', () => {
    const late = lived([
      ['2026-03-16 10:00', { action: 'acknowledge' }],
      ['2026-03-16 11:00', { action: 'wait' }],
      ['2026-03-20 11:00', { action: 'resume' }],
    ])
    expect(late.resolution).toMatchObject({ missedAt: instant('2026-03-13 18:00'), dueAt: instant('2026-03-13 18:00') })
  })

  test('reopening goes on from the time used, without the time as resolved', () => {
    const again = lived([
      ['2026-03-09 10:00', { action: 'acknowledge' }],
      ['2026-03-09 12:00', { action: 'resolve' }],
      ['2026-03-20 09:00', { action: 'reopen' }],
      ['2026-03-20 10:00', { action: 'resolve' }],
    ])
    expect(again.resolutions).toEqual([
      { at: instant('2026-03-09 12:00'), minutes: 180, onTime: true },
      { at: instant('2026-03-20 10:00'), minutes: 240, onTime: true },
    ])
  })

  test('graver means due earlier; graver than the time used allows is missed from now, not before', () => {
    const graver = lived([['2026-03-09 13:30', { action: 'change_severity', severity: 'critical' }]])
    expect(graver.response).toMatchObject({
      targetMinutes: 60,
      usedMinutes: 210,
      missedAt: instant('2026-03-09 13:30'),
    })
    expect(graver.resolution).toMatchObject({ targetMinutes: 480, dueAt: instant('2026-03-09 18:00') })
    expect(graver.resolution.missedAt).toBeUndefined()
  })

  test('an answer that was given is judged by the target of its time', () => {
    const { response } = lived([
      ['2026-03-09 12:00', { action: 'acknowledge' }],
      ['2026-03-09 13:30', { action: 'change_severity', severity: 'critical' }],
    ])
    expect(response).toEqual({ targetMinutes: 240, usedMinutes: 180 })
  })

  test('what was missed stays missed, whatever it is made of afterwards', () => {
    const { response, resolution } = lived([['2026-03-09 15:00', { action: 'change_severity', severity: 'low' }]])
    expect(response).toMatchObject({ targetMinutes: 240, dueAt: instant('2026-03-09 14:00') })
    expect(resolution).toMatchObject({ targetMinutes: 4800 })
  })

  describe('under a policy that became strict', () => {
    const strict: ComplaintPolicy = { ...defaultPolicy('UTC'), rules: [{ responseMinutes: 1, resolutionMinutes: 1 }] }
    const clocksOf = (life: Life, at: string, act: Act) => {
      const before = lived(life)
      const { response, update, resolution } = complaintAfter(
        before,
        actedEvent(before, act, { sub: 'ada', name: 'Ada' }, instant(at), strict),
      )
      return [
        [response, update, resolution],
        [before.response, before.update, before.resolution],
      ] as const
    }
    const resolved: Life = [
      ['2026-03-09 10:00', { action: 'acknowledge' }],
      ['2026-03-09 12:00', { action: 'resolve' }],
    ]
    test.each<[string, Life, Act]>([
      ['the same customer, identified again', [], { action: 'identify', customer: B, contact: { phone: '1' } }],
      ['the same kind and severity', [], { action: 'classify', kind: 'complaint', severity: 'normal', category: 'x' }],
      ['what was resolved', resolved, { action: 'change_severity', severity: 'critical' }],
      [
        'what was closed',
        [...resolved, ['2026-03-09 13:00', { action: 'close' }]],
        { action: 'identify', customer: customer('c-2', 'A', 'li') },
      ],
    ])('%s has the targets that it was given', (_, life, act) => {
      const [after, before] = clocksOf(life, '2026-03-09 13:30', act)
      expect(after).toEqual(before)
    })

    test('what really became another is held to the targets of now', () => {
      const [[response]] = clocksOf([], '2026-03-09 13:30', { action: 'classify', kind: 'enquiry' })
      expect(response).toMatchObject({ targetMinutes: 1, missedAt: instant('2026-03-09 13:30') })
    })
  })

  test('another severity with the same target leaves its clock as it runs', () => {
    const policy: ComplaintPolicy = {
      ...defaultPolicy('UTC'),
      rules: [{ responseMinutes: 60, resolutionMinutes: 600 }],
    }
    const life: Life = [['2026-03-09 09:30', { action: 'change_severity', severity: 'low' }]]
    const [first, second] = livedEvents({ customer: B }, '2026-03-09 09:00', life, policy)
    expect([first?.response?.since, second?.response]).toEqual([instant('2026-03-09 09:00'), undefined])
  })

  test("a machine's clock that goes back does not turn time back", () => {
    const events = livedEvents({ customer: B }, '2026-03-09 09:00', [
      ['2026-03-09 10:00', { action: 'acknowledge' }],
      ['2026-03-09 09:59', { action: 'start' }],
      ['2026-03-09 09:00', { action: 'wait' }],
    ])
    expect(events.map(({ at }) => at.slice(11, 16))).toEqual(['09:00', '10:00', '10:00', '10:00'])
    expect(complaintFromEvents(events).resolution.usedMinutes).toBe(60)
  })

  test('another policy leaves deadlines alone that were given', () => {
    const strict: ComplaintPolicy = { ...defaultPolicy('UTC'), rules: [{ responseMinutes: 1, resolutionMinutes: 1 }] }
    const events = livedEvents({ customer: B }, '2026-03-09 09:00')
    const before = complaintFromEvents(events)
    const after = livedEvents({ customer: B }, '2026-03-09 09:00', [], strict)
    expect(before.resolution.dueAt).toBe(instant('2026-03-13 18:00'))
    expect(complaintFromEvents(after).resolution.dueAt).toBe(instant('2026-03-09 09:01'))
  })
})

const statuses: [string, string][] = [
  ['2026-03-09 13:11:59.999', 'ok'],
  ['2026-03-09 13:12', 'at_risk'],
  ['2026-03-09 14:00', 'at_risk'],
  ['2026-03-09 14:00:00.001', 'breached'],
]
test.each(statuses)('at %s a complaint of nine o clock is %s', (now, status) => {
  expect(complaintStatus(lived([]), instant(now))).toBe(status)
})

test('what is about to breach is looked for also where another target was missed', () => {
  // The answer came too late; the resolution warns on Thursday 18:00 and runs out on Friday 18:00.
  const late = lived([['2026-03-09 15:00', { action: 'acknowledge' }]])
  const found = (due: 'at_risk' | 'breached', now: string, complaint = late) =>
    isLookedFor(complaint, { due }, instant(now))
  expect([found('at_risk', '2026-03-12 12:00'), found('breached', '2026-03-12 12:00')]).toEqual([false, true])
  expect([found('at_risk', '2026-03-13 12:00'), found('breached', '2026-03-13 12:00')]).toEqual([true, true])
  expect([found('at_risk', '2026-03-14 12:00'), found('breached', '2026-03-14 12:00')]).toEqual([false, true])
  expect([found('at_risk', '2026-03-09 13:30', lived([])), found('breached', '2026-03-09 13:30', lived([]))]).toEqual([
    true,
    false,
  ])
})

describe('targets', () => {
  const targets: [string, Parameters<typeof targetRule>[1], number, number][] = [
    ['a critical complaint', { kind: 'complaint', tier: 'B', severity: 'critical' }, 60, 480],
    ['the same of tier A', { kind: 'complaint', tier: 'A', severity: 'critical' }, 30, 240],
    ['a normal one', { kind: 'complaint', tier: '', severity: 'normal' }, 240, 2400],
    ['a normal one of tier A', { kind: 'complaint', tier: 'A', severity: 'normal' }, 120, 1200],
    ['a high one', { kind: 'complaint', tier: 'B', severity: 'high' }, 120, 960],
    ['a high one of tier A', { kind: 'complaint', tier: 'A', severity: 'high' }, 60, 480],
    ['a low one', { kind: 'complaint', tier: 'C', severity: 'low' }, 480, 4800],
    ['a low one of tier A', { kind: 'complaint', tier: 'A', severity: 'low' }, 240, 2400],
    ['an enquiry, whatever its tier', { kind: 'enquiry', tier: 'A', severity: 'high' }, 120, 480],
    ['a suggestion', { kind: 'suggestion', tier: 'A', severity: 'critical' }, 960, 9600],
    ['praise', { kind: 'praise', tier: 'C', severity: 'low' }, 960, 9600],
  ]
  test.each(targets)('%s', (_, subject, responseMinutes, resolutionMinutes) => {
    expect(targetRule(defaultPolicy('UTC'), subject)).toMatchObject({ responseMinutes, resolutionMinutes })
  })

  test('a policy that serves everybody is taken as it is', () => {
    const policy = defaultPolicy('Asia/Shanghai')
    expect(checkedPolicy(policy)).toBe(policy)
    expect(policy).toMatchObject({ warnShare: 0.8, calendar: { timeZone: 'Asia/Shanghai' } })
  })

  const minutes = { responseMinutes: 1, resolutionMinutes: 1 }
  test.each<[string, ComplaintPolicy['rules']]>([
    ['one tier', [{ tier: 'A', ...minutes }]],
    ['customers without a tier', [minutes, { tier: '', ...minutes }]],
    ['one kind', [{ kind: 'complaint', ...minutes }]],
    ['one severity', [{ severity: 'low', ...minutes }]],
    ['nobody', []],
  ])('a policy whose last rule is for %s is refused', (_, rules) => {
    expect(() => checkedPolicy({ ...defaultPolicy('UTC'), rules })).toThrow(
      'The last rule must hold for every complaint. Add one without kind, tier and severity.',
    )
  })

  test('a policy whose calendar never works is refused', () => {
    const calendar = { ...defaultPolicy('UTC').calendar, week: [[], [], [], [], [], [], []] }
    expect(() => checkedPolicy({ ...defaultPolicy('UTC'), calendar })).toThrow(
      'The week has less than an hour of work.',
    )
  })
})

describe('how it stands', () => {
  const clock = { targetMinutes: 240, usedMinutes: 60 }
  const now = instant('2026-03-09 12:00')
  const runs = (dueAt: string) => ({ ...clock, since: now, warnAt: instant('2026-03-09 13:00'), dueAt: instant(dueAt) })

  test.each([
    ['stopped in time', clock, false, 'met'],
    ['stopped while the customer is asked', clock, true, 'paused'],
    ['stopped too late', { ...clock, missedAt: now }, true, 'breached'],
    ['running', runs('2026-03-09 14:00'), false, 'ok'],
    ['running past its time', runs('2026-03-09 11:59'), false, 'breached'],
  ])('a clock %s', (_, given, paused, status) => {
    expect(clockStatus(given, now, paused)).toBe(status)
  })

  test('a clock is not paused unless somebody says so', () => {
    expect(clockStatus(clock, now)).toBe('met')
  })

  test('the next deadline is the earlier of those that run', () => {
    const [early, late] = [runs('2026-03-09 14:00'), runs('2026-03-09 15:00')]
    expect(nextDueAt({ response: early, resolution: late })).toBe(early.dueAt)
    expect(nextDueAt({ response: late, resolution: early })).toBe(early.dueAt)
    expect(nextDueAt({ response: clock, resolution: late })).toBe(late.dueAt)
    expect(nextDueAt({ response: clock, resolution: clock })).toBeUndefined()
  })
})
