import { type KpiCustomers, type KpiOrders, kpiOrders } from '../../core/kpi/kpi-orders.ts'
import type { OrderRecords } from '../../core/standard/order-figures.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { byCustomerId } from '../sheet/reading/by-customer-id.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { sheetNamed } from '../sheet/reading/table.ts'
import { type BoundTab, boundTab, fieldCells, requiredField } from '../sheet/tabs/bound-tab.ts'
import type { DatedRows } from '../standard/dated-rows.ts'
import { orderRecords } from '../standard/order-records.ts'

/** Tabs by their names; '' for no orders. */
type From = { customers: string; orders: string }
/** What the tabs hold, and the tabs themselves. */
export type KpiRecords = {
  file: KpiCustomers
  customers: BoundTab
  /** Undefined without orders. */
  orders: { tab: BoundTab; records: OrderRecords & DatedRows } | undefined
}

/**
 * The customers and orders that KPIs are counted from, each tab in one read.
 *
 * @throws InputError `missingSheet`, `missingColumn`, and what says which order cannot be read.
 */
export function readTables(from: From): { file: KpiCustomers; orders: KpiOrders } {
  const { file, orders } = readRecords(from)
  return { file, orders: kpiOrders(file, orders?.records ?? { ids: [], days: [], amounts: [] }) }
}

/** The same as rows. */
export function readRecords(from: From): KpiRecords {
  const customers = boundTab('customers', sheetNamed(from.customers))
  const file = customersOf(customers)
  if (!from.orders) return { file, customers, orders: undefined }
  const tab = boundTab('orders', sheetNamed(from.orders))
  return { file, customers, orders: { tab, records: orderRecords(byCustomerId(tab, customers), '', cellContext()) } }
}

function customersOf(tab: BoundTab): KpiCustomers {
  requiredField(tab, 'customerId')
  const cells = (field: string) => fieldCells(tab, field).map(customerIdIn)
  return { ids: cells('customerId'), tier: cells('tier'), owner: cells('owner'), segment: cells('segment') }
}
