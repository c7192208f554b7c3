import { daysAfter } from '../calendar/iso-day.ts'
import type { SpecialHours } from './typed-days.ts'

export const holidayCountries = ['cn', 'us', 'gb', 'de'] as const
export type HolidayCountry = (typeof holidayCountries)[number]
export const holidayYears = [2026, 2027] as const
export type HolidayYear = (typeof holidayYears)[number]

type YearOfHolidays = {
  /** `MM-DD`, or a span `MM-DD/MM-DD` of days off. */
  off: readonly string[]
  /** Make-up working days. */
  worked?: readonly string[]
  /** The days that the law fixes; which days are moved to them, and made up for, was not published yet. */
  isProvisional?: true
}

/**
 * Public holidays by country and year.
 *
 * - cn: State Council notice on holidays of 2026 (November 2025); of 2027 the 13 days of the Regulation on Public
 *   Holidays as amended in November 2024, on their dates in the Chinese calendar.
 * - us: federal holidays (5 U.S.C. 6103) as federal offices observe them: the Friday before a Saturday, the Monday after
 *   a Sunday. New Year's Day of 2028 is observed on 2027-12-31.
 * - gb: bank holidays of England and Wales, with their substitute days.
 * - de: those that hold in every state.
 */
const HOLIDAYS: Record<HolidayCountry, Record<HolidayYear, YearOfHolidays>> = {
  cn: {
    2026: {
      off: [
        ...['01-01/01-03', '02-15/02-23', '04-04/04-06', '05-01/05-05', '06-19/06-21', '09-25/09-27', '10-01/10-07'],
      ],
      worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    },
    2027: {
      off: ['01-01', '02-05/02-08', '04-05', '05-01/05-02', '06-09', '09-15', '10-01/10-03'],
      isProvisional: true,
    },
  },
  us: {
    2026: {
      off: [...['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '09-07', '10-12', '11-11', '11-26', '12-25']],
    },
    2027: {
      off: [
        ...['01-01', '01-18', '02-15', '05-31', '06-18', '07-05', '09-06', '10-11', '11-11', '11-25', '12-24', '12-31'],
      ],
    },
  },
  gb: {
    2026: { off: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'] },
    2027: { off: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'] },
  },
  de: {
    2026: { off: ['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '12-25/12-26'] },
    2027: { off: ['01-01', '03-26', '03-29', '05-01', '05-06', '05-17', '10-03', '12-25/12-26'] },
  },
}

/** The public holidays of a country's year, in order: days off, and make-up days that are worked as usual. */
export function publicHolidays(
  country: HolidayCountry,
  year: HolidayYear,
): { days: Map<string, SpecialHours>; isProvisional: boolean } {
  const { off, worked = [], isProvisional = false } = HOLIDAYS[country][year]
  const days = [
    ...off.flatMap((span) => daysOf(year, span)).map((day) => [day, 'off'] as const),
    ...worked.map((day) => [`${year}-${day}`, 'usual'] as const),
  ]
  return { days: new Map(days.sort(([one], [other]) => (one < other ? -1 : 1))), isProvisional }
}

function daysOf(year: number, span: string): string[] {
  const [from = '', to = from] = span.split('/').map((day) => `${year}-${day}`)
  const days = []
  for (let day = from; day <= to; day = daysAfter(day, 1)) days.push(day)
  return days
}
