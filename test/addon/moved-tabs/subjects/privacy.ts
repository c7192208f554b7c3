import type { Subject } from '../moved-tabs.ts'
import type { Place } from '../place.ts'
import { setUp, tabs } from '../workbook.ts'

/** What is stored about a customer, erased. */
export const privacy: Subject = {
  name: 'Privacy',
  file: 'privacy',
  tabs,
  ready: setUp,
  actions: [
    {
      name: 'a customer whose orders stay',
      calls: ['beginErasure', 'eraseNext'],
      writes: { Customers: ['-'], Interactions: ['-'], Orders: ['Customer ID'] },
      run: (place) => erase(place, 'C05', false),
    },
    {
      name: 'a customer with their orders',
      calls: ['beginErasure', 'eraseNext'],
      writes: { Customers: ['-'], Interactions: ['-'], Orders: ['-'] },
      run: (place) => erase(place, 'C04', true),
    },
  ],
}

async function erase(place: Place, id: string, withOrders: boolean): Promise<void> {
  await place.call('beginErasure', id, withOrders)
  for (let next: number | null = 0; next !== null; )
    next = (await place.call<{ next: number | null }>('eraseNext')).next
  nameAlias(place)
}

/** The alias differs from run to run. */
function nameAlias(place: Place): void {
  const orders = place.tab('Orders')
  const column = place.columnOf('Orders', 'Customer ID')
  orders.table().forEach((row, at) => {
    if (/^erased-\w{8}$/.test(String(row[column - 1]))) orders.type(at + 1, column, 'erased')
  })
}
