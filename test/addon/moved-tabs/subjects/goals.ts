import type { Subject } from '../moved-tabs.ts'
import type { Place } from '../place.ts'
import { day, setUp, tabs } from '../workbook.ts'

const ACTION = 'hand-on 1'
const PROGRAM = ['Actual', 'Progress', 'Projected', 'Status']
const goal = {
  ...{ id: '', goal: 'Sell 2,000', owner: 'Owner 1', parent: '', why: 'Growth', subjectKind: '', subject: '' },
  ...{
    measure: 'revenue',
    unit: '',
    weight: null,
    baseline: 900,
    target: 2000,
    start: '2025-01-01',
    due: '2025-12-31',
  },
}
/** A goal, its parts for people, and what measures say of them. */
export const goals: Subject = {
  name: 'Goals',
  file: 'goals',
  tabs,
  async ready(place) {
    await setUp(place)
    await place.call('saveGoal', goal)
  },
  actions: [
    {
      name: 'a second goal, and one that is changed',
      calls: ['saveGoal'],
      writes: { Goals: ['+', 'Target value', 'Why'] },
      async run({ call }) {
        await call('saveGoal', { ...goal, goal: 'Sell 500 to Bath', target: 500 })
        await call('saveGoal', { ...goal, id: 'G1', target: 2100, why: 'More growth' })
      },
    },
    {
      name: 'a goal is handed on',
      calls: ['cascadeGoal'],
      writes: { Goals: ['+'], 'Change history': ['+'] },
      run: handOn,
    },
    { name: 'the same again', calls: ['cascadeGoal'], writes: {}, run: (place) => handOn(place) },
    {
      name: 'progress is read',
      calls: ['updateGoalProgress'],
      writes: { Goals: PROGRAM },
      run: ({ call }) => call('updateGoalProgress'),
    },
    {
      name: 'progress is read again after an order',
      calls: ['updateGoalProgress'],
      writes: { Goals: PROGRAM.slice(0, 3), Orders: ['+'] },
      async run(place) {
        const order = { 'Order ID': 'N1', 'Customer ID': 'C12', 'Order date': day(45_859), Amount: 5, Product: 'Tea' }
        place.append('Orders', order)
        await place.call('updateGoalProgress')
      },
    },
    {
      name: 'the parts are taken back',
      calls: ['undoGoalCascade'],
      writes: { Goals: ['-'], 'Change history': ['+'] },
      run: ({ call }) => call('undoGoalCascade', ACTION),
    },
  ],
}

async function handOn({ call }: Place): Promise<void> {
  const lines = [
    { subject: 'Owner 0', target: 1100, baseline: null },
    { subject: 'Owner 2', target: 1000, baseline: null },
  ]
  await call('cascadeGoal', { goal: 'G1', kind: 'person', way: 'equal', lines, action: ACTION })
}
