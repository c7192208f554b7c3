import { expect, test } from 'vitest'
import { type BusinessCalendar, defaultCalendar, type WorkSpan } from '../../../core/working-time/business-calendar.ts'
import { businessMinutes } from '../../../core/working-time/business-minutes.ts'
import { deadline } from '../../../core/working-time/deadline.ts'

const HOUR = 60
const allDay: WorkSpan[] = [['00:00', '24:00']]
const always = (timeZone: string): BusinessCalendar => ({ timeZone, week: Array(7).fill(allDay), specialDays: {} })
const sundays = (timeZone: string, ...spans: WorkSpan[]): BusinessCalendar => ({
  timeZone,
  week: [[], [], [], [], [], [], spans],
  specialDays: {},
})

/** Nine to six with lunch at noon; National Day week off, Saturday the 10th worked until five instead. */
const shanghai: BusinessCalendar = {
  ...defaultCalendar('Asia/Shanghai'),
  specialDays: {
    ...Object.fromEntries(['01', '02', '03', '04', '05', '06', '07'].map((day) => [`2026-10-${day}`, []])),
    '2026-10-10': [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ],
  },
}
const newYork = defaultCalendar('America/New_York')
const berlin: BusinessCalendar = {
  ...defaultCalendar('Europe/Berlin'),
  specialDays: { '2026-04-03': [], '2026-04-06': [] },
}

/** Ten at night to six in the morning, every night: a shift is the end of one day and the beginning of the next. */
const nights = (timeZone: string): BusinessCalendar => ({
  timeZone,
  week: Array(7).fill([
    ['00:00', '06:00'],
    ['22:00', '24:00'],
  ]),
  specialDays: {},
})

