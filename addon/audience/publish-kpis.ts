import { errorText, InputError } from '../../core/input-error.ts'
import { kpiOrigin } from '../../core/kpi/kpi-catalogue.ts'
import type { KpiCut } from '../../core/kpi/kpi-figure.ts'
import { wantedKpis } from '../../core/kpi/kpi-plan.ts'
import { messagesFor } from '../../core/messages/messages.ts'
import { type CurrentFigures, currentFigures } from '../kpi/current-figures.ts'
import { type HourlyState, hourlyState } from '../kpi/hourly-refresh.ts'
import { keptSheet } from '../kpi/kept-plan.ts'
import { otherKpis } from '../kpi/other-kpis.ts'
import { completePlan } from '../kpi/proposed-plan.ts'
import { connection } from '../workspace/connection.ts'
import { type Audience, listAudiences } from './audiences.ts'
import { linkedAudience } from './linked-audience.ts'
import { type Counted, publishFigures } from './publish-figures.ts'
import { keepSharing, keptSharing, type SeriesKey, type Shares, type Sharing, sharedSeries } from './sharing.ts'

/** What the form begins with. */
export type AudienceSetup = {
  /** The audience that this spreadsheet is linked to. */
  linked: { kind: Audience['kind']; name: string; hourly: HourlyState } | undefined
  /** Whether it has a workspace, whose audiences are listed. */
  connected: boolean
  audiences: Audience[]
  /** What the KPI sheet shows, which can be shared; none without a KPI sheet. */
  offered: (SeriesKey & { label: string })[]
  sharing: Sharing
}

/** What would be published: figures as the KPI sheet counts them. */
export type SharedFigures = Pick<CurrentFigures, 'figures' | 'asOf' | 'periodLabel' | 'definitions' | 'problems'> & {
  standard: CurrentFigures['standard'] | null
}

export function audienceSetup(): AudienceSetup {
  const linked = linkedAudience()
  const connected = connection() !== undefined
  return {
    linked: connected || !linked ? undefined : { kind: linked.kind, name: linked.name, hourly: hourlyState() },
    connected,
    audiences: connected ? listAudiences() : [],
    offered: connected ? offered() : [],
    sharing: keptSharing(),
  }
}

/** Counts what is to be shared; nothing is written. */
export function previewSharing(shares: Shares): SharedFigures {
  const { standard, figures, asOf, periodLabel, definitions, problems } = currentFigures(sharedSeries(shares), plan())
  return { figures, asOf, periodLabel, definitions, problems, standard: standard ?? null }
}

/** Publishes what was previewed, and remembers what is shared with whom. */
export function publishKpis(shares: Shares, { standard, ...counted }: SharedFigures, operationId: string): void {
  const { withRefresh, shares: before } = keptSharing()
  const known = ofKnown(shares)
  publishFigures(known, ofKnown(before), { ...counted, standard: standard ?? undefined }, operationId)
  keepSharing({ shares: known, withRefresh })
}

/** Whether each refresh of the KPI sheet publishes what is shared. */
export function setPublishWithRefresh(on: boolean): boolean {
  keepSharing({ ...keptSharing(), withRefresh: on })
  return on
}

/**
 * Publishes what a refresh of the KPI sheet counted, where that is wished; nothing where nothing is shared.
 *
 * @returns Why it could not, in a sentence; undefined where it could or nobody wishes it.
 */
export function publishWithRefresh(counted: Counted): string | undefined {
  const { shares, withRefresh } = keptSharing()
  if (!withRefresh || !connection() || sharedSeries(shares).length === 0) return undefined
  const words = messagesFor(plan().language)
  try {
    const known = ofKnown(shares)
    publishFigures(known, known, counted, Utilities.getUuid())
    return undefined
  } catch (error) {
    const reason = error instanceof InputError ? errorText(error, words) : (error as Error).message
    return words.audiences.notPublished(reason)
  }
}

function plan() {
  return completePlan(keptSheet()?.plan ?? {})
}

/** Shares of audiences that somebody removed are left out. */
function ofKnown(shares: Shares): Shares {
  const known = new Set(listAudiences().map(({ audienceId }) => audienceId))
  return Object.fromEntries(Object.entries(shares).filter(([audienceId]) => known.has(audienceId)))
}

function offered(): AudienceSetup['offered'] {
  const kept = keptSheet()
  if (!kept) return []
  const words = messagesFor(plan().language)
  const names: Record<string, string> = {
    ...words.kpis,
    ...Object.fromEntries(otherKpis().map(({ kpi, label }) => [kpi, label])),
  }
  const cuts: Record<KpiCut | '', string> = { '': '', ...words.audiences.cuts }
  const own = wantedKpis(plan()).filter(({ kpi }) => kpiOrigin(kpi) !== undefined)
  return own.map(({ kpi, by }) => {
    const label = names[kpi] ?? kpi
    return { kpi, by, label: by === '' ? label : words.audiences.cutBy({ kpi: label, by: cuts[by] }) }
  })
}
