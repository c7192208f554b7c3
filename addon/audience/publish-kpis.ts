import { errorText, InputError } from '../../core/input-error.ts'
import { kpiOrigin } from '../../core/kpi/kpi-catalogue.ts'
import type { KpiCut } from '../../core/kpi/kpi-figure.ts'
import { messagesFor } from '../../core/messages/messages.ts'
import { type CurrentFigures, currentFigures } from '../kpi/current-figures.ts'
import { type HourlyState, hourlyState } from '../kpi/hourly-refresh.ts'
import { keptSheet } from '../kpi/kept-plan.ts'
import { otherKpis } from '../kpi/other-kpis.ts'
import { completePlan } from '../kpi/proposed-plan.ts'
import { wantedFigures } from '../kpi/wanted-figures.ts'
import { connection } from '../workspace/connection.ts'
import { type Audience, audiencesAndTeam, type KnownNames, listAudiences } from './audiences.ts'
import { linkedAudience } from './linked-audience.ts'
import { type Counted, cutShort, publishFigures } from './publish-figures.ts'
import { keepSharing, keptSharing, keyOf, type SeriesKey, type Shares, type Sharing, sharedSeries } from './sharing.ts'

/** What the form begins with. */
export type AudienceSetup = {
  /** The audience that this spreadsheet is linked to. */
  linked: { kind: Audience['kind']; name: string; hourly: HourlyState } | undefined
  /** Whether it has a workspace, whose audiences are listed. */
  connected: boolean
  audiences: Audience[]
  known: KnownNames
  /** What the KPI sheet shows, which can be shared, and what is shared though it does not; none without a KPI sheet. */
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
  const { audiences, known } = connected
    ? audiencesAndTeam()
    : { audiences: [], known: { positions: [], accounts: [] } }
  const sharing = keptSharing()
  const shares = allShared(sharing.shares, audiences)
  return {
    linked: connected || !linked ? undefined : { kind: linked.kind, name: linked.name, hourly: hourlyState() },
    connected,
    audiences,
    known,
    offered: connected ? offered(shares, audiences) : [],
    sharing: { ...sharing, shares },
  }
}

/** Counts what is to be shared; nothing is written. */
export function previewSharing(shares: Shares): SharedFigures {
  const { standard, figures, asOf, periodLabel, definitions, problems } = currentFigures(sharedSeries(shares), plan())
  const told = [...problems, ...cutShort(figures, messagesFor(plan().language).audiences)]
  return { figures, asOf, periodLabel, definitions, problems: told, standard: standard ?? null }
}

/** Publishes what was previewed, and remembers what is shared with whom. */
export function publishKpis(shares: Shares, { standard, ...counted }: SharedFigures, operationId: string): void {
  const { withRefresh, shares: kept } = keptSharing()
  const audiences = listAudiences()
  const known = ofKnown(shares, audiences)
  const before = ofKnown(allShared(kept, audiences), audiences)
  publishFigures(known, before, { ...counted, standard: standard ?? undefined }, operationId)
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
 * @returns Why it could not, or not all of it, in a sentence; undefined where it could or nobody wishes it.
 */
export function publishWithRefresh(counted: Counted): string | undefined {
  const { shares, withRefresh } = keptSharing()
  if (!withRefresh || !connection() || sharedSeries(shares).length === 0) return undefined
  const words = messagesFor(plan().language)
  try {
    const known = ofKnown(shares, listAudiences())
    publishFigures(known, known, counted, Utilities.getUuid())
    const shared = new Set(sharedSeries(known).map(keyOf))
    const told = cutShort(
      counted.figures.filter((figure) => shared.has(keyOf(figure))),
      words.audiences,
    )
    return told.join(' ') || undefined
  } catch (error) {
    const reason = error instanceof InputError ? errorText(error, words) : (error as Error).message
    return words.audiences.notPublished(reason)
  }
}

function plan() {
  return completePlan(keptSheet()?.plan ?? {})
}

/** Shares of audiences that somebody removed are left out. */
function ofKnown(shares: Shares, audiences: readonly Audience[]): Shares {
  const known = new Set(audiences.map(({ audienceId }) => audienceId))
  return Object.fromEntries(Object.entries(shares).filter(([audienceId]) => known.has(audienceId)))
}

/** What this spreadsheet keeps as shared, and what the backend says that audiences have. */
function allShared(kept: Shares, audiences: readonly Audience[]): Shares {
  const had = audiences.map(({ audienceId, kpis }): [string, SeriesKey[]] => {
    const all = [...(kept[audienceId] ?? []), ...kpis.map(({ kpi, by }) => ({ kpi, by }))]
    return [audienceId, [...new Map(all.map((each) => [keyOf(each), each])).values()]]
  })
  return { ...kept, ...Object.fromEntries(had) }
}

function offered(shares: Shares, audiences: readonly Audience[]): AudienceSetup['offered'] {
  const kept = keptSheet()
  const shared = sharedSeries(ofKnown(shares, audiences))
  if (kept?.audienceId !== '' && shared.length === 0) return []
  const words = messagesFor(plan().language)
  const names: Record<string, string> = {
    // A goal or statistic that is gone is called as it was published.
    ...Object.fromEntries(audiences.flatMap(({ kpis }) => kpis.map(({ kpi, label }) => [kpi, label]))),
    ...words.kpis,
    ...Object.fromEntries(otherKpis().map(({ kpi, label }) => [kpi, label])),
  }
  const cuts: Record<KpiCut | '', string> = { '': '', ...words.audiences.cuts }
  const own = kept?.audienceId === '' ? wantedFigures(plan()).filter(({ kpi }) => kpiOrigin(kpi) !== undefined) : []
  const all = new Map([...own, ...shared].map(({ kpi, by }) => [keyOf({ kpi, by }), { kpi, by }]))
  return [...all.values()].map(({ kpi, by }) => {
    const label = names[kpi] ?? kpi
    return { kpi, by, label: by === '' ? label : words.audiences.cutBy({ kpi: label, by: cuts[by] }) }
  })
}
