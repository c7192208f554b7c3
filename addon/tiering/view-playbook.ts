import { discountSpend, type OverLimit, type PricedOrder, type TierSpend } from '../../core/tiering/discount-spend.ts'
import type { TierCare } from '../../core/tiering/tier-care.ts'
import { cellDays } from '../sheet/reading/cell-days.ts'
import { dayOf } from '../sheet/reading/day-of.ts'
import { readLinked } from '../sheet/reading/read-linked.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { userMessages } from '../user-language.ts'
import { customerNames } from './customer-names.ts'
import { knownStandard } from './known-standards.ts'
import { readPlaybook } from './playbook-tab.ts'
import { tierCells } from './tier-cells.ts'

export type PlaybookView = {
  care: TierCare[]
  /** Tiers of the standard that the tab has no line for. */
  missing: string[]
  /** By tier, for orders from a day on; '' where no budget is known. */
  spend: (Omit<TierSpend, 'budget'> & { budget: number | '' })[]
  /** The largest discounts first; the first of `overCount`. */
  over: (OverLimit & { name: string })[]
  overCount: number
}

const MOST_OVER = 100

/** The playbook and what was spent against its budgets. @param since The first day whose orders count. */
export function viewPlaybook(standard: string, since: string): PlaybookView {
  const care = readPlaybook()
  const known = new Set(care.map(({ tier }) => tier))
  const missing = [...knownStandard(standard).tierOrder].reverse().filter((tier) => !known.has(tier))
  const orders = care.length > 0 ? pricedOrders(dayOf(since, userMessages().tierReports.since)) : []
  const { tiers, over } = discountSpend(orders, tierCells(standard).tiers, care)
  const names = over.length > 0 ? customerNames() : new Map<string, { name: string }>()
  return {
    ...{ care, missing, overCount: over.length },
    spend: tiers.map((line) => ({ ...line, budget: line.budget ?? '' })),
    over: over.slice(0, MOST_OVER).map((one) => ({ ...one, name: names.get(one.customerId)?.name ?? '' })),
  }
}

function pricedOrders(since: number): PricedOrder[] {
  const read = readLinked('orders', ['orderDate', 'amount', 'listPrice'])
  if (!read) return []
  const { cell, text, number } = rowReader(read)
  const { day } = cellDays()
  return read.rows.flatMap((line) => {
    const [customerId, amount] = [text(line, 'customerId'), number(line, 'amount')]
    if (!customerId || amount === undefined || (day(cell(line, 'orderDate')) ?? -1) < since) return []
    return { customerId, amount, listPrice: number(line, 'listPrice') }
  })
}
