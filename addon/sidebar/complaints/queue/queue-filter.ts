/** What the queue shows; '' holds for all. */
export type QueueFilter = {
  search: string
  /** Only what the person has. */
  mine: boolean
  due: '' | 'at_risk' | 'breached'
  /** A state, or `open` for whatever is not closed, or `all`. */
  status: string
  kind: string
  owner: string
  tier: string
  category: string
  severity: string
  /** Days of reception, both counted in. */
  from: string
  to: string
}

/** Everything that is not closed. */
export const openOnes: QueueFilter = {
  ...{ search: '', mine: false, due: '', status: 'open', kind: '', owner: '', tier: '', category: '' },
  ...{ severity: '', from: '', to: '' },
}

/** The filters that fold away: those that are set count. */
export const folded = ['status', 'kind', 'owner', 'tier', 'category', 'severity', 'from', 'to'] as const

/** The query of `listComplaints` for a page of what is looked for. @param after `next` of the page before, or ''. */
export function queueQuery({ mine, owner, search, ...same }: QueueFilter, after: string, limit: number): string {
  const asked = { ...same, owner: mine ? '@me' : owner, search: search.trim(), after, limit }
  const set = Object.entries(asked).filter(([, value]) => value !== '')
  return set.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
}
