import { attainment } from '../../../core/goals/attainment.ts'
import { kpiScore, type WeightedKpi } from '../../../core/goals/kpi-score.ts'
import { InputError } from '../../../core/input-error.ts'
import { inCell } from '../in-cell.ts'
import { type Argument, isRange, type Result } from '../reading/cell.ts'
import { type NumberCheck, positive } from '../reading/number-checks.ts'
import { numberOption } from '../reading/options.ts'
import { besideRows } from '../results.ts'
import type { KpiCell } from './kpi-cell.ts'
import { kpiGrid } from './kpi-grid.ts'
import { kpiList } from './kpi-list.ts'

/**
 * One score from several KPIs: the weighted mean of how far each target was reached, 100 where all were.
 *
 * Example: =TS_KPI_SCORE(C2:C6, B2:B6, D2:D6, {1,1,1,-1,1})
 *
 * @param {range} actuals Figures reached: one column, a KPI in each row, gives one score; several columns, a KPI in each, give a score beside each row. Blank KPIs are left out and the other weights scaled up.
 * @param {range} targets Figures to reach, in the shape of actuals; under several columns also one row of targets for all.
 * @param {range} weights [optional] One weight per KPI. All alike if left out.
 * @param {range} directions [optional] For each KPI 1 where higher is better, -1 where lower is. All 1 if left out.
 * @param {range} baselines [optional] Figures that count as 0 %, in the shape of targets, blank where there is none. With one, directions do not matter.
 * @param {number} cap [optional] The most that one KPI can count for, 1 if left out: 1.2 lets 120 % count.
 * @return The score, 0 to 100 x cap.
 * @customfunction
 */
export function TS_KPI_SCORE(
  actuals: Argument,
  targets: Argument,
  weights?: Argument,
  directions?: Argument,
  baselines?: Argument,
  cap?: Argument,
): Result {
  return inCell('TS_KPI_SCORE', ({ messages }) => {
    const most = numberOption('cap', cap, capCheck) ?? 1
    const score = (kpis: readonly KpiCell[]) => kpiScore(kpis.map(attained), most)
    if (!isRange(actuals) || actuals[0]?.length === 1) {
      return score(kpiList({ actuals, targets, weights, directions, baselines })) ?? ''
    }
    const grid = kpiGrid({ actuals, targets, weights, directions, baselines })
    return besideRows({ ...grid, isRange: true }, [messages.formulas.score], (row) => [score(grid.kpis(row))])
  })
}

/** Ten times the target is out of all reason. @throws InputError `inPercent`, `notAbove`. */
const capCheck: NumberCheck = (cap, place) => {
  if (cap > 10) throw new InputError('inPercent', { ...place, text: String(cap), share: 1.2 })
  positive(cap, place)
}

/** @throws InputError `goalWithoutWay`, `kpiNeedsBaseline`. */
function attained({ actual, target, direction, baseline, weight, row, targetRow }: KpiCell): WeightedKpi {
  if (actual === undefined) return { attainment: undefined, weight }
  if (target === undefined) throw new InputError('cellBlank', { argument: 'targets', row: targetRow })
  const reached = attainment({ actual, target, direction, baseline })
  if (reached !== undefined) return { attainment: reached, weight }
  if (baseline !== undefined) throw new InputError('goalWithoutWay', { row: targetRow })
  const ofTarget = direction === 1 || target < 0
  const place = ofTarget ? { argument: 'targets', row: targetRow } : { argument: 'actuals', row }
  throw new InputError('kpiNeedsBaseline', { ...place, text: String(ofTarget ? target : actual) })
}
