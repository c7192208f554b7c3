import { errorText, InputError } from '../../core/input-error.ts'
import type { Messages } from '../../core/messages/messages.ts'
import { type LiveValue, liveValues } from '../live/live-cells.ts'
import { connection } from '../workspace/connection.ts'

type Figure = { label: string; n: number; value: number | string; low: number; high: number; isShare: boolean }

/** What the backend knows for the KPI sheet; empty where the spreadsheet has no workspace. */
export type LiveKpis = {
  survey: string
  figures: Figure[]
  npsByTier: Figure[]
  complaints?: { open: number; breached: number; onTimeRate: number | string }
  /** Why it could not be read. */
  problem?: string
}

const nothing: LiveKpis = { survey: '', figures: [], npsByTier: [] }

/**
 * Survey and complaint figures in one request.
 *
 * @param survey Title of the survey; '' for none.
 * @param refresh Asked anew for another value, as in the live functions.
 */
export function liveKpis(survey: string, refresh: string, words: Messages): LiveKpis {
  if (!connection()) return nothing
  try {
    const complaints = ['OPEN', 'BREACHED', 'ON_TIME_RATE'].map((metric) => ({
      function: 'COMPLAINTS' as const,
      metric,
    }))
    const cuts = [
      { metric: 'NPS', by: 'question' },
      { metric: 'CSAT', by: 'question' },
      { metric: 'NPS', by: 'tier' },
    ].map((cut) => ({ function: 'SURVEY' as const, survey, ...cut }))
    const [open, breached, onTimeRate, nps, csat, byTier] = liveValues(
      [...complaints, ...(survey ? cuts : [])],
      refresh,
    )
    return {
      survey,
      figures: [...figures(nps, false), ...figures(csat, true)],
      npsByTier: figures(byTier, false),
      complaints: { open: Number(open), breached: Number(breached), onTimeRate: onTimeRate as number | string },
    }
  } catch (error) {
    return { ...nothing, problem: error instanceof InputError ? errorText(error, words) : (error as Error).message }
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
