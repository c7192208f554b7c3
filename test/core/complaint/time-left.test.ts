import { describe, expect, test } from 'vitest'
import { timeLeft } from '../../../core/complaint/time-left.ts'
import { defaultCalendar } from '../../../core/working-time/business-calendar.ts'

/** Shanghai, Monday to Friday as the default has it; instants are written in its own time, eight hours ahead of UTC. */
const calendar = { ...defaultCalendar('Asia/Shanghai'), week: week([['09:00', '18:00']]) }
const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+08:00`).toISOString()
const clock = (dueAt?: string) => ({
  targetMinutes: 60,
  usedMinutes: 0,
  ...(dueAt && { since: at('2026-03-02 09:00'), dueAt: at(dueAt) }),
})

function week(day: [string, string][]) {
  return [...Array.from({ length: 5 }, () => day), [], []]
}

describe('time left until the next deadline', () => {
  // 2026-03-06 is a Friday.
  test.each([
    ['later today', '2026-03-06 16:00', '2026-03-06 13:30', { days: 0, minutes: 150, late: false }],
    [
      'on Monday, seen on Friday evening',
      '2026-03-09 10:00',
      '2026-03-06 20:00',
      { days: 3, minutes: 60, late: false },
    ],
    ['missed two hours ago', '2026-03-06 10:00', '2026-03-06 12:00', { days: 0, minutes: -120, late: true }],
    [
      'missed at the end of Friday, seen on Sunday',
      '2026-03-06 18:00',
      '2026-03-08 12:00',
      { days: -2, minutes: 0, late: true },
    ],
    [
      'tomorrow by the clock of the desk, today by UTC',
      '2026-03-07 01:00',
      '2026-03-06 23:00',
      { days: 1, minutes: 0, late: false },
    ],
  ])('%s', (_, due, now, expected) => {
    const [day, time] = due.split(' ')
    const left = timeLeft(
      { response: clock(due), update: undefined, resolution: clock('2026-03-20 10:00') },
      calendar,
      at(now),
    )
    expect(left).toMatchObject({ clock: 'response', day, time, ...expected })
  })

  test('it is of the clock that runs out first, and of none where none runs', () => {
    const complaint = { response: clock(), update: clock('2026-03-09 10:00'), resolution: clock('2026-03-06 10:00') }
    expect(timeLeft(complaint, calendar, at('2026-03-05 10:00'))?.clock).toBe('resolution')
    expect(
      timeLeft({ ...complaint, update: clock(), resolution: clock() }, calendar, at('2026-03-05 10:00')),
    ).toBeUndefined()
  })
})
