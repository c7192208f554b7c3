import type { Subject } from '../moved-tabs.ts'
import type { Place } from '../place.ts'
import { setUp, tabs } from '../workbook.ts'
import { apply } from './scores.ts'

const STANDARD = 'Customer value'
const MOVED = { Customers: ['Tier'], 'Tier history': ['+'] }
const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Overrides, follow-ups and the playbook. */
export const tiers: Subject = {
  name: 'Tiers',
  file: 'tiers',
  tabs,
  async ready(place) {
    await setUp(place)
    await apply(place, {})
    await override(place, 'C11', 'B', 'Asked for')
  },
  actions: [
    {
      name: 'an override',
      calls: ['setTierOverride'],
      writes: { ...MOVED, 'Tier overrides': ['+'] },
      run: (place) => override(place, 'C07', 'A', 'Strategic'),
    },
    {
      name: 'an override of one who has one',
      calls: ['setTierOverride'],
      writes: { ...MOVED, 'Tier overrides': ['+'] },
      run: (place) => override(place, 'C11', 'A', 'Grown', '2021-01-01'),
    },
    {
      name: 'the end of an override',
      calls: ['endTierOverride'],
      writes: { ...MOVED, 'Tier overrides': ['Until'] },
      run: ({ call }) => call('endTierOverride', STANDARD, 'C07'),
    },
    {
      name: 'a follow-up',
      calls: ['planFollowUp'],
      writes: { Customers: ['Next contact'], Interactions: ['+'] },
      run: ({ call }) =>
        call('planFollowUp', { customerId: 'C08', owner: 'Owner 1', next: ahead(9), purpose: 'Ask why' }),
    },
    {
      name: 'the same follow-up again',
      calls: ['planFollowUp'],
      writes: {},
      run: ({ call }) =>
        call('planFollowUp', { customerId: 'C08', owner: 'Owner 1', next: ahead(9), purpose: 'Ask why' }),
    },
    {
      name: 'a proposed playbook',
      calls: ['proposePlaybook'],
      writes: { Tiers: ['+'] },
      run: ({ call }) => call('proposePlaybook', STANDARD),
    },
    {
      name: 'the playbook proposed again after a line was taken out',
      calls: ['proposePlaybook'],
      writes: { Tiers: ['Benefits', 'Budget'] },
      async run(place) {
        place.type('Tiers', ['Tier', 'A'], 'Budget', 12)
        place.tab('Tiers').remove('rows', place.rowOf('Tiers', 'Tier', 'B') - 1, 1)
        place.type('Tiers', ['Tier', 'C'], 'Benefits', 'None')
        await place.call('proposePlaybook', STANDARD)
      },
    },
  ],
}

async function override(place: Place, customerId: string, tier: string, reason: string, from = '2020-01-01') {
  await place.call('setTierOverride', { standard: STANDARD, customerId, tier, reason, from, until: '' })
}
