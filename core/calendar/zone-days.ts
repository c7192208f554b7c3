const MS_PER_DAY = 86_400_000
const SPAN = 8 * MS_PER_DAY
/** Looked up once: a script context's globals are slow to reach, and these functions run for every date. */
const { floor, max } = Math

export type ZoneDays = {
  /** Days since 1970-01-01 of the calendar day that an instant falls on. */
  dayOf: (instant: number) => number
  /** The first instant of a calendar day. */
  startOf: (day: number) => number
  /** What the clock shows at an instant, in milliseconds as though it were UTC. */
  clockOf: (instant: number) => number
  /** The first instant at which the clock shows this; an hour later where it skips it. */
  instantOf: (clock: number) => number
}

/**
 * Days and instants of one time zone, asking for the zone's offset once for eight days rather than once for each date.
 *
 * Where the ends of eight days differ, the change between them is found by halving; no zone has changed its offset
 * twice within eight days.
 *
 * @param offsetAt Milliseconds by which local time is ahead of UTC at an instant, itself in milliseconds.
 */
export function zoneDays(offsetAt: (instant: number) => number): ZoneDays {
  const edges = new Map<number, number>()
  /** By number; with room for 1970 to 2059, as an engine keeps an array of far apart numbers as a slower table. */
  const spans = new Array<{ before: number; change: number; after: number } | undefined>(4_096)

  function offsetAtEdge(span: number): number {
    const known = edges.get(span)
    if (known !== undefined) return known
    const offset = offsetAt(span * SPAN)
    edges.set(span, offset)
    return offset
  }

  function spanOf(index: number) {
    const known = spans[index]
    if (known) return known
    const before = offsetAtEdge(index)
    const after = offsetAtEdge(index + 1)
    const change = before === after ? Infinity : firstInstantNotAt(before, index * SPAN, (index + 1) * SPAN, offsetAt)
    const span = { before, change, after }
    spans[index] = span
    return span
  }

  function offset(instant: number): number {
    const span = spanOf(floor(instant / SPAN))
    return instant < span.change ? span.before : span.after
  }

  function instantOf(clock: number): number {
    const ahead = max(offset(clock - MS_PER_DAY), offset(clock + MS_PER_DAY))
    return clock - offset(clock - ahead)
  }

  return {
    dayOf: (instant) => floor((instant + offset(instant)) / MS_PER_DAY),
    startOf: (day) => instantOf(day * MS_PER_DAY),
    clockOf: (instant) => instant + offset(instant),
    instantOf,
  }
}

/** The first instant in (from, to] whose offset is not `before`, to the millisecond. */
function firstInstantNotAt(before: number, from: number, to: number, offsetAt: (instant: number) => number): number {
  let low = from
  let high = to
  while (high - low > 1) {
    const middle = floor((low + high) / 2)
    if (offsetAt(middle) === before) low = middle
    else high = middle
  }
  return high
}
