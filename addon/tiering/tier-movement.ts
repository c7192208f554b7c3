import { type MovementMatrix, movementMatrix } from '../../core/tiering/movement-matrix.ts'
import { dayOf } from '../sheet/reading/day-of.ts'
import { userMessages } from '../user-language.ts'
import { knownStandard } from './known-standards.ts'
import { readHistory } from './tier-history.ts'
import { writeReport } from './write-report.ts'

/** Where the customers of each tier went between the ends of two days, such as `2026-03-31`. */
export function tierMovement(standard: string, from: string, to: string): MovementMatrix {
  const words = userMessages().tierReports
  const days = { from: dayOf(from, words.fromDay), to: dayOf(to, words.toDay) }
  return movementMatrix(readHistory(), standard, days, knownStandard(standard).tierOrder)
}

/** Writes the same to a tab of its own. @returns The tab's name. */
export function writeTierMovement(standard: string, from: string, to: string): string {
  const words = userMessages().tierReports
  const { tiers, counts, came, left } = tierMovement(standard, from, to)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const columns = tiers.map((_, at) => sum(counts.map((row) => row[at] as number)) + (came[at] as number))
  const rows = tiers.map((tier, at) => {
    const row = counts[at] as number[]
    return [tier, ...row, left[at] as number, sum(row) + (left[at] as number)]
  })
  return writeReport({
    name: words.movementTab,
    header: [words.movementCorner({ standard, from, to }), ...tiers, words.left, words.total],
    rows: [...rows, [words.came, ...came, '', sum(came)], [words.total, ...columns, sum(left), '']],
    formats: [undefined, ...tiers.map(() => '0'), '0', '0'],
  })
}
