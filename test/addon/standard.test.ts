import { describe, expect, test } from 'vitest'
import type { AppliedStandard } from '../../addon/standard/apply-standard.ts'
import type { TierPreview } from '../../addon/standard/preview-standard.ts'
import type { ScoreBasis } from '../../addon/standard/score-basis.ts'
import type { ScoreSetup } from '../../addon/standard/standard-setup.ts'
import type { WhyTier } from '../../addon/standard/why-tier.ts'
import type { Standard } from '../../core/standard/standard.ts'
import { standardScores } from '../../core/standard/standard-scores.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

/** 2026-06-01, as cells hold it. */
const JUNE = 46174
const day = (serial: number): Cell => ({ date: serial })

/** Ten customers; C1 ordered most and last, C10 least and first. */
const tabs = (): Record<string, Cell[][]> => ({
  Customers: [
    ['Customer ID', 'Name', 'Visits', 'Revenue', 'Created'],
    ...Array.from({ length: 10 }, (_, at): Cell[] => [
      `C${at + 1}`,
      `Firm ${at + 1}`,
      at === 9 ? '' : 10 + at,
      1000 - at,
      day(JUNE - 900),
    ]),
  ],
  Orders: [
    ['Order ID', 'Customer ID', 'Order date', 'Amount', 'Product', 'Due date', 'Paid date'],
    ...Array.from({ length: 10 }, (_, at): Cell[][] => {
      const order = (n: number): Cell[] => [
        `O${at}-${n}`,
        `C${at + 1}`,
        day(JUNE - 10 * at - n),
        100 - at,
        n % 2 ? 'Pump' : 'Valve',
        day(JUNE + 20 - 10 * at - n),
        day(JUNE + at - 10 * at - n),
      ]
      return Array.from({ length: 10 - at }, (_, n) => order(n))
    }).flat(),
  ],
  Interactions: [
    ['Interaction ID', 'Customer ID', 'Contact date', 'Purpose'],
    ['I1', 'C2', day(JUNE - 3), 'Service'],
    ['I2', 'C2', day(JUNE - 400), 'Service'],
    ['I3', 'C3', day(JUNE - 5), 'Offer'],
  ],
})

const setUp = (sheet: SheetHarness) => sheet.call<ScoreSetup>('scoreSetup')
const apply = (sheet: SheetHarness, standard: Standard) => sheet.call<AppliedStandard>('applyTiers', standard)
const tierOf = (sheet: SheetHarness, header = 'Tier') => {
  const cells = sheet.column('Customers', header)
  return Object.fromEntries(sheet.column('Customers', 'Customer ID').map((id, row) => [String(id), cells[row]]))
}
const weighed = (standard: Standard, weights: number[]): Standard => ({
  ...standard,
  indicators: standard.indicators.map((each, at) => ({ ...each, weight: weights[at] as number })),
})

