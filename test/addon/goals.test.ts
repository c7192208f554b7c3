import { beforeEach, describe, expect, test } from 'vitest'
import type { CascadeSetup } from '../../addon/goals/cascade-setup.ts'
import type { GoalsSetup } from '../../addon/goals/goals-setup.ts'
import type { SavedGoal } from '../../addon/goals/save-goal.ts'
import type { UpdatedProgress } from '../../addon/goals/update-progress.ts'
import { startBackend } from '../../local/backend.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { opened } from '../opened.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const MS_PER_DAY = 86_400_000
const EPOCH_SERIAL = 25_569
const today = Math.floor(Date.now() / MS_PER_DAY)
const iso = (ahead: number) => new Date((today + ahead) * MS_PER_DAY).toISOString().slice(0, 10)
const cell = (ahead: number): Cell => ({ date: EPOCH_SERIAL + today + ahead })

const customers: Cell[][] = [
  ['Customer ID', 'Name', 'Owner', 'Tier', 'Segment'],
  ['c1', 'Alba', 'Ann', 'A', 'North'],
  ['c2', 'Bo', 'Ann', 'B', 'South'],
  ['c3', 'Cy', 'Bob', 'A', 'South'],
]
/** Since the goals began 50 days ago: Ann 100 + 200, Bob 300; before that: Ann 50, Bob 150. */
const orders: Cell[][] = [
  ['Order ID', 'Customer ID', 'Order date', 'Amount'],
  ['o1', 'c1', cell(-60), 50],
  ['o2', 'c3', cell(-70), 150],
  ['o3', 'c1', cell(-40), 100],
  ['o4', 'c2', cell(-20), 200],
  ['o5', 'c3', cell(-10), 300],
  // The last day that is counted
  ['o6', 'c3', cell(0), 0],
]
const staff: Cell[][] = [
  ['Name', 'Position', 'Level', 'Skills', 'Capacity'],
  ['Ann', 'Field', 1, '', 10],
  ['Bob', 'Field', 1, '', 10],
  ['Eve', 'Desk', 1, '', 10],
]

const goal: SavedGoal = {
  ...{ id: '', goal: 'Raise revenue to 1,000', owner: 'Ann', parent: '', why: 'Growth', subjectKind: '', subject: '' },
  ...{ measure: 'revenue', unit: '', weight: null, baseline: 800, target: 1000, start: iso(-50), due: iso(50) },
}

let sheet: SheetHarness
beforeEach(async () => {
  sheet = await sheetHarness({ tabs: { Customers: customers, Orders: orders, Staff: staff } })
})

const save = (part: Partial<SavedGoal> = {}) => sheet.call<string>('saveGoal', { ...goal, ...part })
const update = () => sheet.call<UpdatedProgress>('updateGoalProgress')
const setup = () => sheet.call<GoalsSetup>('goalsSetup')
const column = (header: string) => sheet.column('Goals', header)
const cascade = (part: object = {}) =>
  sheet.call<{ written: number; action: string }>('cascadeGoal', {
    ...{ goal: 'G1', kind: 'person', way: 'revenue', action: 'hand-on 1' },
    lines: [
      { subject: 'Ann', target: 400, baseline: null },
      { subject: 'Bob', target: 600, baseline: null },
    ],
    ...part,
  })

describe('a goal of the form', () => {
  test('is a row of the tab, which is made; a second has the next id, and a change goes into the row of its id', async () => {
    expect([
      await save(),
      await save({ goal: '=1+1', parent: 'G1', weight: 1, subjectKind: 'tier', subject: 'A' }),
    ]).toEqual(['G1', 'G2'])
    sheet.sort('Goals', 'Goal ID', { descending: true })
    await save({ id: 'G2', goal: 'Raise it', parent: 'G1', weight: 2, subjectKind: 'tier', subject: 'A' })
    expect(column('Goal')).toEqual(['Raise it', 'Raise revenue to 1,000'])
    expect(column('Goal for')).toEqual(['Tier', ''])
    expect(column('Unit')).toEqual(['money', 'money'])
    const { goals } = await setup()
    expect(goals.map(({ id, depth, parts, start }) => [id, depth, parts, start])).toEqual([
      ['G1', 0, 1, iso(-50)],
      ['G2', 1, 0, iso(-50)],
    ])
  })

  test('that somebody typed without an id keeps its row and is given one; a new goal takes no such row', async () => {
    await save()
    sheet.type('Goals', 3, (sheet.table('Goals')[0] ?? []).indexOf('Goal') + 1, 'Typed by hand')
    expect(await save({ goal: 'Another' })).toBe('G2')
    expect(await save({ goal: 'Typed, and mended', typed: 'Typed by hand' })).toBe('G3')
    expect(column('Goal')).toEqual([goal.goal, 'Typed, and mended', 'Another'])
    expect(column('Goal ID')).toEqual(['G1', 'G3', 'G2'])
    await expect(save({ typed: 'Typed by hand' })).rejects.toThrow('Typed by hand')
  })

  test('is no part of its own parts, and one that was removed is told', async () => {
    await save()
    await save({ parent: 'G1' })
    await expect(save({ id: 'G1', parent: 'G2' })).rejects.toThrow('cannot be a part of itself')
    await expect(save({ id: 'G9' })).rejects.toThrow('The goal G9 is no longer')
  })
})

