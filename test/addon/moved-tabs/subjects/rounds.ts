import type { RoundStart } from '../../../../addon/tiering/start-round.ts'
import type { Subject } from '../moved-tabs.ts'
import type { Place } from '../place.ts'
import { day, setUp, tabs } from '../workbook.ts'
import { apply, untilOver } from './scores.ts'

const STANDARD = 'Customer value'
const ROUNDS = 'Evaluation rounds'
const nextYear = () => `${new Date().getUTCFullYear() + 1}-12-31`

/** Evaluation rounds, from the proposal to the tiers, and one that is given up. */
export const rounds: Subject = {
  name: 'Evaluation rounds',
  file: 'rounds',
  tabs,
  async ready(place) {
    await setUp(place)
    await apply(place, {})
  },
  actions: [
    {
      name: 'a round is begun after new orders',
      calls: ['startRound'],
      writes: { Orders: ['+'], 'Score parts': ['+'], 'Round proposals': ['+'], [ROUNDS]: ['+'] },
      async run(place) {
        for (const [at, id] of ['C12', 'C08', 'C03'].entries()) {
          const order = { 'Order ID': `N${at}`, 'Customer ID': id, 'Order date': day(45_860), Amount: 900 }
          place.append('Orders', { ...order, Product: 'Tea' })
        }
        await begin(place, 'R-001')
      },
    },
    {
      name: 'an exception for a customer whom the round moves, and one for another',
      calls: ['setRoundException'],
      writes: { 'Round proposals': ['+', 'Exception', 'Reason'] },
      async run(place) {
        await place.call('setRoundException', 'R-001', 'C12', 'B', 'New')
        await place.call('setRoundException', 'R-001', 'C05', 'A', 'Asked for')
      },
    },
    {
      name: 'an exception is taken back, another set',
      calls: ['setRoundException'],
      writes: { 'Round proposals': ['Exception', 'Reason'] },
      async run(place) {
        await place.call('setRoundException', 'R-001', 'C12', '', '')
        await place.call('setRoundException', 'R-001', 'C08', 'A', 'Promised')
      },
    },
    {
      name: 'the round is approved',
      calls: ['approveRound'],
      writes: { [ROUNDS]: ['Approved by', 'Mark of what was approved', 'Status'] },
      run: ({ call }) => call('approveRound', 'R-001'),
    },
    {
      name: 'the round is published',
      calls: ['publishRound'],
      writes: {
        Customers: ['Score', 'Tier'],
        'Tier history': ['+'],
        'Tier overrides': ['+'],
        'Score parts': ['-', 'Parts', 'Score', 'Tier'],
        [ROUNDS]: ['Next round', 'Status'],
      },
      run: ({ call }) => untilOver(() => call('publishRound', 'R-001', nextYear())),
    },
    {
      name: 'another round is begun',
      calls: ['startRound'],
      writes: { 'Score parts': ['+'], 'Round proposals': ['+'], [ROUNDS]: ['+'], Orders: ['+'] },
      async run(place) {
        for (const at of [1, 2, 3]) {
          const order = { 'Order ID': `M${at}`, 'Customer ID': 'C01', 'Order date': day(45_870), Amount: 5000 }
          place.append('Orders', { ...order, Product: 'Tea' })
        }
        await begin(place, 'R-002')
      },
    },
    {
      name: 'the other round is given up',
      calls: ['cancelRound'],
      writes: { 'Score parts': ['-'], [ROUNDS]: ['Status'] },
      run: ({ call }) => call('cancelRound', 'R-002'),
    },
  ],
}

async function begin({ call }: Place, name: string): Promise<void> {
  const { round } = await call<RoundStart>('startRound', STANDARD)
  if (round !== name) throw new Error(`The round is ${round}`)
}
