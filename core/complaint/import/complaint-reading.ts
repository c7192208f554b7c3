import { cellDay } from '../../customer-file/cell-day.ts'
import type { PlainCell } from '../../customer-file/customer-table.ts'
import type { DayOrder } from '../../orders/day-order.ts'
import { decimalMark } from '../../orders/decimal-mark.ts'
import { writtenAmount } from '../../orders/written-amount.ts'
import type { ComplaintBasis } from './complaint-basis.ts'
import { complaintDates } from './complaint-dates.ts'
import type { ComplaintPart, ComplaintPlan } from './complaint-plan.ts'
import type { ComplaintProblem } from './complaint-problem.ts'
import { type ReadRow, readComplaintRow } from './read-complaint-row.ts'

/** The rows of a tab, under its header; `firstRow` is the number of the first, as a person counts. */
export type ComplaintSource = { rows: readonly (readonly PlainCell[])[]; firstRow: number }

/** A row that can be taken. */
export type ComplaintRow = Omit<ReadRow, 'problems'> & {
  row: number
  /** What it is known by wherever it stands: its old number and day, else what was said and its count among equal rows. */
  content: string
  /** Whether it is known by an old number, in whatever tab. */
  isNumbered: boolean
}
export type RejectedComplaint = { row: number; problems: ComplaintProblem[] }

/** `order` is how dates such as 03/04/2024 were read; undefined where there are none or nothing settles it. */
export type ComplaintReading = { order: DayOrder | undefined; taken: ComplaintRow[]; rejected: RejectedComplaint[] }

/** What a complaint keeps for good: what is done about it later changes nothing of what its row is known by. */
const KNOWN_BY: readonly ComplaintPart[] = [
  ...(['receivedAt', 'customer', 'customerName', 'segment', 'kind', 'channel', 'category'] as const),
  ...(['description', 'wantedOutcome'] as const),
]

/**
 * The rows of a tab as complaints, and what is wrong with the others. Rows without anything are left out.
 *
 * Dates of all columns are read in one way (`complaintDates`), and so are amounts.
 */
export function complaintReading(
  source: ComplaintSource,
  plan: ComplaintPlan,
  basis: ComplaintBasis,
): ComplaintReading {
  const { rows, firstRow } = source
  const { order } = complaintDates(source, plan)
  const mark = decimalMark(rows.flatMap((cells) => writtenAmount(textOf(cells, plan, 'compensation'))?.digits ?? []))
  const equal = new Map<string, number>()
  const reading: ComplaintReading = { order, taken: [], rejected: [] }
  rows.forEach((cells, index) => {
    if (cells.every((cell) => cell === false || String(cell).trim() === '')) return
    const row = index + firstRow
    const { problems, ...read } = readComplaintRow(cells, plan, { order, mark }, basis)
    if (problems.length > 0) reading.rejected.push({ row, problems })
    else reading.taken.push({ row, ...knownBy(cells, plan, order, read.complaint.reference, equal), ...read })
  })
  return reading
}

/**
 * By its old number and its day, which is to tell numbers apart that begin anew every year; else by what was said. Of
 * equal rows only those count that can be taken: which of them is which does not matter, how many there are does.
 */
function knownBy(
  cells: readonly PlainCell[],
  plan: ComplaintPlan,
  order: DayOrder | undefined,
  reference: string | undefined,
  equal: Map<string, number>,
): Pick<ComplaintRow, 'content' | 'isNumbered'> {
  if (reference !== undefined) {
    const day = cellDay(cells[plan.at.receivedAt as number] ?? '', order)
    return { content: JSON.stringify([reference, day]), isNumbered: true }
  }
  const said = KNOWN_BY.map((part) => [part, textOf(cells, plan, part)]).filter(([, text]) => text !== '')
  const content = JSON.stringify(said)
  const nth = (equal.get(content) ?? 0) + 1
  equal.set(content, nth)
  return { content: `${content}#${nth}`, isNumbered: false }
}

function textOf(cells: readonly PlainCell[], { at }: ComplaintPlan, part: ComplaintPart): string {
  return at[part] === undefined ? '' : String(cells[at[part]] ?? '').trim()
}
