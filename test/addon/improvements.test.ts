import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { EffectFound } from '../../addon/improvements/check-effect.ts'
import type { ImprovementsSetup } from '../../addon/improvements/improvements-setup.ts'
import type { SavedImprovement } from '../../addon/improvements/save-improvement.ts'
import { startBackend } from '../../local/backend.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { opened } from '../opened.ts'
import { importedAnswers } from './imported-answers.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const MS_PER_DAY = 86_400_000
const today = Math.floor(Date.now() / MS_PER_DAY)
const iso = (ahead: number) => new Date((today + ahead) * MS_PER_DAY).toISOString().slice(0, 10)
const cell = (ahead: number): Cell => ({ date: 25_569 + today + ahead })

const customers: Cell[][] = [
  ['Customer ID', 'Name', 'Owner', 'Tier', 'Segment'],
  ['c1', 'Alba', 'Ann', 'A', 'North'],
  ['c2', 'Bo', 'Ann', 'B', 'South'],
]
/** Since ten days ago, and in the eleven days before: amounts of tier A 100, 120, 140 and 20, 30, 40. */
const orders: Cell[][] = [
  ['Order ID', 'Customer ID', 'Order date', 'Amount'],
  ...[20, 30, 40].map((amount, at): Cell[] => [`o${at}`, 'c1', cell(-15), amount]),
  ...[100, 120, 140].map((amount, at): Cell[] => [`p${at}`, 'c1', cell(-5), amount]),
  ['q1', 'c2', cell(-12), 500],
  ['q2', 'c2', cell(0), 500],
]
const action: SavedImprovement = {
  ...{ id: '', what: 'Answer within a day', who: 'Ann', until: iso(20), status: 'open' },
  ...{ customerId: '', side: '', review: '', figure: 'csat', by: '', group: '', began: iso(-10) },
  ...{ claim: 5, claimKind: 'points' },
}

let sheet: SheetHarness
const save = (part: Partial<SavedImprovement> = {}) => sheet.call<string>('saveImprovement', { ...action, ...part })
const check = (id: string, until = '') => sheet.call<EffectFound>('checkImprovement', id, until)
const setup = () => sheet.call<ImprovementsSetup>('improvementsSetup')
const column = (header: string) => sheet.column('Improvements', header)
const before = () => (sheet.table('Improvements')[0] ?? []).indexOf('Before') + 1

describe('an action', () => {
  beforeEach(async () => {
    sheet = await sheetHarness({ tabs: { Customers: customers, Orders: orders } })
  })

  test('is a row of the tab, which is made; a change goes into the row of its id and leaves what else it holds', async () => {
    expect(await save({ what: '=1+1' })).toBe('I1')
    expect(await save({ until: iso(-3), customerId: 'c1', side: 'theirs', review: iso(0) })).toBe('I2')
    expect(await save({ status: 'done', until: iso(-9), figure: '' })).toBe('I3')
    const { improvements, groups } = await setup()
    expect(improvements.map(({ id, daysOverdue, customer }) => [id, daysOverdue, customer])).toEqual([
      ['I2', 3, 'Alba'],
      ['I1', 0, ''],
      ['I3', 0, ''],
    ])
    expect(groups).toEqual({ tier: ['A', 'B'], owner: ['Ann'], segment: ['North', 'South'] })
    sheet.sort('Improvements', 'Improvement ID', { descending: true })
    sheet.type('Improvements', 3, before(), 7)
    const second = improvements[0] as SavedImprovement
    await save({ ...second, who: '', status: 'done' })
    expect(column('Status')).toEqual(['Done', 'Done', 'Open'])
    expect(column('Side')).toEqual(['', 'Theirs', ''])
    expect(column('Before')).toEqual(['', 7, ''])
    expect(column('Claimed change')).toEqual(['', 5, 5])
    await expect(save({ id: 'I9' })).rejects.toThrow('The action I9 is no longer')
    await expect(save({ customerId: 'c9' })).rejects.toThrow('The customer file has no customer c9')
  })

  test('of the team’s own tab, in Chinese, is read; rows without an id are told', async () => {
    const own: Cell[][] = [
      ['改进编号', '改进措施', '负责人', '截止日期', '措施状态', '责任方', '指标', '指标范围', '分组', '生效日期'],
      ['M1', '加快发货', '安', cell(-2), '', '客户方', '平均订单金额', '客户等级', 'A', cell(-10)],
      ['', '电话回访', '', '', '已完成', '', '', '', '', ''],
    ]
    sheet = await sheetHarness({ tabs: { Customers: customers, Orders: orders, 改进: own }, language: 'zh-CN' })
    expect((await setup()).improvements).toMatchObject([
      { id: 'M1', status: 'open', daysOverdue: 2, side: 'theirs', by: 'tier', group: 'A' },
      { id: '', status: 'done' },
    ])
  })
})