describe('a standard from the first proposal to its versions', () => {
  test('the proposal scores at once, and the tab tells what was applied, by whom', async () => {
    const sheet = await sheetHarness({ tabs: tabs() })
    const { standard, standards, indicators } = await setUp(sheet)
    expect(standards).toEqual([])
    expect(standard.indicators.map(({ key }) => key)).toEqual(['orders:recency', 'orders:frequency', 'orders:monetary'])
    expect(indicators.filter(({ sameAs }) => sameAs)).toMatchObject([
      { key: 'column:Revenue', sameAs: 'Total of orders' },
    ])
    expect(indicators.at(-1)).toMatchObject({ key: 'field:created', group: 'dates' })
    expect(await sheet.call('previewTiers', standard)).toMatchObject({ first: 10, up: 0, down: 0, asOf: '2026-06-02' })
    expect(sheet.tabNames()).not.toContain('Standards')

    const applied = await apply(sheet, standard)
    const all = { done: 10, total: 10, next: null, up: 0, down: 0, first: 10 }
    expect(applied).toEqual({ sheet: 'Customers', version: 1, customers: 10, ...all })
    expect(sheet.column('Customers', 'Tier').join('')).toBe('AAABBBCCCC')
    expect(sheet.column('Standards', 'Taken from')).toEqual([
      ...['orders:recency', 'orders:frequency', 'orders:monetary', '', '', '', '', ''],
    ])
    expect(new Set(sheet.column('Standards', 'Saved by'))).toEqual(new Set(['ann@example.com']))
  })

  test('applied again unchanged it stays one version; changed it becomes the next, with what differs', async () => {
    const sheet = await sheetHarness({ tabs: tabs() })
    const { standard } = await setUp(sheet)
    await apply(sheet, standard)
    expect((await apply(sheet, (await setUp(sheet)).standard)).version).toBe(1)
    expect(await apply(sheet, weighed((await setUp(sheet)).standard, [0, 0, 40]))).toMatchObject({ version: 2 })
    const [kept] = (await setUp(sheet)).standards
    expect(kept?.versions.map(({ standard: { version }, changes }) => [version, changes.length])).toEqual([
      [1, 0],
      [2, 2],
    ])
    expect(kept?.versions[1]?.changes[0]).toMatchObject({ what: 'weight', before: 30, after: 0 })
    expect(sheet.column('Standards', 'Version').filter((version) => version === 2)).toHaveLength(8)
  })

  test('edited in the tab, the next run is a new version and the sealed rows are put back', async () => {
    const sheet = await sheetHarness({ tabs: tabs() })
    await apply(sheet, (await setUp(sheet)).standard)
    const before = sheet.table('Standards')
    const weight = (before[0] ?? []).indexOf('Weight') + 1
    sheet.type('Standards', 2, weight, 90)
    sheet.deleteRows('Standards', 3)
    const { standards, standard } = await setUp(sheet)
    expect(standards[0]?.edited).toMatchObject([
      { what: 'weight', before: 30, after: 90 },
      { what: 'removed', name: 'Number of orders' },
    ])
    expect((await apply(sheet, standard)).version).toBe(2)
    const rows = sheet.table('Standards').slice(1)
    const version = (before[0] ?? []).indexOf('Version')
    const own = (wanted: number) => rows.filter((row) => row[version] === wanted)
    const sorted = (list: Cell[][]) => list.map((row) => JSON.stringify(row)).sort()
    expect(sorted(own(1))).toEqual(sorted(before.slice(1)))
    expect(own(2)).toHaveLength(7)
    expect((await setUp(sheet)).standards[0]?.edited).toEqual([])
  })

  test('one written in the tab by hand, in Chinese, is applied as it stands', async () => {
    const sheet = await sheetHarness({ tabs: tabs() })
    await apply(sheet, (await setUp(sheet)).standard)
    const header = sheet.table('Standards')[0] ?? []
    const write = (cells: Record<string, Cell>) =>
      sheet.append(
        'Standards',
        header.map((name) => cells[String(name)] ?? ''),
      )
    write({ Standard: '走访', Version: 1, Part: '评价指标', Name: 'Visits', 'Taken from': 'column:Visits' })
    write({ Standard: '走访', Version: 1, Part: '客户等级', Name: '重点', From: 50 })
    write({ Standard: '走访', Version: 1, Part: '客户等级', Name: '一般' })
    const { standards } = await setUp(sheet)
    const own = standards.find(({ current }) => current.name === '走访')
    expect(await apply(sheet, own?.current as Standard)).toMatchObject({ version: 1, customers: 9, first: 9 })
    expect(sheet.table('Customers')[0]?.slice(-4)).toEqual(['Score', 'Tier', 'Score (走访)', 'Tier (走访)'])
    expect(tierOf(sheet, 'Tier (走访)')).toMatchObject({ C1: '一般', C9: '重点', C10: '' })
    expect(tierOf(sheet)).toMatchObject({ C1: 'A', C10: 'C' })
  })

  test('a row of the tab that cannot be read is named', async () => {
    const sheet = await sheetHarness({ tabs: tabs() })
    await apply(sheet, (await setUp(sheet)).standard)
    sheet.type('Standards', 4, (sheet.table('Standards')[0] ?? []).indexOf('Weight') + 1, 'a lot')
    await expect(setUp(sheet)).rejects.toThrow('"a lot" in row 4 of the tab of standards is not a number.')
  })
})