describe('progress', () => {
  test('is read by measure for each subject over the goal’s days; typed figures and other columns stay', async () => {
    await save()
    await save({ subjectKind: 'person', subject: 'Ann', target: 600, baseline: null, parent: 'G1', weight: 1 })
    await save({ subjectKind: 'team', subject: 'Field', target: 1200, baseline: null, parent: 'G1', weight: 3 })
    await save({ subjectKind: 'tier', subject: 'A', measure: 'average_order', baseline: 0, target: 200 })
    await save({ measure: '', unit: 'visits', baseline: 10, target: 20 })
    sheet.type('Goals', 6, 8, 13)
    expect(column('Actual')).toEqual(['', '', '', '', 13])
    expect(await update()).toMatchObject({ goals: 5, measured: 4, problems: [] })
    // Tier A: 100 + 300 + 0 over three orders
    expect(column('Actual')).toEqual([600, 300, 600, 400 / 3, 13])
    // Revenue counts from 0. G1 = (1 x 0.5 + 3 x 0.5) / 4; the typed one (13 - 10) / 10
    expect(column('Progress').map((value) => Number(value).toFixed(4))).toEqual([
      '0.5000',
      '0.5000',
      '0.5000',
      '0.6667',
      '0.3000',
    ])
    expect(column('Projected').map(Number)).toEqual(
      [1200, 600, 1200, 800 / 3, 16].map((value) => expect.closeTo(value, 6)),
    )
    expect(column('Status')).toEqual(['On track', 'On track', 'On track', 'On track', 'Behind'])
    expect(column('Baseline')).toEqual([800, '', '', 0, 10])
  })

  test('is measured for one customer from the orders of the goal’s days', async () => {
    const of = { subjectKind: 'customer' as const, subject: 'c3' }
    await save(of)
    await save({ ...of, measure: 'orders' })
    await save({ ...of, measure: 'average_order' })
    await save({ ...of, subject: 'c2', start: iso(-10) })
    await save({ ...of, subject: 'c9' })
    const { problems } = await update()
    expect(problems).toEqual(['G5: the customer file has no customer c9. Give the customer ID.'])
    expect(column('Actual')).toEqual([300, 2, 150, 0, ''])
  })

  test('of a goal without figures leaves the status that somebody typed', async () => {
    await save({ measure: '', target: null, baseline: null })
    await save()
    const status = (sheet.table('Goals')[0] ?? []).indexOf('Status') + 1
    sheet.type('Goals', 2, status, 'Agreed')
    await update()
    expect(column('Status')).toEqual(['Agreed', 'On track'])
  })

  test('tells which goals have no figure and why, and leaves their figure as it was', async () => {
    await save({ subjectKind: 'customer', subject: 'c1', measure: 'retention' })
    await save({ subjectKind: 'person', subject: 'Zoe' })
    await save({ start: iso(5), due: iso(50) })
    await save({ measure: 'happiness' })
    await save({ measure: 'nps' })
    sheet.type('Goals', 2, 8, 77)
    const { problems, measured } = await update()
    expect(measured).toBe(0)
    expect(problems).toEqual([
      'G1: this measure is not known for one customer. Choose revenue, orders or average order, or clear it and type the actual figure.',
      'G2: the measure has no figure for Zoe. Check how the name is written.',
      'G3: there is nothing yet of its days.',
      'G4: nobody knows the measure happiness. Choose another in Edit.',
      expect.stringMatching(/^G5: This spreadsheet has no workspace/),
    ])
    expect(column('Actual')).toEqual([77, '', '', '', ''])
  })

  test('a circle writes nothing and names the row', async () => {
    await save({ parent: 'G2' })
    await save({ parent: 'G1' })
    await expect(update()).rejects.toThrow(/row 2/)
    expect((await setup()).problem).toMatch(/row 2/)
    expect((await setup()).goals).toHaveLength(2)
    expect(column('Actual')).toEqual(['', ''])
  })

  test('a team’s own formulas stay: the program’s columns as a whole, actual figures cell by cell', async () => {
    await save()
    await save()
    sheet.type('Goals', 2, 8, '=1+1')
    const status = (sheet.table('Goals')[0] ?? []).indexOf('Status') + 1
    sheet.type('Goals', 2, status, '="ours"')
    const { problems } = await update()
    expect(problems).toEqual(['Progress, Projected, Status hold formulas of your own and were left as they are.'])
    expect(column('Actual')[1]).toBe(600)
    expect(column('Progress')).toEqual(['', ''])
  })
})

