import { type SalesInput, salesInput, salesInputs } from '../../../core/goals/sales-inputs.ts'
import { salesKpis } from '../../../core/goals/sales-kpis.ts'
import { InputError } from '../../../core/input-error.ts'
import { inCell } from '../in-cell.ts'
import { type Argument, type Cell, cellText, isBlank, type Result } from '../reading/cell.ts'
import { idColumn } from '../reading/column.ts'
import { readNumber } from '../reading/number.ts'
import { notNegative } from '../reading/number-checks.ts'
import { rangeRows } from '../reading/range-rows.ts'
import { table } from '../results.ts'

type Figures = Partial<Record<SalesInput, number>>

/** What can only be counted. */
const COUNTS: readonly SalesInput[] = [
  'visits',
  'successful_visits',
  'complaints',
  'customers',
  'new_customers',
  'customers_start',
  'retained',
]

/** What is counted among others. */
const PARTS: readonly [part: SalesInput, whole: SalesInput][] = [
  ['successful_visits', 'visits'],
  ['retained', 'customers_start'],
]

/**
 * The nine sales indicators of each person, as far as their figures are known.
 *
 * Example: =TS_SALES_KPIS(A1:A20, B1:O20)
 *
 * @param {range} staff Column with the name of each person, with or without its heading.
 * @param {range} inputs Columns of figures under a row of headings, any of: plan, sales, prior_sales, list_value, expenses, collected, due, visits, successful_visits, complaints, customers, new_customers, customers_start, retained.
 * @param {number} headers [optional] 0 leaves out the header row.
 * @return One row per row of figures: person, plan completion, growth, price retention, expense ratio, collection, visit success, complaint rate, new-customer rate, retention. Blank where a figure is missing or would divide by 0 or less; 0.1 is 10 %.
 * @customfunction
 */
export function TS_SALES_KPIS(staff: Argument, inputs: Argument, headers?: Argument): Result {
  return inCell('TS_SALES_KPIS', ({ messages }) => {
    const people = idColumn('staff', staff)
    const cells = rangeRows('inputs', inputs)
    const places = inputColumns(cells)
    const above = cells.length - people.rows.length
    if (above !== 0 && above !== 1) {
      const sizes = { argument: 'staff', rows: people.rows.length, other: 'inputs', otherRows: cells.length }
      throw new InputError('sizesDiffer', sizes)
    }
    const rows: Cell[][] = []
    for (let row = 1; row < cells.length; row++) {
      const figures = figuresIn(cells[row] ?? [], places, row + 1)
      checkParts(figures, (input) => cellText(cells[0]?.[places.get(input) as number]), row + 1)
      const person = people.rows[row - above]?.[0]
      const place = { argument: 'staff', row: row - above + 1 }
      if (!isBlank(person)) rows.push([people.read(person, place), ...indicators(figures)])
      else if (Object.keys(figures).length > 0) throw new InputError('cellBlank', place)
    }
    return table(messages.formulas.salesKpis, headers, rows)
  })
}

/** In the order of the header. */
function indicators(figures: Figures): Cell[] {
  const kpis = salesKpis(figures)
  return [
    kpis.planCompletion,
    kpis.growth,
    kpis.priceRetention,
    kpis.expenseRatio,
    kpis.collection,
    kpis.visitSuccess,
    kpis.complaintRate,
    kpis.newCustomerRate,
    kpis.retention,
  ]
}

/**
 * Where each input stands, by the headings in row 1; columns with nothing in them at all are passed over.
 *
 * @throws InputError `unknownSalesInput`, `salesInputTwice`.
 */
function inputColumns(cells: readonly (readonly Cell[])[]): Map<SalesInput, number> {
  const places = new Map<SalesInput, number>()
  cells[0]?.forEach((heading, at) => {
    if (cells.every((row) => isBlank(row[at]))) return
    const text = isBlank(heading) ? '' : cellText(heading)
    const input = salesInput(text)
    if (input === undefined) throw new InputError('unknownSalesInput', { text, column: at + 1, known: salesInputs })
    const first = places.get(input)
    if (first !== undefined) throw new InputError('salesInputTwice', { text, first: first + 1, column: at + 1 })
    places.set(input, at)
  })
  return places
}

/** @throws InputError `notNumber`, `notAtLeast`. */
function figuresIn(cells: readonly Cell[], places: Map<SalesInput, number>, row: number): Figures {
  const figures: Figures = {}
  for (const [input, at] of places) {
    if (isBlank(cells[at])) continue
    const place = { argument: 'inputs', row }
    const figure = readNumber(cells[at], place)
    if (COUNTS.includes(input)) notNegative(figure, place)
    figures[input] = figure
  }
  return figures
}

/** @param headingOf What the sheet calls an input. @throws InputError `partOverWhole`. */
function checkParts(figures: Figures, headingOf: (input: SalesInput) => string, row: number): void {
  for (const [part, whole] of PARTS) {
    if ((figures[part] ?? 0) <= (figures[whole] ?? Infinity)) continue
    throw new InputError('partOverWhole', { part: headingOf(part), whole: headingOf(whole), row })
  }
}
