import { errorText, InputError } from '../../core/input-error.ts'
import type { KpiPlan } from '../../core/kpi/kpi-plan.ts'
import { type Messages, messagesFor } from '../../core/messages/messages.ts'
import { buildAudienceSheet, refreshAudienceSheet } from '../audience/audience-sheet.ts'
import { linkedAudience } from '../audience/linked-audience.ts'
import { publishWithRefresh } from '../audience/publish-kpis.ts'
import { localTime } from '../sheet/local-time.ts'
import { me } from '../sheet/now.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { readingOnce } from '../sheet/reading/reading-once.ts'
import { sheetNamed } from '../sheet/reading/table.ts'
import { requiredField, tabHeader } from '../sheet/tabs/bound-tab.ts'
import { newTab } from '../sheet/tabs/new-tab.ts'
import { connection } from '../workspace/connection.ts'
import { type CurrentFigures, currentFigures } from './current-figures.ts'
import { type HeldFigures, keepFigures, withHeld } from './held-figures.ts'
import { keepTrends } from './keep-trends.ts'
import { keepPlan, keptSheet, type Refresher } from './kept-plan.ts'
import { tileFormulas } from './live-formulas.ts'
import { completePlan } from './proposed-plan.ts'
import { drawFigures, isDrawn, sayOnSheet } from './sheet/draw-figures.ts'
import { wantedFigures } from './wanted-figures.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/** What a refresh brought: where nothing could be counted, the sheet shows what it showed, and says so. */
export type BuiltKpiSheet = { sheet: string; asOf: string; problems: string[] }

/**
 * Builds the KPI sheet, or rebuilds it with another plan.
 *
 * @throws InputError `noTiles`, `tooManyTiles`, `missingSheet`, `missingColumn`; nothing is made then.
 */
export function buildKpiSheet(given: Partial<KpiPlan>): BuiltKpiSheet {
  if (!connection() && linkedAudience()) return oneAtATime(buildAudienceSheet)
  return oneAtATime(() => {
    const plan = completePlan(given)
    if (plan.customers) requiredField(tabHeader('customers', sheetNamed(plan.customers)), 'customerId')
    if (plan.orders) requiredField(tabHeader('orders', sheetNamed(plan.orders)), 'orderDate')
    const kept = keptSheet()
    const current = counted(plan)
    const own = kept?.audienceId === '' ? kept.sheet : undefined
    const sheet = own ?? newTab(messagesFor(plan.language).kpi.sheetName)
    keepPlan(plan, sheet)
    const built = draw(plan, sheet, kept?.refresher, current)
    sheet.activate()
    return built
  })
}

/**
 * Brings the KPI sheet up to date. What goes wrong is said on the sheet, whose values stay.
 *
 * @throws InputError `noKpiSheet`, `busyNow`.
 */
export function refreshKpiSheet(): BuiltKpiSheet {
  return oneAtATime(() => {
    const kept = keptSheet()
    const isLinked = !connection() && linkedAudience() !== undefined
    if (!kept || (!isLinked && kept.audienceId !== '')) throw new InputError('noKpiSheet', undefined)
    const plan = completePlan(kept.plan)
    const words = messagesFor(plan.language)
    try {
      if (isLinked) return refreshAudienceSheet()
      return draw(plan, kept.sheet, kept.refresher, counted(plan))
    } catch (error) {
      const reason = error instanceof InputError ? errorText(error, words) : (error as Error).message
      sayOnSheet(kept.sheet, notRefreshed([reason], words))
      throw error
    }
  })
}

/** Every figure of a plan, each tab read once however many count from it. */
function counted(plan: KpiPlan): CurrentFigures {
  return readingOnce(() => currentFigures(wantedFigures(plan), plan))
}

function draw(plan: KpiPlan, sheet: Sheet, refresher: Refresher | undefined, current: CurrentFigures): BuiltKpiSheet {
  const words = messagesFor(plan.language)
  const held = withHeld(plan, current)
  const result = { sheet: sheet.getName(), asOf: localTime(current.asOf), problems: current.problems }
  if (current.figures.length === 0 && current.problems.length > 0 && isDrawn(sheet)) {
    sayOnSheet(sheet, notRefreshed(current.problems, words))
    return result
  }
  const { trends, problem } = keepTrends(plan, current.figures, current.asOf)
  const notPublished = publishWithRefresh(current)
  const notKept = keepFigures(held, words)
  const problems = [...current.problems, ...[problem, notPublished, notKept].flatMap((each) => each || [])]
  const formulas = tileFormulas(plan, current.lastOrder)
  const head = {
    ...{ title: words.kpi.title, asOf: current.asOf, by: refresher?.email ?? me(), isHourly: refresher !== undefined },
    ...{ lastOrder: held.lastOrder, periodLabel: current.periodLabel, standard: current.standard },
    problems: [...problems, ...heldSentences(held, words)],
  }
  const extras = { formulas, heldSince: held.since }
  drawFigures(sheet, { head, figures: held.figures, extras, trends }, words.kpi.sheet)
  return { ...result, problems }
}

function notRefreshed(problems: readonly string[], words: Messages): string {
  return words.kpi.sheet.notRefreshed({ at: localTime(new Date().toISOString()), reason: problems.join(' ') })
}

/** Which KPIs are as of when, for those that could not be counted this time. */
function heldSentences({ figures, since }: HeldFigures, words: Messages): string[] {
  const instants = [...new Set(since.values())]
  return instants.map((at) => {
    const names = figures.filter(({ kpi, by }) => by === '' && since.get(kpi) === at).map(({ label }) => label)
    return words.kpi.sheet.held({ names, at })
  })
}