/** Worked by hand: from, to, minutes. */
const cases: [string, BusinessCalendar, string, string, number][] = [
  // 9:00-10:30 of a Monday.
  ['a morning', shanghai, '2026-03-09T09:00+08:00', '2026-03-09T10:30+08:00', 90],
  // Work begins when it ends.
  ['before the morning', shanghai, '2026-03-09T06:00+08:00', '2026-03-09T09:00+08:00', 0],
  // 11-12 and 13-14.
  ['over lunch', shanghai, '2026-03-09T11:00+08:00', '2026-03-09T14:00+08:00', 2 * HOUR],
  // Within 12-13.
  ['within lunch', shanghai, '2026-03-09T12:10+08:00', '2026-03-09T12:50+08:00', 0],
  // 13-18.
  ['from lunch into the evening', shanghai, '2026-03-09T12:30+08:00', '2026-03-09T22:00+08:00', 5 * HOUR],
  // Five days of 3 + 5 hours.
  ['a whole week', shanghai, '2026-03-09T00:00+08:00', '2026-03-16T00:00+08:00', 5 * 8 * HOUR],
  // Fri 17-18, Mon 9-10.
  ['over a weekend', shanghai, '2026-03-13T17:00+08:00', '2026-03-16T10:00+08:00', 2 * HOUR],
  // Sat, Sun.
  ['within a weekend', shanghai, '2026-03-14T09:00+08:00', '2026-03-15T18:00+08:00', 0],
  // Wed 17-18; Thu 1 to Wed 7 off; Thu 9-10.
  ['over the National Day holidays', shanghai, '2026-09-30T17:00+08:00', '2026-10-08T10:00+08:00', 2 * HOUR],
  // Fri 17-18; Sat the 10th 9-12 and 13-14.
  ['into a Saturday that is worked', shanghai, '2026-10-09T17:00+08:00', '2026-10-10T14:00+08:00', 5 * HOUR],
  // Thu 8, Fri 8, Sat 7 hours, and nothing on Sunday.
  ['a week with a make-up day', shanghai, '2026-10-05T00:00+08:00', '2026-10-12T00:00+08:00', 23 * HOUR],
  // 30 s.
  ['to the second and millisecond', shanghai, '2026-03-09T09:00:00.250+08:00', '2026-03-09T09:00:30.250+08:00', 0.5],
  // China keeps +8 all year: 365 days of 2026 with 104 days of weekend, 5 of the 7 holidays on workdays (Thu, Fri, Mon-Wed), 7 h on the 10th.
  ['a year', shanghai, '2026-01-01T00:00+08:00', '2027-01-01T00:00+08:00', (365 - 104 - 5) * 8 * HOUR + 7 * HOUR],
  // 9:30-11:00: New York's evening, at -4, is twelve hours behind.
  ['instants written in another zone', shanghai, '2026-03-09T21:30-04:00', '2026-03-09T23:00-04:00', 90],

  // Fri 17-18 at -5; Mon 9-10 at -4. The hour that is skipped on Sunday is not worked.
  ['over the weekend when clocks go forward', newYork, '2026-03-06T17:00-05:00', '2026-03-09T10:00-04:00', 2 * HOUR],
  // Fri 17-18 at -4; Mon 9-10 at -5.
  ['over the weekend when clocks go back', newYork, '2026-10-30T17:00-04:00', '2026-11-02T10:00-05:00', 2 * HOUR],
  // 24 - 1.
  ['a day of 23 hours', always('America/New_York'), '2026-03-08T00:00-05:00', '2026-03-09T00:00-04:00', 23 * HOUR],
  // 24 + 1.
  ['a day of 25 hours', always('America/New_York'), '2026-11-01T00:00-04:00', '2026-11-02T00:00-05:00', 25 * HOUR],
  // From 3 (2 does not come) to 5.
  [
    'a start that is skipped',
    sundays('America/New_York', ['02:30', '05:00']),
    '2026-03-08T00:00-05:00',
    '2026-03-09T00:00-04:00',
    2 * HOUR,
  ],
  // From 1 to the change, when 2 becomes 3.
  [
    'an end that is skipped',
    sundays('America/New_York', ['01:00', '02:30']),
    '2026-03-08T00:00-05:00',
    '2026-03-09T00:00-04:00',
    HOUR,
  ],
  // Both become the moment of the change.
  [
    'a stretch that is skipped whole',
    sundays('America/New_York', ['02:10', '02:50']),
    '2026-03-08T00:00-05:00',
    '2026-03-09T00:00-04:00',
    0,
  ],
  // 1:00-2:00 is one hour; the second stretch is empty; the third is 3:00-4:00. None is counted twice.
  [
    'stretches that meet in the hour that is skipped',
    sundays('America/New_York', ['01:00', '02:20'], ['02:20', '02:40'], ['02:40', '04:00']),
    '2026-03-08T00:00-05:00',
    '2026-03-09T00:00-04:00',
    2 * HOUR,
  ],
  // From the first 1:30 half an hour to 2 = 1, an hour to 2, an hour to 3.
  [
    'a start that comes twice',
    sundays('America/New_York', ['01:30', '03:00']),
    '2026-11-01T00:00-04:00',
    '2026-11-02T00:00-05:00',
    150,
  ],
  // 0:30 to the first 1:30.
  [
    'an end that comes twice',
    sundays('America/New_York', ['00:30', '01:30']),
    '2026-11-01T00:00-04:00',
    '2026-11-02T00:00-05:00',
    HOUR,
  ],
  // 0:30 to 3:00 is two and a half on the wall, and an hour comes twice.
  [
    'stretches that meet in the hour that comes twice',
    sundays('America/New_York', ['00:30', '01:30'], ['01:30', '03:00']),
    '2026-11-01T00:00-04:00',
    '2026-11-02T00:00-05:00',
    3.5 * HOUR,
  ],

  // Thu 17-18; Good Friday to Easter Monday off; Tue 9-11.
  ['over Easter', berlin, '2026-04-02T17:00+02:00', '2026-04-07T11:00+02:00', 3 * HOUR],
  // Fri 16-18 at +1; clocks forward on Sunday; Mon 9-12 at +2.
  ['over a weekend in March', berlin, '2026-03-27T16:00+01:00', '2026-03-30T12:00+02:00', 5 * HOUR],
  // Fri 16-18 at +2; clocks back on Sunday; Mon 9-12 at +1.
  ['over a weekend in October', berlin, '2026-10-23T16:00+02:00', '2026-10-26T12:00+01:00', 5 * HOUR],
  // 22-24, 0-2, 3-6.
  ['a night shift of seven', nights('Europe/Berlin'), '2026-03-28T18:00+01:00', '2026-03-29T18:00+02:00', 7 * HOUR],
  // 22-24, 0-3, 2-6.
  ['a night shift of nine', nights('Europe/Berlin'), '2026-10-24T18:00+02:00', '2026-10-25T18:00+01:00', 9 * HOUR],
  // 22-24, 0-6: midnight is no break.
  ['a night shift of eight', nights('Europe/Berlin'), '2026-03-24T18:00+01:00', '2026-03-25T18:00+01:00', 8 * HOUR],
  // 23:30-0:30.
  ['an hour over midnight', nights('Europe/Berlin'), '2026-03-24T23:30+01:00', '2026-03-25T00:30+01:00', HOUR],
  // 22-6 with 1 skipped.
  ['a night in London', always('Europe/London'), '2026-03-28T22:00Z', '2026-03-29T06:00+01:00', 7 * HOUR],

  // 24 - 0.5: 2:00 becomes 2:30.
  [
    'a day of 23 and a half',
    always('Australia/Lord_Howe'),
    '2026-10-04T00:00+10:30',
    '2026-10-05T00:00+11:00',
    23.5 * HOUR,
  ],
  // 24 + 0.5: 2:00 becomes 1:30.
  [
    'a day of 24 and a half',
    always('Australia/Lord_Howe'),
    '2026-04-05T00:00+11:00',
    '2026-04-06T00:00+10:30',
    24.5 * HOUR,
  ],
  // 22-24, 0-2, 2:30-6.
  [
    'its night of seven and a half',
    nights('Australia/Lord_Howe'),
    '2026-10-03T18:00+10:30',
    '2026-10-04T18:00+11:00',
    7.5 * HOUR,
  ],
  // 22-24, 0-2, 1:30-6.
  [
    'its night of eight and a half',
    nights('Australia/Lord_Howe'),
    '2026-04-04T18:00+11:00',
    '2026-04-05T18:00+10:30',
    8.5 * HOUR,
  ],
  // 9-12 and 13-17 at +5:45.
  ['a day in Kathmandu', defaultCalendar('Asia/Kathmandu'), '2026-03-09T00:00Z', '2026-03-09T11:15Z', 7 * HOUR],

  // Clocks go from 0:00 to 1:00: the day begins at 1.
  ['a day that has no midnight', always('Africa/Cairo'), '2026-04-24T01:00+03:00', '2026-04-25T00:00+03:00', 23 * HOUR],
  // Clocks go from 24:00 to 23:00: 22-23, 23-24, 23-24, then 0-6.
  ['a night with 23:00 twice', nights('Africa/Cairo'), '2026-10-29T12:00+03:00', '2026-10-30T12:00+02:00', 9 * HOUR],
  // The 30th did not come: the 29th and the 31st.
  ['the day that Samoa skipped', always('Pacific/Apia'), '2011-12-29T00:00-10:00', '2012-01-01T00:00+14:00', 48 * HOUR],
  // At 0:01 of the 6th clocks went to 23:01 of the 5th: of the second 23:01-24:00, which is after the first midnight, 23:30-23:50.
  ['a date that came back', always('America/St_Johns'), '2010-11-07T03:00Z', '2010-11-07T03:20Z', 20],
  // Clocks went forward on the 8th, to -2, and back seven days later: on Monday the 9th 9-10.
  ['a week between two changes', defaultCalendar('America/Recife'), '2000-10-09T10:00Z', '2000-10-09T12:00Z', HOUR],
  // On Monday the 16th, at -3 again, 9-10.
  ['the week after them', defaultCalendar('America/Recife'), '2000-10-16T11:00Z', '2000-10-16T13:00Z', HOUR],
]

