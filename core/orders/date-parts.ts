/** A date as written: complete, or two numbers before the year whose order the text does not tell. */
export type DateParts =
  | { form: 'YEAR_MONTH_DAY'; year: number; month: number; day: number }
  | { form: 'TWO_THEN_YEAR'; first: number; second: number; year: number }
  | { form: 'SERIAL'; serial: number }
  | { form: 'SHORT_YEAR' }

const TIME =
  /(?:[T\s]+|(?<=日))(?:上午|下午)?\s*\d{1,2}[:时]\d{1,2}(?:分|:\d{1,2}(?:[.,]\d+)?)?(?:\d{1,2}秒)?\s*(?:[AP]\.?M\.?|上午|下午)?\s*(?:Z|(?:UTC|GMT)?(?:[+-]\d{1,2}(?::?\d{2})?)?)$/i
/** No date with its time is longer; what is would be looked through for very long. */
const LONGEST = 100
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * What a text says of a date: `2024-03-05`, `2024/3/5`, `20240305`, `2024年3月5日`, `5 Mar 2024`, `Mar 5, 2024`,
 * `03/04/2024`, `45356` (a spreadsheet's serial day); a time of day after it is left out. Full-width digits count.
 *
 * The numbers are not yet checked against the calendar.
 *
 * @returns undefined where the text has none of these forms.
 */
export function dateParts(text: string): DateParts | undefined {
  const written = text.normalize('NFKC').trim()
  if (written.length > LONGEST) return undefined
  const date = written.replace(TIME, '')
  const yearFirst =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(date) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(date) ??
    /^(\d{4})\s*(年)\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?$/.exec(date)
  if (yearFirst) return complete(yearFirst[1], Number(yearFirst[3]), yearFirst[4])

  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(date)
  if (yearLast) {
    const [first, second, year] = [Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4])]
    return { form: 'TWO_THEN_YEAR', first, second, year }
  }
  const dayName = /^(\d{1,2})[-\s.]+([a-z]{3,9})[-\s.,]+(\d{4})$/i.exec(date)
  if (dayName) return named(dayName[3], dayName[2]!, dayName[1])
  const nameDay = /^([a-z]{3,9})[-\s.]+(\d{1,2})[\s,]+(\d{4})$/i.exec(date)
  if (nameDay) return named(nameDay[3], nameDay[1]!, nameDay[2])

  if (/^\d{5}(\.\d+)?$/.test(date)) return { form: 'SERIAL', serial: Math.floor(Number(date)) }
  if (/^\d{1,2}([-/.])\d{1,2}\1\d{2}$/.test(date)) return { form: 'SHORT_YEAR' }
  return undefined
}

function named(year: string | undefined, name: string, day: string | undefined): DateParts | undefined {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
  return month === 0 ? undefined : complete(year, month, day)
}

function complete(year: string | undefined, month: number, day: string | undefined): DateParts {
  return { form: 'YEAR_MONTH_DAY', year: Number(year), month, day: Number(day) }
}
