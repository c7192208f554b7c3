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
 * How dates and decimals are to be read is decided by their whole columns first.
 *
 * @throws InputError where the list as a whole cannot be read: `ordersColumn`, `ordersColumnTwice`,
 * `ordersDayOrderOpen`, `ordersDayOrderMixed`, `ordersCurrencies`.
 */
export function orders(header: string[], rows: OrderRow[]): { accepted: Order[]; rejected: RejectedRow[] } {
  const columns = orderColumns(header)
  const written = rows.map(({ fields }) => writtenAmount(fields[columns.amount] ?? ''))
  checkOneCurrency(rows, written)
  const days = dayOrder(rows.map(({ line, fields }) => ({ line, text: fields[columns.date] ?? '' })))
  const mark = decimalMark(written.flatMap((amount) => (amount ? [amount.digits] : [])))

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
  return { accepted, rejected }
}

function order(
  { line, fields }: OrderRow,
  header: string[],
  columns: OrderColumns,
  written: WrittenAmount | undefined,
  days: DayOrder | undefined,
  mark: DecimalMark,
): Order {
  if (fields.slice(header.length).some((field) => field.trim() !== ''))
    throw new InputError('orderTooManyValues', { values: fields.length, headings: header.length })
  const filled = (column: number) => {
    const text = (fields[column] ?? '').trim()
    if (text === '') throw new InputError('orderBlank', { heading: header[column]!.trim() })
    return text
  }
  const customer = filled(columns.customer)
  const day = orderDay(filled(columns.date), days)
  const text = filled(columns.amount)
  const value = written && amountValue(written.digits, mark)
  if (value === undefined) throw new InputError('orderAmount', { text })
  const id = columns.id === undefined ? '' : (fields[columns.id] ?? '').trim()
  return { line, id, customer, day, amount: written?.negative && value !== 0 ? -value : value }
}

/** Amounts in different currencies must not be added up. */
function checkOneCurrency(rows: OrderRow[], written: (WrittenAmount | undefined)[]): void {
  const first = written.findIndex((amount) => amount && amount.currency !== '')
  if (first < 0) return
  const currency = written[first]!.currency
  const other = written.findIndex((amount) => amount && amount.currency !== '' && amount.currency !== currency)
  if (other < 0) return
  throw new InputError('ordersCurrencies', {
    currency,
    line: rows[first]!.line,
    otherCurrency: written[other]!.currency,
    otherLine: rows[other]!.line,
  })
}