test.each(cases)('business minutes over %s', (_, calendar, from, to, minutes) => {
  expect(businessMinutes(Date.parse(from), Date.parse(to), calendar)).toBe(minutes)
  expect(businessMinutes(Date.parse(to), Date.parse(from), calendar)).toBe(0 - minutes)
})

/** Worked by hand: start, minutes, due. */
const deadlines: [string, BusinessCalendar, string, number, string][] = [
  // 9 + 1.
  ['an hour from nine', shanghai, '2026-03-09T09:00+08:00', HOUR, '2026-03-09T10:00+08:00'],
  // Nothing to do: at once, though it is a Sunday.
  ['nothing', shanghai, '2026-03-08T09:00+08:00', 0, '2026-03-08T09:00+08:00'],
  // The clock begins on Monday at 9.
  ['an hour from the night before', shanghai, '2026-03-08T23:00+08:00', HOUR, '2026-03-09T10:00+08:00'],
  // 17 + 1.
  ['to the very end of the day', shanghai, '2026-03-09T17:00+08:00', HOUR, '2026-03-09T18:00+08:00'],
  // 17-18, then a minute from 9.
  ['one minute more', shanghai, '2026-03-09T17:00+08:00', HOUR + 1, '2026-03-10T09:01+08:00'],
  // 11 + 1.
  ['to the start of lunch', shanghai, '2026-03-09T11:00+08:00', HOUR, '2026-03-09T12:00+08:00'],
  // 11-12, then half an hour from 13.
  ['over lunch', shanghai, '2026-03-09T11:00+08:00', 1.5 * HOUR, '2026-03-09T13:30+08:00'],
  // Fri 17-18, Mon 9-12.
  ['four hours from Friday 17:00', shanghai, '2026-03-13T17:00+08:00', 4 * HOUR, '2026-03-16T12:00+08:00'],
  // Fri 13-18 (5), Mon 8, Tue 9-12 (3).
  ['two days from Friday noon', shanghai, '2026-03-13T12:00+08:00', 16 * HOUR, '2026-03-17T12:00+08:00'],
  // Wed 17-18, Thu the 8th 9-10.
  ['over the holidays', shanghai, '2026-09-30T17:00+08:00', 2 * HOUR, '2026-10-08T10:00+08:00'],
  // Fri 17-18, Sat 9-12 and 13-17 (7), Mon 9-10.
  ['over a make-up day', shanghai, '2026-10-09T17:00+08:00', 9 * HOUR, '2026-10-12T10:00+08:00'],
  // Fri 17-18 at -5, Mon 9-10 at -4.
  ['over clocks that go forward', newYork, '2026-03-06T17:00-05:00', 2 * HOUR, '2026-03-09T10:00-04:00'],
  // Fri 17-18 at -4, Mon 9-10 at -5.
  ['over clocks that go back', newYork, '2026-10-30T17:00-04:00', 2 * HOUR, '2026-11-02T10:00-05:00'],
  // 22-24, 0-2, 3-4: five hours of a night whose sixth hour on the wall is the fifth.
  ['in a night that is shorter', nights('Europe/Berlin'), '2026-03-28T22:00+01:00', 5 * HOUR, '2026-03-29T04:00+02:00'],
  // 22-24, 0-3: the second 2:00 on the wall.
  ['in a night that is longer', nights('Europe/Berlin'), '2026-10-24T22:00+02:00', 5 * HOUR, '2026-10-25T02:00+01:00'],
  // 7 hours of that night, then one from 22.
  [
    'past a night that is shorter',
    nights('Europe/Berlin'),
    '2026-03-28T22:00+01:00',
    8 * HOUR,
    '2026-03-29T23:00+02:00',
  ],
  // 8 hours to the next morning at 6, not to 22 in the evening.
  ['to the end of a night', nights('Asia/Shanghai'), '2026-03-09T12:00+08:00', 8 * HOUR, '2026-03-10T06:00+08:00'],
  // 1:00-2:00 (1), 2:30-3:00 (0.5).
  [
    'over half an hour skipped',
    always('Australia/Lord_Howe'),
    '2026-10-04T01:00+10:30',
    1.5 * HOUR,
    '2026-10-04T03:00+11:00',
  ],
  // 1:00-2:00 (1), then 1:30-2:00 (0.5) anew.
  [
    'over half an hour that comes twice',
    always('Australia/Lord_Howe'),
    '2026-04-05T01:00+11:00',
    1.5 * HOUR,
    '2026-04-05T02:00+10:30',
  ],
  // 6 seconds.
  ['a tenth of a minute', shanghai, '2026-03-09T09:00:00.001+08:00', 0.1, '2026-03-09T09:00:06.001+08:00'],
]

