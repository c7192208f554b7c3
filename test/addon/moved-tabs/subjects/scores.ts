import type { ScoreSetup } from '../../../../addon/standard/standard-setup.ts'
import type { Standard } from '../../../../core/standard/standard.ts'
import type { Subject } from '../moved-tabs.ts'
import type { Place } from '../place.ts'
import { day, setUp, tabs } from '../workbook.ts'

const HISTORY = { 'Tier history': ['+'], 'Score parts': ['Parts', 'Score', 'Tier'] }

/** One standard that was applied before anything moved; another beside it, the daily run, and the tab of standards. */
export const scores: Subject = {
  name: 'Score and tier',
  file: 'scores',
  tabs,
  async ready(place) {
    await setUp(place)
    await apply(place, {})
  },
  actions: [
    {
      name: 'a second standard beside the first',
      calls: ['applyTiers'],
      writes: {
        Customers: ['Score (Visits)', 'Tier (Visits)'],
        Standards: ['+'],
        'Tier history': ['+'],
        'Score parts': ['+'],
      },
      run: (place) => apply(place, visits),
    },
    {
      name: 'the first again, as it was',
      calls: ['applyTiers'],
      writes: {},
      run: (place) => apply(place, {}),
    },
    {
      name: 'the daily run after new orders and contacts',
      calls: ['applyStandardsOnTime'],
      writes: {
        Customers: ['Score', 'Score (Visits)', 'Tier', 'Tier (Visits)'],
        Orders: ['+'],
        Interactions: ['+'],
        ...HISTORY,
      },
      async run(place) {
        for (const at of [1, 2, 3]) {
          const order = { 'Order ID': `N${at}`, 'Customer ID': 'C12', 'Order date': day(45_860), Amount: 900 }
          place.append('Orders', { ...order, Product: 'Tea' })
        }
        for (const at of [1, 2]) {
          const contact = { 'Interaction ID': `I-30${at}`, 'Customer ID': 'C09', 'Contact date': day(45_860) }
          place.append('Interactions', { ...contact, Owner: 'Ann', Channel: 'Phone', Purpose: 'Offer' })
        }
        await place.call('applyStandardsOnTime')
      },
    },
    {
      name: 'the daily run after somebody edited the tab of standards',
      calls: ['applyStandardsOnTime'],
      writes: { Customers: ['Score', 'Tier'], Standards: ['+'], ...HISTORY },
      async run(place) {
        for (const [name, weight] of Object.entries({ 'Days since the last order': 1, 'Total of orders': 90 })) {
          place.type('Standards', ['Name', name], 'Weight', weight)
        }
        await place.call('applyStandardsOnTime')
      },
    },
    {
      name: 'the second standard is called otherwise, and applied',
      calls: ['renameStandard', 'applyTiers'],
      writes: {
        'Score parts': ['+', '-'],
      },
      async run(place) {
        await place.call('renameStandard', 'Visits', 'Calls')
        await apply(place, { ...visits, name: 'Calls' })
      },
    },
    {
      name: 'the second standard is removed, and the others are applied on time',
      calls: ['removeStandard', 'applyStandardsOnTime'],
      writes: {},
      async run({ call }) {
        await call('removeStandard', 'Calls')
        await call('applyStandardsOnTime')
      },
    },
  ],
}

/** Applies a standard as the form does: the one of that name as it is kept, else a new one. */
export async function apply({ call }: Place, changes: Partial<Standard>): Promise<void> {
  const { standards, proposal } = await call<ScoreSetup>('scoreSetup')
  const wanted = { ...proposal, ...changes }
  const standard = standards.find(({ current }) => current.name === wanted.name)?.current ?? wanted
  await untilOver(() => call('applyTiers', standard))
}

/** Calls again what goes step by step, as forms do. */
export async function untilOver(step: () => Promise<{ next: number | null }>): Promise<void> {
  while ((await step()).next !== null);
}

const visits: Partial<Standard> = {
  name: 'Visits',
  method: 'MINMAX',
  indicators: [{ key: 'contacts:contacts', label: 'Contacts', direction: 1, weight: 1 }],
  tiers: [
    { label: 'Cold', from: 0 },
    { label: 'Warm', from: 50 },
  ],
}