describe('whatever is done to the tabs', () => {
  test('scores find their rows and columns again', async () => {
    const sheet = await sheetHarness({ tabs: tabs() })
    const { standard } = await setUp(sheet)
    await apply(sheet, standard)
    const before = tierOf(sheet)
    sheet.sort('Customers', 'Revenue')
    sheet.insertColumn('Customers', 1)
    sheet.renameHeader('Customers', 'Tier', 'Class')
    sheet.moveColumn('Orders', 'Amount', 1)
    sheet.renameTab('Orders', 'Sales')
    sheet.sort('Standards', 'Part')
    const next = await setUp(sheet)
    expect(next.standards[0]?.edited).toEqual([])
    expect(await apply(sheet, next.standard)).toMatchObject({ version: 1, up: 0, down: 0, first: 0 })
    expect(tierOf(sheet, 'Class')).toEqual(before)
    expect(sheet.table('Customers')[0]?.filter((header) => header === 'Tier')).toEqual([])
  })

  test('a run that was cut short is mended by the next, wherever it was cut', async () => {
    const begun = async () => {
      const sheet = await sheetHarness({ tabs: tabs() })
      const { standard } = await setUp(sheet)
      await apply(sheet, standard)
      return { sheet, changed: weighed(standard, [90, 5, 5]) }
    }
    const told = (sheet: SheetHarness) => [
      ...['Tier', 'Score'].map((header) => sheet.column('Customers', header)),
      ...['Version', 'Name', 'Weight'].map((header) => sheet.column('Standards', header)),
      ...['Customer ID', 'To tier'].map((header) => sheet.column('Tier history', header)),
    ]
    const whole = await begun()
    await apply(whole.sheet, whole.changed)
    for (const writes of [0, 2, 5]) {
      const { sheet, changed } = await begun()
      sheet.killAfter(writes)
      await expect(apply(sheet, changed)).rejects.toThrow()
      sheet.revive()
      expect((await apply(sheet, changed)).version).toBe(2)
      expect(told(sheet)).toEqual(told(whole.sheet))
    }
  })
})

test('what others put into Score and Tier is overwritten only with a yes, and asked about once', async () => {
  const given = tabs()
  given.Customers = given.Customers!.map((row, at) => [
    ...row,
    at ? 'Hot' : 'Customer level',
    at === 1 ? 7 : at ? '' : 'Score',
  ])
  const sheet = await sheetHarness({ tabs: given })
  const { standard } = await setUp(sheet)
  const { foreign } = await sheet.call<ScoreBasis>('scoreBasis', standard)
  expect(foreign).toEqual([
    { header: 'Score', cells: 1 },
    { header: 'Customer level', cells: 10 },
  ])
  await expect(apply(sheet, standard)).rejects.toThrow('The column "Score" holds something else in 1 cell.')
  expect([sheet.table('Customers'), sheet.tabNames()]).toEqual([given.Customers, Object.keys(given)])
  await sheet.call('applyTiers', standard, true)
  expect(tierOf(sheet, 'Customer level')).toMatchObject({ C1: 'A', C10: 'C' })
  expect((await sheet.call<ScoreBasis>('scoreBasis', standard)).foreign).toEqual([])
  await apply(sheet, standard)
})