test.each(deadlines)('a deadline %s', (_, calendar, start, minutes, due) => {
  const found = deadline(Date.parse(start), minutes, calendar)
  expect(new Date(found).toISOString()).toBe(new Date(due).toISOString())
})

/** Worked by hand: start, minutes, paused from and to, due. */
const pauses: [string, BusinessCalendar, string, number, string, string, string][] = [
  // 9-10 used, 3 of 4 hours left: 11-12, 13-15.
  [
    'within a morning',
    shanghai,
    '2026-03-09T09:00+08:00',
    4 * HOUR,
    '2026-03-09T10:00+08:00',
    '2026-03-09T11:00+08:00',
    '2026-03-09T15:00+08:00',
  ],
  // Due at 14:00 without; lunch is nobody's time: it stays so.
  [
    'over lunch',
    shanghai,
    '2026-03-09T09:00+08:00',
    4 * HOUR,
    '2026-03-09T12:00+08:00',
    '2026-03-09T13:00+08:00',
    '2026-03-09T14:00+08:00',
  ],
  // Fri 16-17 used; Mon 10-12 and 13-14.
  [
    'over a weekend',
    shanghai,
    '2026-03-13T16:00+08:00',
    4 * HOUR,
    '2026-03-13T17:00+08:00',
    '2026-03-16T10:00+08:00',
    '2026-03-16T14:00+08:00',
  ],
  // Wed 17-18 used; from Thu the 8th 9:00 three hours.
  [
    'over the holidays',
    shanghai,
    '2026-09-30T17:00+08:00',
    4 * HOUR,
    '2026-09-30T18:00+08:00',
    '2026-10-05T12:00+08:00',
    '2026-10-08T12:00+08:00',
  ],
  // Fri 17-18 used at -5; the pause ends on Mon at 10 (-4): 10-12, 13-14.
  [
    'over clocks that go forward',
    newYork,
    '2026-03-06T17:00-05:00',
    4 * HOUR,
    '2026-03-07T12:00-05:00',
    '2026-03-09T10:00-04:00',
    '2026-03-09T14:00-04:00',
  ],
  // 22-23 used; paused 23-1 and 3 hours left: 1-3 and 2-3 anew.
  [
    'in a night that is longer',
    nights('Europe/Berlin'),
    '2026-10-24T22:00+02:00',
    4 * HOUR,
    '2026-10-24T23:00+02:00',
    '2026-10-25T01:00+02:00',
    '2026-10-25T03:00+01:00',
  ],
]

