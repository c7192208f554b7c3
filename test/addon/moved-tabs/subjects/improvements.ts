import type { Subject } from '../moved-tabs.ts'
import { setUp, tabs } from '../workbook.ts'

const FOUND = ['Before', 'After', 'Verdict']
const action = {
  ...{ id: '', what: 'Call after each order', who: 'Owner 1', until: '2025-12-31', status: 'open' },
  ...{ customerId: '', side: '', review: '', figure: 'average_order', by: '', group: '', began: '2025-03-01' },
  ...{ claim: null, claimKind: 'points' },
}
/** Improvement actions, and what a comparison of their figures says. */
export const improvements: Subject = {
  name: 'Improvements',
  file: 'improvements',
  tabs,
  async ready(place) {
    await setUp(place)
    await place.call('saveImprovement', action)
  },
  actions: [
    {
      name: 'a second action, and one that is changed',
      calls: ['saveImprovement'],
      writes: { Improvements: ['+', 'Status', 'Claimed change', 'Kind of claim'] },
      async run({ call }) {
        await call('saveImprovement', { ...action, what: 'Write once a quarter', figure: 'repeat_rate' })
        await call('saveImprovement', { ...action, id: 'I1', status: 'done', claim: 5 })
      },
    },
    {
      name: 'a figure is compared',
      calls: ['checkImprovement'],
      writes: { Improvements: FOUND },
      run: ({ call }) => call('checkImprovement', 'I1', ''),
    },
  ],
}
