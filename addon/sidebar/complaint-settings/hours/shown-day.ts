/** A date `YYYY-MM-DD` as people of the form's language write it, with its weekday. */
export function shownDay(day: string): string {
  return format({ year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' }, 'UTC').format(Date.parse(day))
}

/** An instant in a zone, with its weekday, to the minute. */
export function shownInstant(instant: number, timeZone: string): string {
  const options = { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short', ...MINUTE } as const
  return format(options, timeZone).format(instant)
}

/** Weekday and time of an instant in a zone: a stretch of work begins so. */
export function shownTime(instant: number, timeZone: string): string {
  return format({ weekday: 'short', ...MINUTE }, timeZone).format(instant)
}

/** The time of an instant in a zone. */
export function shownClock(instant: number, timeZone: string): string {
  return format(MINUTE, timeZone).format(instant)
}

const MINUTE = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

function format(options: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
  const language = document.documentElement.lang
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone })
}
