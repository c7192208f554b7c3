const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
/** Serial 0 of a spreadsheet, 30 December 1899. */
const EPOCH_MS = Date.UTC(1899, 11, 30)

/** A time zone as offsets from UTC, in milliseconds, at an instant. */
export type TimeZone = { offsetAt(instant: number): number }

const zones = new Map<string, TimeZone>()

/** Takes an IANA name, `GMT`, or a fixed offset such as `GMT+8` and `GMT+08:00`. */
export function timeZone(name: string): TimeZone {
  const zone = zones.get(name) ?? fixedZone(name) ?? namedZone(name)
  zones.set(name, zone)
  return zone
}

/**
 * The instant of a wall-clock time, given as if it were UTC.
 *
 * A time that a spring change skips moves forward by the gap; of two in autumn it is the first. Both as in Java.
 */
export function instantOf(wallMs: number, zone: TimeZone): number {
  const before = zone.offsetAt(wallMs - DAY_MS)
  if (zone.offsetAt(wallMs - before) === before) return wallMs - before
  const after = zone.offsetAt(wallMs + DAY_MS)
  return zone.offsetAt(wallMs - after) === after ? wallMs - after : wallMs - before
}

/** The wall-clock time at an instant, as if it were UTC. */
export function wallClock(instant: number, zone: TimeZone): number {
  return instant + zone.offsetAt(instant)
}

export function dateOfSerial(serial: number, zone: TimeZone): Date {
  return new Date(instantOf(EPOCH_MS + Math.round(serial * DAY_MS), zone))
}

export function serialOfDate(date: Date, zone: TimeZone): number {
  return (wallClock(date.getTime(), zone) - EPOCH_MS) / DAY_MS
}

function fixedZone(name: string): TimeZone | undefined {
  const match = /^(?:GMT|UTC)?(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$/.exec(name)
  if (match === null || name === '') return undefined
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)
  const offset = (match[1] === '-' ? -minutes : minutes) * 60_000
  return { offsetAt: () => offset }
}

function namedZone(name: string): TimeZone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
    era: 'short',
  })
  // Asking is slow, so it is done once for each end of a week: no zone has changed its offset there and back in one.
  const weeks = new Map<number, number>()
  function startOf(week: number): number {
    const offset = weeks.get(week) ?? exactOffset(format, week * WEEK_MS)
    weeks.set(week, offset)
    return offset
  }
  function offsetAt(instant: number): number {
    const week = Math.floor(instant / WEEK_MS)
    return startOf(week) === startOf(week + 1) ? startOf(week) : exactOffset(format, instant)
  }
  return { offsetAt }
}

function exactOffset(format: Intl.DateTimeFormat, instant: number): number {
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year)
  const wall = new Date(0)
  wall.setUTCFullYear(year, Number(part.month) - 1, Number(part.day))
  wall.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second))
  return wall.getTime() - Math.floor(instant / 1000) * 1000
}