test.each(pauses)('a pause %s', (_, calendar, start, minutes, from, to, due) => {
  const used = businessMinutes(Date.parse(start), Date.parse(from), calendar)
  const found = deadline(Date.parse(to), minutes - used, calendar)
  expect(new Date(found).toISOString()).toBe(new Date(due).toISOString())
})

test('holidays for years on end put a deadline off until work begins again', () => {
  const days = Array.from({ length: 2000 }, (_, n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
  const calendar = { ...shanghai, specialDays: Object.fromEntries(days.map((day) => [day, []])) }
  // The last of 2000 days is 2031-06-23, a Monday; work begins on Tuesday at 9.
  expect(deadline(Date.parse('2026-03-09T09:00+08:00'), HOUR, calendar)).toBe(Date.parse('2031-06-24T10:00+08:00'))
})

test('a long target at an hour a week takes its years', () => {
  const due = deadline(Date.parse('2026-03-09T09:00Z'), 31_240, sundays('UTC', ['10:00', '11:00']))
  // 520 whole Sundays and 40 minutes of the next, the first being 2026-03-15.
  expect(due).toBe(Date.parse('2026-03-15T10:40Z') + 520 * 7 * 86_400_000)
})

test('a calendar that never works is told, not waited for', () => {
  const closed = { timeZone: 'UTC', week: Array(7).fill([]), specialDays: {} }
  expect(() => deadline(0, 1, closed)).toThrow('The week has less than an hour of work.')
})
