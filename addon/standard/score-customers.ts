import { periodLabel } from '../../core/calendar/periods.ts'
import { asOfDay } from '../../core/customers/as-of-day.ts'
import { lookAlikes } from '../../core/customers/look-alikes.ts'
import { strayOrder } from '../../core/customers/stray-order.ts'
import { columnOf } from '../../core/headers.ts'
import { InputError } from '../../core/input-error.ts'
import { tiers } from '../../core/scoring/tiers.ts'
import { weightedScores } from '../../core/scoring/weighted-scores.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { customerIdIn } from '../sheet/customer-id.ts'
import { column, readTable, requiredColumn, sheetNamed, type Table } from '../sheet/table.ts'
import { writeColumns } from '../sheet/write-columns.ts'
import { userMessages } from '../user-language.ts'
import { indicatorValues } from './indicators.ts'
import { type OrderRows, orderRows } from './order-rows.ts'
import { type Standard, saveStandard } from './standard.ts'

/** A form names a few; the rest is like them. */
const MOST_LOOK_ALIKES = 5

export type TierPreview = {
  /** Best tier first; shares of the customers that have a tier. */
  tiers: { label: string; customers: number; share: number }[]
  /** Customers whose tier differs from the one in the tab. */
  up: number
  down: number
  first: number
  unscored: number
  /** Orders of customers that the tab does not name. */
  withoutCustomer: number
  /** The day that recency is counted to, where it counts. */
  asOf?: string
  slips: Slips
}

/** What looks like a mistake in the tabs, and would count as it stands. */
type Slips = {
  /** An order more than a year after all others. */
  stray?: { row: number; customer: string; day: string }
  /** Customers that differ only in case or spaces; the first few. */
  lookAlikes: { id: string; other: string }[]
}

type Scored = {
  table: Table
  scores: (number | undefined)[]
  tiers: (string | undefined)[]
  customers: number
  withoutCustomer: number
  asOf?: string
  slips: Slips
}

/** How many customers land in each tier under a standard. Nothing is written. */
export function previewTiers(standard: Standard): TierPreview {
  const scored = scoreCustomers(standard)
  const rank = new Map(standard.tiers.map(({ label }, place) => [label, place]))
  const tierColumn = columnOf(scored.table.header, 'tier')
  const moves = scored.tiers.map((tier, row) => {
    if (tier === undefined) return undefined
    const before = rank.get(String(tierColumn === undefined ? '' : scored.table.rows[row]?.[tierColumn]).trim())
    return before === undefined ? 'first' : Math.sign((rank.get(tier) ?? 0) - before)
  })
  const count = (move: unknown) => moves.filter((each) => each === move).length
  const tiered = scored.tiers.filter((tier) => tier !== undefined)
  return {
    tiers: [...standard.tiers].reverse().map(({ label }) => {
      const customers = tiered.filter((tier) => tier === label).length
      return { label, customers, share: customers / Math.max(1, tiered.length) }
    }),
    up: count(1),
    down: count(-1),
    first: count('first'),
    unscored: scored.customers - tiered.length,
    withoutCustomer: scored.withoutCustomer,
    slips: scored.slips,
    ...(scored.asOf === undefined ? {} : { asOf: scored.asOf }),
  }
}

/** Writes Score and Tier into the customer tab, under their headers wherever these stand, and keeps the standard. */
export function applyTiers(standard: Standard): { sheet: string; customers: number } {
  const { table, scores, tiers: labels } = scoreCustomers(standard)
  const words = cellContext().messages.scores
  const at = { score: columnOf(table.header, 'score'), tier: columnOf(table.header, 'tier') }
  writeColumns(sheetNamed(standard.customers), table.header.length, [
    {
      header: at.score === undefined ? words.score : (table.header[at.score] as string),
      position: at.score,
      values: scores.map((score) => score ?? ''),
      numberFormat: '0.0',
    },
    {
      header: at.tier === undefined ? words.tier : (table.header[at.tier] as string),
      position: at.tier,
      values: labels.map((label) => label ?? ''),
    },
  ])
  saveStandard(standard)
  return { sheet: standard.customers, customers: labels.filter((label) => label !== undefined).length }
}

/** @throws InputError for a standard or a tab that cannot be scored, with what to mend. */
function scoreCustomers(standard: Standard): Scored {
  const words = userMessages()
  checkStandard(standard)
  const context = cellContext()
  const table = readTable(sheetNamed(standard.customers))
  const ids = customerIds(table, requiredColumn(table, 'customerId', words.fields.customerId))
  const ordersUsed = standard.orders && standard.indicators.some(({ key }) => key.startsWith('orders:'))
  const orders = ordersUsed ? orderRows(readTable(sheetNamed(standard.orders)), context, words) : undefined
  const indicators = standard.indicators.map(({ key, direction, weight }) => ({
    values: indicatorValues(key, table, ids, orders, context).map((value, row) => (ids[row] ? value : undefined)),
    direction,
    weight,
  }))
  const scores = weightedScores(indicators, standard.method)
  const [, ...bounds] = standard.tiers.map(({ from }) => from)
  const labels = tiers(
    scores,
    bounds,
    standard.tiers.map(({ label }) => label),
  )
  const known = new Set(ids)
  return {
    table,
    scores,
    tiers: labels.map((label) => (label === undefined ? undefined : String(label))),
    customers: ids.filter((id) => id !== '').length,
    withoutCustomer: orders ? orders.ids.filter((id) => !known.has(String(id))).length : 0,
    ...(orders ? { asOf: periodLabel(asOfDay(orders.days), 'DAY') } : {}),
    slips: slipsIn(ids, orders),
  }
}

function slipsIn(ids: string[], orders: OrderRows | undefined): Slips {
  const names = new Set([...ids.filter(Boolean), ...(orders?.ids ?? []).map(String)])
  const at = orders && strayOrder(orders.days)
  const stray = orders &&
    at !== undefined && {
      row: orders.rows[at] as number,
      customer: String(orders.ids[at]),
      day: periodLabel(orders.days[at] as number, 'DAY'),
    }
  return { ...(stray ? { stray } : {}), lookAlikes: lookAlikes(names).slice(0, MOST_LOOK_ALIKES) }
}

function checkStandard({ indicators, tiers }: Standard): void {
  if (!indicators.some(({ weight }) => weight > 0)) throw new InputError('noIndicator', undefined)
  if (tiers.some(({ label }) => !label.trim())) throw new InputError('blankTier', undefined)
  tiers.slice(2).forEach(({ label, from }, at) => {
    if (!(from > (tiers[at + 1]?.from ?? 0))) throw new InputError('tiersNotAscending', { tier: label })
  })
}

/** The id of each row; '' for a blank row. @throws InputError `noCustomers`, `sameCustomerTwice`. */
function customerIds(table: Table, position: number): string[] {
  const ids = column(table, position).map(customerIdIn)
  if (!ids.some((id) => id !== '')) throw new InputError('noCustomers', { sheet: table.name })
  const rowOf = new Map<string, number>()
  ids.forEach((id, row) => {
    const before = rowOf.get(id)
    if (id !== '' && before !== undefined) {
      throw new InputError('sameCustomerTwice', { sheet: table.name, customer: id, rows: `${before + 2}, ${row + 2}` })
    }
    rowOf.set(id, row)
  })
  return ids
}
