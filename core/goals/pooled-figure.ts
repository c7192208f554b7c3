/** How the figures of groups become that of all of them; `apart`: they can't. */
export type Pooling = 'sum' | 'weigh' | 'apart'

/** A figure of one member of a team; `n` is what it was computed from. */
type Part = { value: number | undefined; n: number | undefined }

const summed: ReadonlySet<string> = new Set([
  ...['customers', 'active_customers', 'new_customers', 'revenue', 'orders'],
  ...['complaints_new', 'complaints_open', 'complaints_breached'],
])
/** A median, and a rate whose number of customers is not told. */
const apart: ReadonlySet<string> = new Set(['complaint_resolution_hours', 'complaints_per_100'])

/** How a KPI of the catalogue is put together from groups. */
export function poolingOf(kpi: string): Pooling {
  if (apart.has(kpi)) return 'apart'
  return summed.has(kpi) ? 'sum' : 'weigh'
}

/**
 * The figure of several groups together: added up, or weighted by what each was computed from, which is exact for
 * shares, NPS and means.
 *
 * @returns undefined where nothing is known, and of what can't be put together.
 */
export function pooledFigure(pooling: Pooling, parts: readonly Part[]): number | undefined {
  const known = parts.filter((part): part is Part & { value: number } => part.value !== undefined)
  if (known.length === 0 || pooling === 'apart') return undefined
  if (pooling === 'sum') return known.reduce((sum, { value }) => sum + value, 0)
  const n = known.reduce((sum, part) => sum + (part.n ?? 0), 0)
  return n > 0 ? known.reduce((sum, { value, n: own }) => sum + value * (own ?? 0), 0) / n : undefined
}
