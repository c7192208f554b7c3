import { InputError } from '../input-error.ts'
import { amountValue } from './amount-value.ts'
import { type DayOrder, dayOrder } from './day-order.ts'
import { type DecimalMark, decimalMark } from './decimal-mark.ts'
import { type OrderColumns, orderColumns } from './order-columns.ts'
import { orderDay } from './order-day.ts'
import { type WrittenAmount, writtenAmount } from './written-amount.ts'

/** A row of a file as it was read; `line` is where it begins. */
export type OrderRow = { line: number; fields: string[] }
/** `id` is '' where the file numbers no orders; `day` is a serial day. */
export type Order = { line: number; id: string; customer: string; day: number; amount: number }
export type RejectedRow = OrderRow & { reason: InputError }

/**
 * Reads a list of orders. Every row is either accepted or rejected with its reason, in the order of the file.
 *
 * How dates and decimals are to be read is decided by their whole columns first. Where nothing settles the order of day
 * and month, or dates contradict each other, those that can be read in two ways are rejected, and the list as a whole
 * where most of its rows would be.
 *
 * @throws InputError where the list as a whole cannot be read: `ordersColumn`, `ordersColumnTwice`,
 * `ordersDayOrderOpen`, `ordersDayOrderMixed`, `ordersCurrencies`.
 */
export function orders(header: string[], rows: OrderRow[]): { accepted: Order[]; rejected: RejectedRow[] } {
  const columns = orderColumns(header)
  const written = rows.map((row) => writtenAmount(cell(row, columns.amount)))
  checkOneCurrency(rows, written)
  const { order: days, unsettled } = settledOrder(rows, columns)
  const mark = decimalMark(written.filter((amount) => amount !== undefined).map(({ digits }) => digits))

  const accepted: Order[] = []
  const rejected: RejectedRow[] = []
  rows.forEach((row, index) => {
    try {
      accepted.push(order(row, header, columns, written[index], days, mark))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      rejected.push({ ...row, reason: error })
    }
  })
  if (unsettled && 2 * rejected.length > rows.length) throw unsettled
  return { accepted, rejected }
}

function settledOrder(
  rows: OrderRow[],
  columns: OrderColumns,
): { order?: DayOrder | undefined; unsettled?: InputError } {
  try {
    return { order: dayOrder(rows.map((row) => ({ line: row.line, text: cell(row, columns.date) }))) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { unsettled: error }
  }
}

/** A blank where the row is too short. */
function cell({ fields }: OrderRow, column: number): string {
  return (fields[column] ?? '').trim()
}

function order(
  row: OrderRow,
  header: string[],
  columns: OrderColumns,
  written: WrittenAmount | undefined,
  days: DayOrder | undefined,
  mark: DecimalMark,
): Order {
  const { line, fields } = row
  if (fields.slice(header.length).some((field) => field.trim() !== ''))
    throw new InputError('orderTooManyValues', { values: fields.length, headings: header.length })
  const filled = (column: number) => {
    const text = cell(row, column)
    if (text === '') throw new InputError('orderBlank', { heading: header[column]!.trim() })
    return text
  }
  const customer = filled(columns.customer)
  const day = orderDay(filled(columns.date), days)
  const text = filled(columns.amount)
  const amount = written && signedValue(written, mark)
  if (amount === undefined) throw new InputError('orderAmount', { text })
  const id = columns.id === undefined ? '' : cell(row, columns.id)
  return { line, id, customer, day, amount }
}

/** Nothing is never negative. */
function signedValue({ negative, digits }: WrittenAmount, mark: DecimalMark): number | undefined {
  const value = amountValue(digits, mark)
  return negative && value ? -value : value
}

/** Amounts in different currencies must not be added up. */
function checkOneCurrency(rows: OrderRow[], written: (WrittenAmount | undefined)[]): void {
  const named = rows.flatMap(({ line }, index) => {
    const currency = written[index]?.currency
    return currency ? [{ line, currency }] : []
  })
  const other = named.find(({ currency }) => currency !== named[0]!.currency)
  if (!other) return
  throw new InputError('ordersCurrencies', {
    ...named[0]!,
    otherCurrency: other.currency,
    otherLine: other.line,
  })
}
