import { errorText, InputError } from '../../core/input-error.ts'
import type { Messages } from '../../core/messages/messages.ts'
import { awaySince, type LiveValue, liveValues } from '../live/live-cells.ts'
import { connection } from '../workspace/connection.ts'
import type { KpiSettings } from './kpi-sheet.ts'

type Figure = { label: string; n: number; value: number | string; low: number; high: number; isShare: boolean }

/** What the backend knows for the KPI sheet; empty where the spreadsheet has no workspace. */
export type LiveKpis = {
  /** The survey's title. */
  survey: string
  figures: Figure[]
  npsByTier: Figure[]
  complaints?: { open: number; breached: number; onTimeRate: number | string }
  /** Why it could not be read. */
  problem?: string
}

const DESK = ['OPEN', 'BREACHED', 'ON_TIME_RATE'].map((metric) => ({ function: 'COMPLAINTS' as const, metric }))
const CUTS = [
  { metric: 'NPS', by: 'question' },
  { metric: 'CSAT', by: 'question' },
  { metric: 'NPS', by: 'tier' },
]

/**
 * Survey and complaint figures; what cannot be told of one leaves the other alone.
 *
 * @param settings `survey` is '' for none.
 * @param refresh Asked anew for another value, as in the live functions.
 */
export function liveKpis({ survey, surveyTitle = survey }: KpiSettings, refresh: string, words: Messages): LiveKpis {
  const live: LiveKpis = { survey: surveyTitle, figures: [], npsByTier: [] }
  if (!connection()) return live
  const problems = [
    attempt(words, () => {
      const [open, breached, onTimeRate] = liveValues(DESK, refresh)
      live.complaints = { open: Number(open), breached: Number(breached), onTimeRate: onTimeRate as number | string }
    }),
    attempt(words, () => {
      if (!survey) return
      const queries = CUTS.map((cut) => ({ function: 'SURVEY' as const, survey, ...cut }))
      const [nps, csat, byTier] = liveValues(queries, refresh)
      live.figures = [...figures(nps, false), ...figures(csat, true)]
      live.npsByTier = figures(byTier, false)
    }),
  ]
  const since = awaySince()
  const problem = problems.find((each) => each !== undefined) ?? (since && words.live.awaySince(since))
  return problem ? { ...live, problem } : live
}

/** Runs work, and says in words what stopped it. */
function attempt(words: Messages, work: () => void): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    return error instanceof InputError ? errorText(error, words) : (error as Error).message
  }
}

/** The rows of a table `value, n, figure, low, high` under its header; those without answers left out. */
function figures(table: LiveValue | undefined, isShare: boolean): Figure[] {
  if (!Array.isArray(table)) return []
  return table
    .slice(1)
    .map(([label, n, value, low, high]) => ({
      label: String(label),
      n: Number(n),
      value: value ?? '',
      low: Number(low),
      high: Number(high),
      isShare,
    }))
    .filter(({ n }) => n > 0)
}