describe('handing a goal on', () => {
  beforeEach(() => save())

  test('knows customers, revenue and baseline of each', async () => {
    const { subjects, parent, isRate } = await sheet.call<CascadeSetup>('goalCascadeSetup', 'G1', 'person')
    expect(subjects).toEqual([
      { name: 'Ann', customers: 2, revenue: 350, baseline: 50 },
      { name: 'Bob', customers: 1, revenue: 450, baseline: 150 },
      { name: 'Eve', customers: 0, revenue: 0, baseline: null },
    ])
    expect({ parent, isRate }).toMatchObject({ parent: { target: 1000, adds: true, decimals: 2 }, isRate: false })
    const teams = await sheet.call<CascadeSetup>('goalCascadeSetup', 'G1', 'team')
    expect(teams.subjects).toMatchObject([
      { name: 'Desk', customers: 0 },
      { name: 'Field', customers: 3, revenue: 800 },
    ])
  })

  test('is one append, and twice adds nothing twice', async () => {
    sheet.book.calls.splice(0)
    expect((await cascade()).written).toBe(2)
    const goalsTab = sheet.book.sheets.find(({ name }) => name === 'Goals')
    const writes = sheet.book.calls.filter(
      ({ method, params }) => method === 'setValues' && (params as { sheetId: string }).sheetId === goalsTab?.id,
    )
    expect(writes).toHaveLength(1)
    expect(await cascade()).toEqual({ written: 0, action: 'hand-on 1' })
    expect(column('Goal ID')).toEqual(['G1', 'G1/person/Ann', 'G1/person/Bob'])
    expect(column('Owner')).toEqual(['Ann', 'Ann', 'Bob'])
    expect(column('Weight')).toEqual(['', 400, 600])
    await update()
    expect(column('Progress')).toEqual([0.6, 0.75, 0.5].map((value) => expect.closeTo(value, 9)))
  })

  test('must add up to the target, but where each gets the same', async () => {
    const lines = [
      { subject: 'Ann', target: 400, baseline: null },
      { subject: 'Bob', target: 599.99, baseline: null },
    ]
    await expect(cascade({ lines })).rejects.toThrow('The parts add up to 999.99, but the goal')
    await expect(cascade({ lines: [{ ...lines[0], target: null }] })).rejects.toThrow('The part of Ann has no target')
    const over = [
      { ...lines[0], target: 1200 },
      { ...lines[1], target: -200 },
    ]
    await expect(cascade({ lines: over })).rejects.toThrow('The part of Bob would be -200')
    expect(column('Goal ID')).toEqual(['G1'])
    expect((await cascade({ lines, way: 'same' })).written).toBe(2)
    expect(column('Weight')).toEqual(['', 1, 1])
  })

  test('is taken back, but for parts that somebody changed or gave parts of their own', async () => {
    const { action } = await cascade()
    await update()
    sheet.sort('Goals', 'Goal ID', { descending: true })
    sheet.type('Goals', 2, 7, 650)
    expect(await sheet.call('undoGoalCascade', action)).toEqual({ removed: 1, left: 1 })
    expect(column('Goal ID')).toEqual(['G1/person/Bob', 'G1'])
    expect(await sheet.call('undoGoalCascade', action)).toEqual({ removed: 0, left: 1 })
    expect(sheet.column('Change history', 'Action')).toEqual(['Hand on', 'Hand on', 'Undo'])
  })
})

