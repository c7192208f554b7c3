const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Whether the runtime knows the IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

/** Minutes of wall clock ahead of UTC at an instant, in milliseconds; positive east of Greenwich. */
export function zoneOffset(instant: number, timeZone: string): number {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatter(timeZone).formatToParts(instant)) parts[type] = value
  const { era, year, month, day, hour, minute, second } = parts
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  return era === 'BC' ? 0 : wall - Math.floor(instant / 1000) * 1000
}

/** The local date of an instant, `YYYY-MM-DD`. */
export function zonedDay(instant: number, timeZone: string): string {
  return new Date(instant + zoneOffset(instant, timeZone)).toISOString().slice(0, 10)
}

/**
 * The first instant at which a zone's wall clock stands at or past a local time.
 *
 * A time that happens twice gives its first instance; one that is skipped gives the moment of the change.
 *
 * @param wall The local time as if it were UTC, in milliseconds.
 */
export function zonedInstant(wall: number, timeZone: string): number {
  const before = zoneOffset(wall - DAY, timeZone)
  const after = zoneOffset(wall + DAY, timeZone)
  if (zoneOffset(wall - before, timeZone) === before) return wall - before
  if (zoneOffset(wall - after, timeZone) === after) return wall - after
  return firstAtOrPast(wall, wall - after, wall - before, timeZone)
}

/** Halves (low, high] down to the skip: the wall clock is short of `wall` at low, at or past it at high. */
function firstAtOrPast(wall: number, low: number, high: number, timeZone: string): number {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (middle + zoneOffset(middle, timeZone) < wall) low = middle
    else high = middle
  }
  return high
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making one costs as much as thousands of uses. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone)
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(timeZone, found)
  }
  return found
}