describe('indicators', () => {
  const only = (standard: Standard, ...keys: string[]): Standard => ({
    ...standard,
    indicators: keys.map((key) => ({ key, label: key, direction: 1, weight: 1 })),
  })
  const basis = async (keys: string[]) => {
    const sheet = await sheetHarness({ tabs: tabs() })
    return sheet.call<ScoreBasis>('scoreBasis', only((await setUp(sheet)).standard, ...keys))
  }

  test('are read from every tab, once each', async () => {
    const keys = ['orders:products', 'orders:collectDays', 'contacts:contacts', 'contacts:service', 'column:Visits']
    const { columns, ids, names, asOf } = await basis(keys)
    expect([ids[0], names[0], asOf]).toEqual(['C1', 'Firm 1', '2026-06-02'])
    expect(columns['orders:products']).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 1])
    expect(columns['orders:collectDays']).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(columns['contacts:contacts']).toEqual([0, 1, 1, 0, 0, 0, 0, 0, 0, 0])
    expect(columns['contacts:service']).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(columns['column:Visits']).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, null])
  })

  test('of one product see its orders alone', async () => {
    const sheet = await sheetHarness({ tabs: tabs() })
    const { standard } = await setUp(sheet)
    const pumps = { ...only(standard, 'orders:frequency'), product: 'pump' }
    const { columns } = await sheet.call<ScoreBasis>('scoreBasis', pumps)
    expect(columns['orders:frequency']).toEqual([5, 4, 4, 3, 3, 2, 2, 1, 1, null])
  })

  test('leave out rows dated after today, and name them', async () => {
    const sheet = await sheetHarness({ tabs: tabs() })
    const { standard } = await setUp(sheet)
    const before = await sheet.call<TierPreview>('previewTiers', standard)
    sheet.append('Orders', ['X', 'C10', day(80000), 1e6])
    const after = await sheet.call<TierPreview>('previewTiers', standard)
    const ahead = [{ tab: 'Orders', count: 1, row: 57, customer: 'C10', day: '2119-01-11' }]
    expect(after).toEqual({ ...before, slips: { ...before.slips, ahead } })
  })

  test('the form counts what the script counts', async () => {
    const sheet = await sheetHarness({ tabs: tabs() })
    const { standard } = await setUp(sheet)
    const mixed = { ...standard, indicators: [...standard.indicators, ...only(standard, 'column:Visits').indicators] }
    const { columns } = await sheet.call<ScoreBasis>('scoreBasis', mixed)
    const inForm = standardScores(mixed, (key) => (columns[key] ?? []).map((cell) => cell ?? undefined))
    await apply(sheet, mixed)
    expect(sheet.column('Customers', 'Tier')).toEqual(inForm.tiers)
    expect(sheet.column('Customers', 'Score')).toEqual(inForm.scores)
  })
})

describe('one clear sentence, and nothing written, where', () => {
  test.each<[string, (sheet: SheetHarness) => void, string]>([
    [
      'a customer stands twice',
      (sheet) => sheet.type('Customers', 5, 1, 'C1'),
      'The tab "Customers" has customer C1 in rows 2, 5. Keep one of them.',
    ],
    [
      'an order has no date',
      (sheet) => sheet.type('Orders', 7, 3, 'soon'),
      '"soon" in row 7 of Orders, Order date is not a date. Use dates or 2024-12-31.',
    ],
    [
      'an order has no customer',
      (sheet) => sheet.type('Orders', 7, 2, ''),
      'Orders, Customer ID has nothing in row 7. Fill it in, or clear the whole row.',
    ],
    [
      'a word is among numbers',
      (sheet) => sheet.type('Customers', 6, 3, 'many'),
      '"many" in row 6 of Customers, Visits is not a number. Enter it as a number.',
    ],
    ['the tab of orders is gone', (sheet) => sheet.renameHeader('Orders', 'Amount', '?'), 'Orders'],
    [
      'an indicator’s column is gone',
      (sheet) => sheet.deleteColumn('Customers', 'Visits'),
      'The tabs hold nothing any more for the indicator "Visits".',
    ],
  ])('%s', async (_, spoil, sentence) => {
    const sheet = await sheetHarness({ tabs: tabs() })
    const { standard, indicators } = await setUp(sheet)
    const visits = indicators.filter(({ key }) => key === 'column:Visits')
    const withVisits = {
      ...standard,
      indicators: [
        ...standard.indicators,
        ...visits.map(({ key, label, direction }) => ({ key, label, direction, weight: 1 })),
      ],
    }
    spoil(sheet)
    const before = sheet.tabNames()
    await expect(apply(sheet, withVisits)).rejects.toThrow(sentence)
    expect(sheet.tabNames()).toEqual(before)
    expect(sheet.table('Customers')[0]).not.toContain('Score')
  })
})

