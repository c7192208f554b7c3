import type { Subject } from '../moved-tabs.ts'
import { day, setUp, tabs } from '../workbook.ts'
import { apply } from './scores.ts'

const STANDARD = 'Customer value'
const today = () => new Date().toISOString().slice(0, 10)

/** Reports that have a tab of their own, written twice, and once more after somebody wrote into it. */
export const reports: Subject = {
  name: 'Reports',
  file: 'reports',
  tabs: () => {
    const all = tabs()
    all.Customers?.forEach((row, at) => {
      row.push(at === 0 ? 'Consent' : at % 2 ? 'yes' : 'no')
    })
    return all
  },
  async ready(place) {
    await setUp(place)
    await apply(place, {})
    await place.call('proposePlaybook', STANDARD)
  },
  actions: [
    {
      name: 'the care lists',
      calls: ['writeCareList'],
      writes: { 'Needs attention': ['+'], 'For automation': ['+'] },
      async run({ call }) {
        await call('writeCareList', STANDARD, 'attention')
        await call('writeCareList', STANDARD, 'automatic')
      },
    },
    {
      name: 'value by source and movement',
      calls: ['writeValueBySource', 'writeTierMovement'],
      writes: { 'Value by source': ['+'], 'Tier movement': ['+'] },
      async run({ call }) {
        await call('writeValueBySource', STANDARD)
        await call('writeTierMovement', STANDARD, '2020-01-01', today())
      },
    },
    {
      name: 'all of them again after new orders and another tier',
      calls: ['writeCareList', 'writeValueBySource', 'writeTierMovement'],
      writes: {
        Customers: ['Tier'],
        Orders: ['+'],
        'Tier overrides': ['+'],
        'Tier history': ['+'],
        'Needs attention': ['+', '-'],
        'Value by source': ['+', '-'],
        'Tier movement': ['+', '-'],
      },
      async run(place) {
        const order = { 'Order ID': 'N1', 'Customer ID': 'C12', 'Order date': day(45_860), Amount: 900, Product: 'Tea' }
        place.append('Orders', order)
        const override = { standard: STANDARD, customerId: 'C01', tier: 'A', from: '2020-01-01', until: '' }
        await place.call('setTierOverride', { ...override, reason: 'Strategic' })
        await writeAll(place.call)
      },
    },
    {
      name: 'a list again after somebody wrote beside it',
      calls: ['writeCareList'],
      writes: { 'Needs attention': ['+', '-'], 'Needs attention 2': ['+'] },
      async run(place) {
        const tab = place.tab('Needs attention')
        tab.type(place.rowOf('Needs attention', 'Customer ID', 'C01'), tab.facts().lastColumn + 1, 'called on Monday')
        await place.call('writeCareList', STANDARD, 'attention')
      },
    },
  ],
}

async function writeAll(call: (name: string, ...args: unknown[]) => Promise<unknown>): Promise<void> {
  await call('writeCareList', STANDARD, 'attention')
  await call('writeValueBySource', STANDARD)
  await call('writeTierMovement', STANDARD, '2020-01-01', today())
}
