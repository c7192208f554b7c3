import { goalProgress } from '../../../core/goals/goal-progress.ts'
import { InputError } from '../../../core/input-error.ts'
import { inCell } from '../in-cell.ts'
import { type Argument, isGiven, type Result } from '../reading/cell.ts'
import { dayColumn, numberColumn } from '../reading/column.ts'
import { readRows } from '../reading/rows.ts'
import { besideRows } from '../results.ts'

/**
 * How far each goal has come, whether in time, and where it will end.
 *
 * Example: =TS_GOAL_PROGRESS(C2:C, D2:D, 0, E2:E, F2:F, TS_TODAY)
 *
 * @param {range} actual Column with the figure reached so far, or one figure.
 * @param {range} target Column with the figure to reach.
 * @param {range} baseline [optional] Column with the figure at the start, 0 if left out.
 * @param {range} start [optional] Column with the first day.
 * @param {range} due [optional] Column with the last day.
 * @param {date} as_of [optional] Day to judge by; needed with start and due.
 * @return progress (1 is the target), pace (progress over the share of time gone), projected figure on the last day, status: Achieved, On track, Behind where pace is 0.9 or less, Missed after the last day.
 * @customfunction
 */
export function TS_GOAL_PROGRESS(
  actual: Argument,
  target: Argument,
  baseline?: Argument,
  start?: Argument,
  due?: Argument,
  as_of?: Argument,
): Result {
  return inCell('TS_GOAL_PROGRESS', (context) => {
    const columns = {
      actual: numberColumn('actual', actual),
      target: numberColumn('target', target),
      baseline: isGiven(baseline) ? numberColumn('baseline', baseline) : undefined,
      start: isGiven(start) ? dayColumn(context, 'start', start) : undefined,
      due: isGiven(due) ? dayColumn(context, 'due', due) : undefined,
      asOf: isGiven(as_of) ? dayColumn(context, 'as_of', as_of) : undefined,
    }
    const rows = readRows(columns, { mayBeBlank: ['actual', 'baseline', 'start', 'due', 'asOf'], repeats: true })
    const { formulas, goalStatuses } = context.messages
    return besideRows(rows, formulas.goalProgress, (i) => {
      const { values, heading } = rows
      const [reached, goal] = [values.actual[i], values.target[i]]
      if (reached === undefined || goal === undefined) return undefined
      const row = i + heading + 1
      const from = values.baseline?.[i] ?? 0
      if (goal === from) throw new InputError('goalWithoutWay', { row })
      const span = spanOf(values.start?.[i], values.due?.[i], values.asOf?.[i], row)
      const found = goalProgress({ actual: reached, target: goal, baseline: from, ...span })
      return [found.progress, found.pace, found.projected, found.status && goalStatuses[found.status]]
    })
  })
}

/** @throws InputError `goalDatesApart`, `goalDueBeforeStart`, `goalNeedsAsOf`. */
function spanOf(start: number | undefined, due: number | undefined, asOf: number | undefined, row: number) {
  if (start === undefined && due === undefined) return {}
  if (start === undefined || due === undefined) throw new InputError('goalDatesApart', { row })
  if (due <= start) throw new InputError('goalDueBeforeStart', { row })
  if (asOf === undefined) throw new InputError('goalNeedsAsOf', undefined)
  return { span: { start, due, asOf } }
}
