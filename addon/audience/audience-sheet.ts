import { InputError } from '../../core/input-error.ts'
import type { KpiFigure } from '../../core/kpi/kpi-figure.ts'
import type { ReadableKpis } from '../../core/kpi/published-kpi.ts'
import { type Messages, messagesFor } from '../../core/messages/messages.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { type KeptSheet, keepPlan, keptSheet } from '../kpi/kept-plan.ts'
import type { BuiltKpiSheet } from '../kpi/kpi-sheet.ts'
import { drawFigures } from '../kpi/sheet/draw-figures.ts'
import { localTime } from '../sheet/local-time.ts'
import { me } from '../sheet/now.ts'
import { newTab } from '../sheet/tabs/new-tab.ts'
import { userLanguage } from '../user-language.ts'
import { askAsDocument } from './ask-as-document.ts'
import { type AudienceKey, linkedAudience } from './linked-audience.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/**
 * Draws the KPI sheet of the audience that this spreadsheet is linked to, in a tab of its own: a KPI sheet of the team's,
 * or of another audience, stays as it is.
 */
export function buildAudienceSheet(): BuiltKpiSheet {
  const kpis = readKpis()
  const words = cellContext().messages
  const sheet = shownSheet()?.sheet ?? newTab(words.kpi.sheetName)
  keepPlan({ ...sources, language: userLanguage() }, sheet, linked().audienceId)
  const built = draw(sheet, kpis, words)
  sheet.activate()
  return built
}

/** Brings it up to date. @throws InputError `noKpiSheet`, `backendAway`; Refusal where the link was ended. */
export function refreshAudienceSheet(): BuiltKpiSheet {
  const kept = shownSheet()
  if (!kept) throw new InputError('noKpiSheet', undefined)
  return draw(kept.sheet, readKpis(), messagesFor(kept.plan.language ?? userLanguage()))
}

/** The sheet that shows this audience's figures. */
function shownSheet(): KeptSheet | undefined {
  const kept = keptSheet()
  return kept?.audienceId === linked().audienceId ? kept : undefined
}

function linked(): AudienceKey {
  return linkedAudience() as AudienceKey
}

/** An audience's sheet counts nothing itself. */
const sources = {
  ...{ customers: '', orders: '', survey: '', surveyTitle: '', tables: [], trend: '' },
  ...{ tiles: ['customers'], period: 'YEAR_TO_DAY' as const, mode: 'values' as const },
}

function readKpis(): ReadableKpis {
  const { workspaceId } = linked()
  return askAsDocument({ method: 'post', path: `/v1/workspaces/${workspaceId}/kpis/read`, body: {} })
}

function draw(sheet: Sheet, { figures, sources }: ReadableKpis, words: Messages): BuiltKpiSheet {
  const { kind, name } = linked()
  const refresher = keptSheet()?.refresher
  const asOf = sources.map((source) => source.asOf).sort()[0] ?? new Date().toISOString()
  const period = [...new Set(sources.flatMap((source) => source.period ?? []))].join('; ')
  const title = words.audiences.sharedWith({ sheet: words.kpi.title, name: audienceName(kind, name, words) })
  const { standard } = sources.find((source) => source.standard !== undefined) ?? {}
  const problems = figures.length === 0 ? [words.audiences.nothingShared] : []
  const head = {
    ...{ title, asOf, by: refresher?.email ?? me(), isHourly: refresher !== undefined },
    readAt: new Date().toISOString(),
    ...{ lastOrder: '', periodLabel: period, standard, problems },
  }
  drawFigures(sheet, { head, figures: figures.map(whole) }, words.kpi.sheet)
  return { sheet: sheet.getName(), asOf: localTime(asOf), problems }
}

/** What an audience is called. */
function audienceName(kind: AudienceKey['kind'], name: string, words: Messages): string {
  return kind === 'everyone' ? words.audiences.everyone : name
}

/** What the wire leaves out is undefined. */
function whole({ value, n, low, high, before, ...named }: ReadableKpis['figures'][number]): KpiFigure {
  return { ...named, value, n, low, high, before }
}
