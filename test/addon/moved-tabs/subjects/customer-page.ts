import type { Subject } from '../moved-tabs.ts'
import { setUp, tabs } from '../workbook.ts'
import { apply } from './scores.ts'

/** Contacts, and the three classifications. */
export const customerPage: Subject = {
  name: 'Customer page',
  file: 'customer-page',
  tabs,
  async ready(place) {
    await setUp(place)
    await apply(place, {})
  },
  actions: [
    {
      name: 'a contact',
      calls: ['logContact'],
      writes: { Customers: ['Last contact', 'Next contact'], Interactions: ['+'] },
      run: ({ call }) => call('logContact', { ...contact, customerId: 'C05', next: '2026-02-05' }, 'op-1'),
    },
    {
      name: 'the same contact sent again',
      calls: ['logContact'],
      writes: {},
      run: ({ call }) => call('logContact', { ...contact, customerId: 'C05', next: '2026-02-05' }, 'op-1'),
    },
    {
      name: 'the selected customer’s contact, with a note, in columns that there are by then',
      calls: ['selectedCustomerId', 'goToCustomer', 'logContact'],
      writes: { Customers: ['Last contact', 'Next contact'], Interactions: ['+'] },
      async run({ call }) {
        await call('goToCustomer', 'C04')
        const customerId = await call<string>('selectedCustomerId')
        await call('logContact', { ...contact, customerId, day: '2026-01-09', note: 'Rang', next: '' }, 'op-2')
      },
    },
    {
      name: 'the classifications by share of value',
      calls: ['writeCustomerClasses'],
      writes: { Customers: ['Life-cycle stage', 'Needs class', 'Value class'] },
      run: ({ call }) => call('writeCustomerClasses', 'abc'),
    },
    {
      name: 'the classifications by tier',
      calls: ['writeCustomerClasses'],
      writes: { Customers: ['Value class'] },
      run: ({ call }) => call('writeCustomerClasses', 'tier'),
    },
  ],
}

const contact = { channel: 'Visit', purpose: 'Offer', outcome: 'Interested', note: '', day: '2026-01-05' }