test('a measure’s past: what it is now, and the months that are over', async () => {
  const asked = { measure: 'revenue', subjectKind: 'person', subject: 'Bob', start: iso(-50), due: iso(50) }
  expect(await sheet.call('goalMeasurePast', asked)).toMatchObject({ now: 150, asOf: iso(-51), problem: '' })
  const level = { ...asked, measure: 'customers', subjectKind: '', subject: '' }
  expect(await sheet.call('goalMeasurePast', level)).toMatchObject({ now: 3, months: [] })
})

test('goals of a team’s own tab from before, in Chinese, are read', async () => {
  const own: Cell[][] = [
    [
      '目标编号',
      '上级目标',
      '目标',
      '负责人',
      '权重',
      '基线',
      '目标值',
      '实际值',
      '开始',
      '截止',
      '指标',
      '对象类型',
      '对象',
    ],
    ['M1', '', '销售额达到1000', '安', '', '', 1000, '', cell(-50), cell(50), '销售额', '客户等级', 'A'],
  ]
  const chinese = await sheetHarness({ tabs: { Customers: customers, Orders: orders, 目标: own }, language: 'zh-CN' })
  expect(await chinese.call('updateGoalProgress')).toMatchObject({ measured: 1, problems: [] })
  expect(chinese.column('目标', '实际值')).toEqual([400])
  expect(chinese.column('目标', '目标状态')).toEqual(['落后'])
})

test('a goal stands on the KPI sheet with the progress of its parts', async () => {
  await save()
  await cascade()
  await update()
  await sheet.call('buildKpiSheet', {
    ...{ customers: 'Customers', orders: 'Orders', survey: '', surveyTitle: '', tiles: ['goal:G1'], tables: [] },
    ...{ period: 'YEAR_TO_DAY', language: 'en', trend: '', mode: 'values' },
  })
  const cells = sheet.table('KPI sheet').flat()
  expect(cells).toContain('Raise revenue to 1,000')
  expect(cells).toContainEqual(expect.closeTo(0.6, 9))
})

test('a statistic of one’s own is a measure, also of a person and of a team', async () => {
  const where = { every: 'all', of: [{ field: 'tier', operator: 'is', text: 'A' }] }
  const definition = { module: 'customers', where, measure: { kind: 'count' } }
  const { id } = await sheet.call<{ id: string }>('saveStatistic', {
    id: '',
    version: 0,
    name: 'A customers',
    definition,
  })
  const own = { measure: `own:${id}`, baseline: 0, target: 4 }
  await save(own)
  await save({ ...own, subjectKind: 'person', subject: 'Bob' })
  await save({ ...own, subjectKind: 'team', subject: 'Field' })
  await save({ ...own, measure: 'own:none' })
  const { problems } = await update()
  expect(column('Actual')).toEqual([2, 1, 2, ''])
  expect(problems).toEqual([expect.stringMatching(/^G4: /)])
  expect((await setup()).measures.find((one) => one.id === own.measure)?.label).toBe('A customers')
})

test('a measure of the complaint desk is counted over the goal’s days, as a whole and by tier', async () => {
  const backend = await startBackend({ dir: ':memory:', port: 0 })
  opened.push(backend)
  sheet = await sheetHarness({ tabs: { Customers: customers, Orders: orders }, backend })
  await sheet.call('connectWorkspace', 'Key accounts', 'operation-1')
  await sheet.call('syncCustomerPage', 'Customers', 0)
  for (const [customerId, at] of [
    ['c1', 1],
    ['c2', 2],
    ['c3', 3],
  ] as const) {
    const told = { kind: 'complaint', channel: 'phone', category: '', severity: 'low', wantedOutcome: '' }
    await sheet.call('logComplaint', { ...told, customerId, description: 'Late' }, `complaint-${at}`)
  }
  const fewer = { measure: 'complaints_new', baseline: 20, target: 10 }
  await save(fewer)
  await save({ ...fewer, subjectKind: 'tier', subject: 'A' })
  await save({ ...fewer, start: iso(-80), due: iso(-30) })
  await save({ ...fewer, subjectKind: 'segment', subject: 'North', start: iso(-80), due: iso(-30) })
  await save({ ...fewer, subjectKind: 'segment', subject: 'Nowhere' })
  const { problems, measured } = await update()
  expect([measured, problems]).toEqual([4, [expect.stringContaining('G5')]])
  expect(column('Actual')).toEqual([3, 2, 0, 0, ''])
  expect(column('Status')).toEqual(['On track', 'On track', 'Achieved', 'Achieved', ''])
})
