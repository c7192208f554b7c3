import type { SetUp, TabChoice } from '../../../../addon/set-up/set-up.ts'
import { NEW_COLUMN } from '../../../../addon/set-up/set-up.ts'
import type { Subject } from '../moved-tabs.ts'
import type { Place } from '../place.ts'
import { tabs } from '../workbook.ts'
import { apply } from './scores.ts'

const shops: Record<string, string> = { customer: 'Name', city: 'City', phone: 'Phone', owner: 'Owner' }

/** A second set of tabs, of customers without ids, and what "Set up" makes: ids, columns and tabs. */
export const settingUp: Subject = {
  name: 'Set up',
  file: 'set-up',
  tabs: () => {
    const { Customers = [], Orders = [] } = tabs()
    return { Customers: Customers.map((row) => row.slice(1)), Orders }
  },
  async ready() {},
  actions: [
    {
      name: 'customers are numbered, the interactions made',
      calls: ['saveSetUp'],
      writes: { Customers: ['+', '-'], Interactions: ['+'] },
      async run(place) {
        await save(place, { customerId: NEW_COLUMN, ...at(place, 'Customers', shops) })
        numberByEmail(place)
      },
    },
    {
      name: 'another column holds the city',
      calls: ['saveSetUp', 'writeCompleteness'],
      writes: { Customers: ['Completeness'] },
      async run(place) {
        const columns = { customerId: 'Customer ID', customer: 'Name', city: 'Source', owner: 'Owner' }
        await save(place, at(place, 'Customers', columns))
        await place.call('writeCompleteness')
      },
    },
    {
      name: 'a standard is applied to what was set up',
      calls: ['applyTiers'],
      writes: { Customers: ['Score', 'Tier'], Standards: ['+'], 'Tier history': ['+'], 'Score parts': ['+'] },
      run: (place) => apply(place, {}),
    },
  ],
}

/** A person says which column is which by what they called it first. */
async function save(place: Place, columns: Record<string, number>): Promise<void> {
  const { choices } = await place.call<SetUp>('setUp')
  const orders = { orderId: 'Order ID', customerId: 'Customer ID', orderDate: 'Order date', amount: 'Amount' }
  const own: Record<string, Partial<TabChoice>> = {
    customers: { sheet: place.nameOf('Customers'), make: false, columns },
    orders: { sheet: place.nameOf('Orders'), make: false, columns: at(place, 'Orders', orders) },
    interactions: { make: true },
  }
  await place.call(
    'saveSetUp',
    choices.map((choice) => ({ ...choice, ...own[choice.kind] })),
  )
}

function at(place: Place, tab: string, headers: Record<string, string>): Record<string, number> {
  return Object.fromEntries(Object.entries(headers).map(([field, header]) => [field, place.columnOf(tab, header) - 1]))
}

/** Who gets which number the order of rows says, so each is given the one of their e-mail, which orders name. */
function numberByEmail(place: Place): void {
  const [id, email] = ['Customer ID', 'E-mail'].map((header) => place.columnOf('Customers', header) - 1) as [
    number,
    number,
  ]
  const tab = place.tab('Customers')
  const ids = tab.table().flatMap((row, at) => {
    if (at === 0 || row[email] === '') return row[id] === '' || at === 0 ? [] : ['for a blank row']
    tab.type(at + 1, id + 1, String(row[email]).slice(0, 3))
    return [row[id]]
  })
  const expected = Array.from({ length: 12 }, (_, at) => `C${String(at + 1).padStart(4, '0')}`)
  if (ids.sort().join() !== expected.join()) throw new Error(`The ids are ${ids}`)
}
