import { forecastInterval } from '../../trends/forecast-interval.ts'
import type { GoalDraft } from '../goal-draft.ts'
import type { SmartFacts, SmartFinding } from '../smart-check.ts'

const MONTH_DAYS = 30.4375
/** Fewer months give no interval that says anything. */
const LEAST_MONTHS = 4
const LARGE = 0.5

type Asked = { baseline: number; target: number; way: 1 | -1; spanMonths: number; monthsAhead: number; adds: boolean }

/**
 * Achievable: the change that is asked, beside what the months so far lead to expect and the most that they have
 * brought; without enough of them beside the baseline. It only asks: nothing is forbidden.
 */
export function achievable(draft: GoalDraft, facts: SmartFacts): SmartFinding[] {
  const asked = askedOf(draft, facts)
  if (!asked) return []
  const known = facts.months.filter((value) => value !== undefined)
  if (known.length < LEAST_MONTHS) return bySize(asked)
  return [...byForecast(asked, facts.months), ...byPast(asked, facts.months)]
}

function askedOf({ baseline, target, start, due }: GoalDraft, { today, measure }: SmartFacts): Asked | undefined {
  if (baseline === undefined || target === undefined || baseline === target) return undefined
  const [from, until] = [start ?? today, due ?? (start ?? today) + 365]
  const months = (days: number) => Math.max(1, Math.round(days / MONTH_DAYS))
  return {
    ...{ baseline, target, way: target > baseline ? 1 : -1, adds: measure?.adds === true },
    ...{ spanMonths: months(until - from), monthsAhead: months(until - today) },
  }
}

function bySize({ baseline, target }: Asked): SmartFinding[] {
  if (baseline === 0) return [question('unknown')]
  const change = Math.abs(target - baseline) / Math.abs(baseline)
  return change > LARGE ? [question('large', {}, { percent: Math.round(change * 100) })] : []
}

/** What adds up is compared by its sum over as many months as the goal has. */
function byForecast(asked: Asked, months: SmartFacts['months']): SmartFinding[] {
  const { target, way, adds, spanMonths, monthsAhead } = asked
  const ahead = forecastInterval(months, monthsAhead)
  const counted = adds ? ahead.slice(-spanMonths) : ahead.slice(-1)
  const scale = adds ? spanMonths / counted.length : 1
  const sum = (of: 'forecast' | 'low' | 'high') => counted.reduce((total, one) => total + one[of], 0) * scale
  const [forecast, low, high] = [sum('forecast'), sum('low'), sum('high')]
  const isBeyond = way === 1 ? target > high : target < low
  return isBeyond ? [question('beyondForecast', { target, forecast, low, high })] : []
}

function byPast({ baseline, target, way, adds, spanMonths }: Asked, months: SmartFacts['months']): SmartFinding[] {
  if (adds) {
    const sums = windows(months, spanMonths).map((run) => run.reduce((sum, value) => sum + value, 0))
    if (sums.length === 0) return []
    const most = way === 1 ? Math.max(...sums) : Math.min(...sums)
    return way * (target - most) > 0 ? [question('neverSoMuch', { target, most }, { months: spanMonths })] : []
  }
  const changes = windows(months, spanMonths + 1).map((run) => way * ((run[spanMonths] as number) - (run[0] as number)))
  if (changes.length === 0) return []
  const [change, most] = [Math.abs(target - baseline), Math.max(0, ...changes)]
  return change > most ? [question('neverMoved', { change, most }, { months: spanMonths })] : []
}

/** All runs of so many months that have a value each. */
function windows(months: SmartFacts['months'], size: number): number[][] {
  return Array.from({ length: Math.max(0, months.length - size + 1) }, (_, at) => months.slice(at, at + size)).filter(
    (run): run is number[] => run.every((value) => value !== undefined),
  )
}

function question(
  code: SmartFinding['code'],
  figures: Record<string, number> = {},
  counts: Record<string, number> = {},
): SmartFinding {
  return { letter: 'A', code, weight: 'question', figures, counts }
}
