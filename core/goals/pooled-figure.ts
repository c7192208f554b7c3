/** A figure of one member of a team; `n` is what it was computed from. */
type Part = { value: number | undefined; n: number | undefined }

const counted: ReadonlySet<string> = new Set([
  ...['customers', 'active_customers', 'new_customers', 'revenue', 'orders'],
  ...['complaints_new', 'complaints_open', 'complaints_breached'],
])
/** A median, and a rate whose number of customers is not told. */
const apart: ReadonlySet<string> = new Set(['complaint_resolution_hours', 'complaints_per_100'])

/**
 * A KPI of several groups together: what is counted or added up is summed; shares, scores and means are weighted by
 * what each was computed from, which is exact.
 *
 * @returns undefined where nothing is known, and of what cannot be put together.
 */
export function pooledFigure(kpi: string, parts: readonly Part[]): number | undefined {
  const known = parts.filter((part): part is Part & { value: number } => part.value !== undefined)
  if (known.length === 0 || apart.has(kpi)) return undefined
  if (counted.has(kpi)) return known.reduce((sum, { value }) => sum + value, 0)
  const n = known.reduce((sum, part) => sum + (part.n ?? 0), 0)
  return n > 0 ? known.reduce((sum, { value, n: own }) => sum + value * (own ?? 0), 0) / n : undefined
}
