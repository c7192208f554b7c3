import { isoDay } from '../../core/calendar/iso-day.ts'
import { type CustomerClasses, customerClasses } from '../../core/customer-page/customer-classes.ts'
import { messagesFor } from '../../core/messages/messages.ts'
import { countedTo } from '../../core/standard/counted-to.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { isBlank } from '../formulas/reading/cell.ts'
import { today } from '../sheet/now.ts'
import { byCustomerId } from '../sheet/reading/by-customer-id.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { type BoundTab, fieldCells, requiredField, requiredTab, tabFinder } from '../sheet/tabs/bound-tab.ts'
import { writeFields } from '../sheet/writing/write-fields.ts'
import { orderRecords } from '../standard/order-records.ts'
import { userMessages } from '../user-language.ts'

export type ValueBy = 'abc' | 'tier'

/** How many customers are in a stage, of a value and a need; '' where there is none. */
export type ClassCount = { stage: string; value: string; need: string; customers: number }

export type Classification = {
  asOf: string
  customers: number
  /** Every combination that occurs. */
  counts: ClassCount[]
  /** Cells of the columns to write that hold other words than these classes, and their header. */
  overwritten: { header: string; cells: number }[]
}

/** How the customers fall into three classifications; writes nothing. */
export function classification(valueBy: ValueBy): Classification {
  const { tab, asOf, stages, values, needs } = classified(valueBy)
  const counts = new Map<string, ClassCount>()
  let customers = 0
  fieldCells(tab, 'customerId').forEach((id, row) => {
    if (isBlank(id)) return
    customers++
    const [stage, value, need] = [stages[row] as string, values[row] as string, needs[row] as string]
    const key = JSON.stringify([stage, value, need])
    const count = counts.get(key) ?? { stage, value, need, customers: 0 }
    counts.set(key, { ...count, customers: count.customers + 1 })
  })
  return { asOf, customers, counts: [...counts.values()], overwritten: overwritten(tab, values) }
}

/** Writes stage, value and need of every customer into the customer tab. @returns How many, and where. */
export function writeClassification(valueBy: ValueBy): { sheet: string; customers: number } {
  const { tab, stages, values, needs } = classified(valueBy)
  writeFields(tab, [
    { field: 'lifecycleStage', values: stages },
    { field: 'valueClass', values },
    { field: 'needs', values: needs },
  ])
  return { sheet: tab.name, customers: fieldCells(tab, 'customerId').filter((id) => !isBlank(id)).length }
}

/**
 * The three classes of each row, in the person's words; '' in rows without a customer.
 *
 * @throws InputError `missingTab`, `missingColumn`; `notDate`, `notNumber` and their like naming tab and row.
 */
function classified(valueBy: ValueBy): { tab: BoundTab; asOf: string } & Record<keyof CustomerClasses, string[]> {
  const find = tabFinder()
  const tab = requiredTab('customers', find)
  requiredField(tab, 'customerId')
  const texts = (field: string) => fieldCells(tab, field).map(customerIdIn)
  const customers = { ids: texts('customerId'), tiers: texts('tier'), needs: texts('needs') }
  const orders = orderRecords(byCustomerId(requiredTab('orders', find), tab), '', cellContext())
  const asOf = countedTo([orders.days], today())
  const { stages, values, needs } = customerClasses(customers, orders, { asOf, valueBy })
  const { lifecycleStages, customerClasses: words } = userMessages()
  const ofCustomer = (value: (row: number) => string) => customers.ids.map((id, row) => (id ? value(row) : ''))
  return {
    ...{ tab, asOf: isoDay(asOf) },
    stages: ofCustomer((row) => {
      const stage = stages[row]
      return stage ? lifecycleStages[stage] : words.noOrders
    }),
    values: ofCustomer((row) => values[row] ?? ''),
    needs: ofCustomer((row) => needs[row] ?? ''),
  }
}

/** Cells that somebody, or another system's export, filled with something else than stages and value classes. */
function overwritten(tab: BoundTab, values: readonly string[]): Classification['overwritten'] {
  const stages = (['en', 'zh-CN'] as const).flatMap((language) => {
    const { lifecycleStages, customerClasses: words } = messagesFor(language)
    return [...Object.values(lifecycleStages), words.noOrders]
  })
  const known = { lifecycleStage: new Set(stages), valueClass: new Set([...values, 'A', 'B', 'C']) }
  return Object.entries(known).flatMap(([field, words]) => {
    const cells = fieldCells(tab, field).filter((cell) => !isBlank(cell) && !words.has(customerIdIn(cell))).length
    return cells === 0 ? [] : [{ header: tab.header[tab.at[field] as number] as string, cells }]
  })
}
