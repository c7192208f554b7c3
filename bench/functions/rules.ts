import { cellContext } from '../../addon/formulas/cell-context.ts'
import type { CellValue } from '../../addon/sheet/reading/table.ts'
import { orderRecords } from '../../addon/standard/order-records.ts'
import { expectedOrders } from '../../core/clv/expected-orders.ts'
import type { OrderHistory } from '../../core/clv/order-histories.ts'
import type { RepeatParameters } from '../../core/clv/repeat-model.ts'
import { type Rfm, rfm } from '../../core/rfm/rfm.ts'
import { rfmRules } from '../../core/rfm/rfm-rules.ts'

export { repeatFit } from '../../core/clv/repeat-fit.ts'

/** RFM of a whole tab: orders read as the sidebar's forms read them, then the rule that `TS_RFM` uses; as columns. */
export function rfmOfTab(rows: CellValue[][]): Rfm<string> {
  const at = { customerId: 0, orderDate: 1, amount: 2 }
  const tab = { kind: 'orders' as const, sheet: {} as never, name: 'Orders', header: Object.keys(at), at, rows }
  const orders = orderRecords(tab, '', cellContext())
  return rfm(orders, { segmentation: { by: 'scores', rules: rfmRules.GRID, others: 'others' } })
}

/** What `TS_CLV` expects of each customer, given the parameters. */
export function expectedOrdersOfAll(parameters: RepeatParameters, histories: OrderHistory[], t: number): number[] {
  return histories.map((history) => expectedOrders(parameters, history, t))
}
