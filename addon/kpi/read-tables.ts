import { type KpiCustomers, type KpiOrders, kpiOrders } from '../../core/kpi/kpi-orders.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { byCustomerId } from '../sheet/reading/by-customer-id.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { sheetNamed } from '../sheet/reading/table.ts'
import { type BoundTab, boundTab, fieldCells, requiredField } from '../sheet/tabs/bound-tab.ts'
import { orderRecords } from '../standard/order-records.ts'

/**
 * The customers and orders that KPIs are counted from, each tab in one read.
 *
 * @param orders Its name; '' for none.
 * @throws InputError `missingSheet`, `missingColumn`, and what says which order cannot be read.
 */
export function readTables(from: { customers: string; orders: string }): { file: KpiCustomers; orders: KpiOrders } {
  const tab = boundTab('customers', sheetNamed(from.customers))
  const file = customersOf(tab)
  const orders = from.orders
    ? orderRecords(byCustomerId(boundTab('orders', sheetNamed(from.orders)), tab), '', cellContext())
    : { ids: [], days: [], amounts: [] }
  return { file, orders: kpiOrders(file, orders) }
}

function customersOf(tab: BoundTab): KpiCustomers {
  requiredField(tab, 'customerId')
  const cells = (field: string) => fieldCells(tab, field).map(customerIdIn)
  return { ids: cells('customerId'), tier: cells('tier'), owner: cells('owner'), segment: cells('segment') }
}