test('why: of the selected row, or of a customer by id', async () => {
  const sheet = await sheetHarness({ tabs: tabs() })
  await apply(sheet, (await setUp(sheet)).standard)
  await sheet.select('Customers', 5)
  const why = await sheet.call<WhyTier>('whyTier')
  expect(why).toMatchObject({
    customerId: 'C4',
    tier: 'B',
    version: 1,
    next: { label: 'A', from: 70 },
    asOf: '2026-06-02',
  })
  expect(why.score).toBeCloseTo(sheet.column('Customers', 'Score')[3] as number, 9)
  expect(why.indicators.map(({ key, value }) => [key, value])).toEqual([
    ['orders:recency', 31],
    ['orders:frequency', 7],
    ['orders:monetary', 679],
  ])
  expect(await sheet.call('whyTier', 'C1', 'Customer value')).toMatchObject({ tier: 'A', rank: { place: 1, of: 10 } })
  await expect(sheet.call('whyTier', 'C99')).rejects.toThrow('Customer C99 is not in the tab "Customers".')
  await expect(sheet.call('whyTier', 'C1', 'None')).rejects.toThrow('There is no standard "None".')
})

test('on a timer every standard that was applied is applied again, one trigger for all', async () => {
  const sheet = await sheetHarness({ tabs: tabs() })
  const { standard } = await setUp(sheet)
  await apply(sheet, standard)
  await apply(sheet, { ...standard, name: 'Second', version: 0, cut: 'SHARE' })
  expect(await sheet.call('setScoreTimer', 'weekly')).toBe('weekly')
  expect(await sheet.call('setScoreTimer', 'daily')).toBe('daily')
  expect((await setUp(sheet)).timer).toBe('daily')
  sheet.append('Orders', ['X', 'C10', day(JUNE), 5000])
  await sheet.call('applyStandardsOnTime')
  expect(tierOf(sheet)).not.toMatchObject({ C10: 'C' })
  expect(tierOf(sheet, 'Tier (Second)')).toMatchObject({ C10: expect.stringMatching(/[AB]/) })
  expect(await sheet.call('setScoreTimer', 'off')).toBe('off')
  expect((await setUp(sheet)).timer).toBe('off')
})

test('in Chinese the tab and the columns are Chinese', async () => {
  const sheet = await sheetHarness({ tabs: tabs(), language: 'zh-CN' })
  const { standard } = await setUp(sheet)
  expect(standard.name).toBe('客户价值')
  await apply(sheet, standard)
  expect(sheet.tabNames()).toContain('评价标准')
  expect(sheet.table('Customers')[0]?.slice(-2)).toEqual(['评分', '客户等级'])
})

test('a formula in the column of scores stops the run before anything is kept of it', async () => {
  const given = tabs()
  given.Customers!.forEach((row, at) => {
    row.push(at === 0 ? 'Score' : at === 3 ? '=TS_SCORE(C4)' : '')
  })
  const sheet = await sheetHarness({ tabs: given })
  const { proposal } = await setUp(sheet)
  await expect(sheet.call('applyTiers', proposal, true)).rejects.toThrow('Row 4 of the column "Score" holds a formula')
  expect(sheet.tabNames()).toEqual(Object.keys(given))
  expect(sheet.table('Customers')).toEqual(given.Customers)
})

test('rows with a name and without an id are left out, and the form is told how many', async () => {
  const given = tabs()
  given.Customers!.push(['', 'No number', '', '', ''], ['', '', '', '', ''], ['', 'Nor this', 5, '', ''])
  const sheet = await sheetHarness({ tabs: given })
  const { proposal } = await setUp(sheet)
  expect(await sheet.call('scoreBasis', proposal)).toMatchObject({ slips: { withoutId: 2 } })
})

test('products to limit a standard to are those of the orders, once each; too many are typed', async () => {
  const sheet = await sheetHarness({ tabs: tabs() })
  sheet.append('Orders', ['O', 'C1', day(JUNE), 5, ' pump'])
  expect(await sheet.call('orderProducts')).toEqual(['Pump', 'Valve'])
  for (let at = 0; at < 50; at++) sheet.append('Orders', [`P${at}`, 'C1', day(JUNE), 5, `Part ${at}`])
  expect(await sheet.call('orderProducts')).toEqual([])
})
