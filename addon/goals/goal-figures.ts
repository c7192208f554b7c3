import type { KpiFigure } from '../../core/kpi/kpi-figure.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { today } from '../sheet/now.ts'
import { goalMeasures } from './goal-measures.ts'
import { goalStandings } from './goal-standings.ts'
import { readGoals } from './goals-tab.ts'

/**
 * The progress of goals as KPIs, `goal:<id>` each, from what their rows hold now: 1 is reached. Goals that are not in
 * the tab are left out.
 *
 * @throws InputError as `goalTree` does.
 */
export function goalFigures(ids: readonly string[]): KpiFigure[] {
  const { goals } = readGoals()
  const standings = goalStandings(goals, goalMeasures(cellContext().messages), () => today())
  return ids.flatMap((id): KpiFigure[] => {
    const standing = standings.find(({ place }) => goals[place.row]?.id === id)
    if (!standing) return []
    return [
      {
        ...{ kpi: `goal:${id}`, label: goals[standing.place.row]?.goal || id, unit: 'share', by: '', group: '' },
        ...{ value: standing.place.progress, n: undefined, low: undefined, high: undefined, before: undefined },
        direction: 1,
      },
    ]
  })
}
