const DAY = 86_400_000
const STRETCH = 8 * DAY

/** Whether the runtime knows the IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

/**
 * How far a zone's wall clock is ahead of UTC at an instant, in milliseconds.
 *
 * The runtime answers slowly, so a stretch of eight days is looked at once: its two ends and, where they differ, the
 * moment of the change between them. No zone has changed its offset twice within eight days.
 */
export function zoneOffset(instant: number, timeZone: string): number {
  const { before, change, after } = stretchOf(Math.floor(instant / STRETCH), timeZone)
  return instant < change ? before : after
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
  return first(wall - after, wall - before, (instant) => instant + zoneOffset(instant, timeZone) >= wall)
}

type Stretch = {
  before: number
  change: number
  after: number
}
const stretches = new Map<string, Stretch>()

function stretchOf(index: number, timeZone: string): Stretch {
  const key = `${timeZone} ${index}`
  const known = stretches.get(key)
  if (known) return known
  const [from, to] = [index * STRETCH, (index + 1) * STRETCH]
  const before = toldOffset(from, timeZone)
  const after = toldOffset(to, timeZone)
  const change = before === after ? to : first(from, to, (instant) => toldOffset(instant, timeZone) !== before)
  const stretch = { before, change, after }
  stretches.set(key, stretch)
  return stretch
}

/** The first whole millisecond in (from, to] that `holds`, which then holds to the end. */
function first(from: number, to: number, holds: (instant: number) => boolean): number {
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}

function toldOffset(instant: number, timeZone: string): number {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatter(timeZone).formatToParts(instant)) parts[type] = value
  const { year, month, day, hour, minute, second } = parts
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  return wall - Math.floor(instant / 1000) * 1000
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making one costs as much as thousands of uses. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone)
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
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
