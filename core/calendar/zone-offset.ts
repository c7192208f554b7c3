import { firstInstant } from './first-instant.ts'

const STRETCH = 6 * 86_400_000

/**
 * How far a zone's wall clock is ahead of UTC at an instant, in milliseconds.
 *
 * The runtime answers slowly, so a stretch of six days is looked at once: its two ends and, where they differ, the
 * moment of the change between them. No zone has changed its offset twice within six days; Recife has within seven.
 */
export function zoneOffset(instant: number, timeZone: string): number {
  const { before, change, after } = stretchOf(Math.floor(instant / STRETCH), timeZone)
  return instant < change ? before : after
}

type Stretch = {
  before: number
  change: number
  after: number
}
const zones = new Map<string, Map<number, Stretch>>()

function stretchOf(index: number, timeZone: string): Stretch {
  let stretches = zones.get(timeZone)
  if (!stretches) {
    stretches = new Map()
    zones.set(timeZone, stretches)
  }
  const known = stretches.get(index)
  if (known) return known
  const [from, to] = [index * STRETCH, (index + 1) * STRETCH]
  const before = toldOffset(from, timeZone)
  const after = toldOffset(to, timeZone)
  const change = before === after ? to : firstInstant(from, to, (instant) => toldOffset(instant, timeZone) !== before)
  const stretch = { before, change, after }
  stretches.set(index, stretch)
  return stretch
}

function toldOffset(instant: number, timeZone: string): number {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatter(timeZone).formatToParts(instant)) parts[type] = value
  const { year, month, day, hour, minute, second } = parts
  const wall = new Date(0)
  // Date.UTC takes the years 0 to 99 for those of the last century.
  wall.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  wall.setUTCHours(Number(hour), Number(minute), Number(second))
  return wall.getTime() - Math.floor(instant / 1000) * 1000
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