describe('a figure of the sheet', () => {
  beforeEach(async () => {
    sheet = await sheetHarness({ tabs: { Customers: customers, Orders: orders } })
  })

  test('that is a mean is compared by Welch’s test, of one tier alone, and written into the row of its id', async () => {
    await save({ what: 'Something else' })
    await save({ figure: 'average_order', by: 'tier', group: 'A', claim: 200, claimKind: 'relative' })
    sheet.sort('Improvements', 'Improvement ID', { descending: true })
    sheet.book.calls.splice(0)
    const found = await check('I2')
    // 30 and 120, s² = 100 and 400: t(2.94) · √(500/3) = 3.219 · 12.91 = 41.6 around 90
    expect(found).toMatchObject({ verdict: 'shown', claim: 'possible', figure: 'Average order (Tier A)' })
    expect(found.spans).toEqual({
      before: { from: iso(-21), to: iso(-11), figure: '30', n: 3 },
      after: { from: iso(-10), to: iso(0), figure: '120', n: 3 },
      ...{ change: '+90', low: '+48.4', high: '+131.6' },
    })
    expect(sheet.book.calls.filter(({ method }) => method === 'setValues')).toHaveLength(1)
    expect([column('Before'), column('After')]).toEqual([
      [30, ''],
      [120, ''],
    ])
    expect(column('Verdict')[0]).toBe(found.sentence)
    expect((await setup()).improvements.find(({ id }) => id === 'I2')).toMatchObject({ checked: iso(0) })
  })

  test('that only adds up is compared without a test; shares by their counts; to an end that is chosen', async () => {
    await save({ figure: 'revenue' })
    expect(await check('I1', iso(-1))).toMatchObject({
      ...{ verdict: 'untested', claim: null },
      sentence:
        'Not tested: Revenue fell from 590 to 360 (−230). This figure has no interval, so chance cannot be ruled out.',
      spans: { before: { from: iso(-20), to: iso(-11) }, after: { to: iso(-1) }, low: '' },
    })
    await save({ figure: 'repeat_rate' })
    expect(await check('I2')).toMatchObject({
      ...{ verdict: 'untested', claim: null },
      spans: { before: { figure: '50 %', n: 2 }, after: { figure: '100 %', n: 2 }, low: '' },
      sentence: expect.stringContaining('the same ones are on both sides and no test fits'),
    })
  })

  test('that is known only as it is now, says so and keeps what somebody noted as before', async () => {
    await save({ figure: 'customers', by: 'owner', group: 'Ann' })
    sheet.type('Improvements', 2, before(), 1)
    expect(await check('I1')).toMatchObject({ verdict: 'untested', spans: null })
    expect([column('Before'), column('After')]).toEqual([[1], [2]])
    expect(column('Verdict')).toEqual(['Not tested: Customers (Owner Ann) is known only as it is now, 2.'])
    const where = { every: 'all', of: [{ field: 'tier', operator: 'is', text: 'A' }] }
    const statistic = {
      id: '',
      version: 0,
      name: 'A customers',
      definition: { module: 'customers', where, measure: { kind: 'count' } },
    }
    const { id } = await sheet.call<{ id: string }>('saveStatistic', statistic)
    await save({ figure: `own:${id}` })
    expect((await check('I2')).sentence).toBe('Not tested: A customers is known only as it is now, 1.')
  })

  test('that cannot be compared leaves the row as it was and says why', async () => {
    await save({ figure: '' })
    await save({ figure: 'revenue', began: iso(3) })
    await save({ figure: 'average_order', by: 'tier', group: 'Z' })
    await save({ figure: 'happiness' })
    await save({ figure: 'csat' })
    await expect(check('I1')).rejects.toThrow('no figure, or no day')
    await expect(check('I2')).rejects.toThrow(`No day with data lies between ${iso(3)} and`)
    await expect(check('I3')).rejects.toThrow('no cases')
    await expect(check('I4')).rejects.toThrow('Nobody knows the figure happiness')
    await expect(check('I5')).rejects.toThrow('no workspace')
    await expect(check('I9')).rejects.toThrow('no longer')
    expect(column('Verdict')).toEqual(['', '', '', '', ''])
  })
})

