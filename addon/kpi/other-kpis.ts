import { readGoals } from '../goals/goals-tab.ts'
import { readStatistics } from '../own-statistics/statistics-tab.ts'

/** The goals and the statistics of one's own that a tile can show, by what people call them. */
export function otherKpis(): { kpi: string; label: string }[] {
  const goals = readGoals().goals.flatMap(({ id, goal }) => (id ? [{ kpi: `goal:${id}`, label: goal || id }] : []))
  const statistics = readStatistics().statistics.flatMap(({ id, versions: [last] }) =>
    last?.definition ? [{ kpi: `own:${id}`, label: last.name }] : [],
  )
  return [...goals, ...statistics]
}
