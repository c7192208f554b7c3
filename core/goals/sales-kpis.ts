import type { SalesInput } from './sales-inputs.ts'

/** The nine sales indicators as decimals, 0.1 is 10 %; undefined where an input is missing or would divide by 0 or less. */
export type SalesKpis = Record<
  | 'planCompletion'
  | 'growth'
  | 'priceRetention'
  /** Lower is better. */
  | 'expenseRatio'
  | 'collection'
  | 'visitSuccess'
  /** Lower is better. */
  | 'complaintRate'
  | 'newCustomerRate'
  | 'retention',
  number | undefined
>

/** The nine indicators of one salesperson or team, from whatever figures are known. */
export function salesKpis(known: Partial<Record<SalesInput, number | undefined>>): SalesKpis {
  const growth = ratio(known.sales, known.prior_sales)
  return {
    planCompletion: ratio(known.sales, known.plan),
    growth: growth === undefined ? undefined : growth - 1,
    priceRetention: ratio(known.sales, known.list_value),
    expenseRatio: ratio(known.expenses, known.sales),
    collection: ratio(known.collected, known.due),
    visitSuccess: ratio(known.successful_visits, known.visits),
    complaintRate: ratio(known.complaints, known.customers),
    newCustomerRate: ratio(known.new_customers, known.customers_start),
    retention: ratio(known.retained, known.customers_start),
  }
}

function ratio(part: number | undefined, whole: number | undefined): number | undefined {
  return part === undefined || whole === undefined || whole <= 0 ? undefined : part / whole
}