describe('a figure of the backend', () => {
  beforeAll(async () => {
    const backend = await startBackend({ dir: ':memory:', port: 0 })
    opened.push(backend)
    const answers = (day: number, satisfied: number, n: number): Cell[][] =>
      Array.from({ length: n }, (_, at) => {
        const isGood = at < satisfied
        return [at % 2 ? 'c1' : 'c2', cell(day), isGood ? 10 : 3, isGood ? 5 : 2, at % 2 ? 'A' : 'B']
      })
    const Answers = [
      ['Customer ID', 'Date', 'NPS', 'Product quality', 'Tier'],
      ...[...answers(-12, 200, 260), ...answers(-2, 240, 280)],
    ]
    sheet = await sheetHarness({ tabs: { Customers: customers, Orders: orders, Answers }, backend })
    await sheet.call('connectWorkspace', 'Team', 'connect')
    await sheet.call('syncCustomerPage', 'Customers', 0)
    const { surveyId } = await sheet.call<{ surveyId: string }>('createSurvey', 'Spring', 'create')
    await importedAnswers(sheet.call, surveyId, 'Answers')
  })

  test('is shown to have risen, while a rise by 5 points is only possible, as worked by hand', async () => {
    await save()
    const found = await check('I1')
    expect(found.sentence).toBe(
      'Shown: Satisfaction (CSAT) rose from 76.9 % to 85.7 % (+8.8 percentage points). ' +
        '95 % interval of the change: +2.2 percentage points to +15.4 percentage points. ' +
        'Chance alone hardly brings this. At least +5 percentage points, as claimed: possible, but not shown.',
    )
    expect(found.spans).toMatchObject({ before: { n: 260 }, after: { n: 280 } })
    expect(column('Before')).toEqual([expect.closeTo(200 / 260, 9)])
    await save({ claim: 2, what: 'Less claimed' })
    await save({ claim: 25, claimKind: 'relative', what: 'More claimed' })
    expect([(await check('I2')).claim, (await check('I3')).claim]).toEqual(['shown', 'refuted'])
  })

  test('of NPS has limits too, as a whole and by tier', async () => {
    const id = await save({ figure: 'nps', by: 'tier', group: 'A', claim: null })
    // 100 promoters of 130, then 120 of 140
    expect(await check(id)).toMatchObject({ spans: { before: { figure: '53.8 points', n: 130 } }, claim: null })
    const none = await save({ figure: 'nps', by: 'tier', group: 'Z' })
    await expect(check(none)).rejects.toThrow('no cases')
  })

  test('of complaints is counted over both spans; a rate without cases is told', async () => {
    const told = { kind: 'complaint', channel: 'phone', category: '', severity: 'low', wantedOutcome: '' }
    await sheet.call('logComplaint', { ...told, customerId: 'c1', description: 'Late' }, 'complaint-1')
    const id = await save({ figure: 'complaints_new', claim: null })
    expect(await check(id)).toMatchObject({
      ...{ verdict: 'untested', spans: { before: { figure: '0' }, after: { figure: '1' } } },
    })
    const rate = await save({ figure: 'complaints_on_time' })
    await expect(check(rate)).rejects.toThrow('no cases')
  })
})
