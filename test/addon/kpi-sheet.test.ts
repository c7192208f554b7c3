import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { KpiSetup } from '../../addon/kpi/kpi-setup.ts'
import { en } from '../../core/messages/en.ts'
import { zhCN } from '../../core/messages/zh-cn.ts'
import { type RunningBackend, startBackend } from '../../local/backend.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { importedAnswers } from './imported-answers.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const words = en.kpi.sheet
const day = (text: string): Cell => ({ date: Date.parse(text) / 86_400_000 + 25_569 })
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
const Customers: Cell[][] = [
  ['Customer ID', 'Name', 'Tier', 'Owner', 'Segment'],
  ['C1', 'Northwind', 'A', 'Ann', 'North'],
  ['C2', 'Kestrel', 'B', 'Bob', 'South'],
  ['C3', '=Alder', '=HYPERLINK("x")', '', 'South'],
]
const Orders: Cell[][] = [
  ['Order ID', 'Customer ID', 'Order date', 'Amount'],
  ['O1', 'C1', day('2024-03-01'), 100],
  ['O2', 'C1', day('2025-12-01'), 300],
  ['O3', 'C2', day('2026-01-05'), 50],
]
const plan = { customers: 'Customers', orders: 'Orders', survey: '' }
const TAB = 'KPI sheet'

const book = (more: object = {}) => sheetHarness({ tabs: { Customers, Orders }, ...more })
const row = (sheet: SheetHarness, label: string) => sheet.table(TAB).findIndex((cells) => cells.includes(label))
/** The cell that stands so many rows under a label. */
function under(sheet: SheetHarness, label: string, down = 1): Cell | undefined {
  const at = row(sheet, label)
  return sheet.table(TAB)[at + down]?.[sheet.table(TAB)[at]?.indexOf(label) ?? -1]
}
const history = (sheet: SheetHarness, kpi: string) => sheet.table('KPI history').filter((cells) => cells[1] === kpi)
const problem = (sheet: SheetHarness) => sheet.table(TAB)[5]?.[0]
/** What the trigger does: Google tells the function which trigger it is. */
const onTime = async (sheet: SheetHarness, triggerUid = sheet.triggers()[0]?.id) =>
  sheet.call('refreshKpiSheetOnTime', { triggerUid })

describe('the sheet', () => {
  let sheet: SheetHarness
  beforeAll(async () => {
    sheet = await book()
    await sheet.call('buildKpiSheet', plan)
  })

  test('shows each tile with its change in words, and where no text runs', () => {
    expect(under(sheet, 'Customers')).toBe(3)
    expect(under(sheet, 'Revenue')).toBe(350)
    expect(under(sheet, 'Revenue', 2)).toBe('▲ up 250 %, better')
    expect(under(sheet, 'Repeat-purchase rate', 3)).toBe('n 2, 95 %: 9.5 % to 90.5 %')
    expect(sheet.table(TAB).flat()).toContain('=HYPERLINK("x")')
    const { id } = sheet.book.sheets.find(({ name }) => name === TAB)!
    return sheet.book.call('formulas', { sheetId: id, row: 1, column: 1, rows: 200, columns: 5 }).then((formulas) => {
      expect(formulas.flat().filter((text) => text !== '' && !text.startsWith('=HYPERLINK("x")'))).toEqual([])
    })
  })

  test('tells as of when, by whom, up to which order', () => {
    const [title, asOf, period, by, orders] = sheet.table(TAB)
    expect(title?.[0]).toBe('KPI sheet')
    expect(asOf?.[0]).toBe(words.asOf)
    expect(asOf?.[1]).toEqual({ date: expect.closeTo(Date.now() / 86_400_000 + 25_569, 1) })
    expect(asOf?.[2]).toBe(words.onDemand)
    expect(period?.[1]).toBe('365 days up to 2026-01-05')
    expect(by?.[1]).toBe(words.onDemandBy('ann@example.com'))
    expect(orders?.slice(0, 2)).toEqual([words.orders, '2026-01-05'])
  })

  test('has tables by tier and owner, and charts beside each other over its own columns alone', () => {
    const at = row(sheet, 'Figures by tier')
    expect(sheet.table(TAB)[at + 2]?.slice(0, 4)).toEqual(['=HYPERLINK("x")', 1, 0, 0])
    expect(sheet.table(TAB)[at + 3]?.slice(0, 4)).toEqual(['A', 1, 1, 300])
    const charts = sheet.book.sheets.find(({ name }) => name === TAB)!.charts
    expect(charts.map(({ title, type }) => `${type} ${title}`)).toEqual([
      'PIE Customers by tier',
      'PIE Customers by owner',
      'COLUMN Revenue by month',
      'LINE Retention rate by month',
    ])
    const revenue = charts[2]!.ranges[0]!
    expect(sheet.table(TAB)[revenue.row - 1]?.slice(0, 2)).toEqual(['Month', 'Revenue'])
    expect([revenue.rows, revenue.columns]).toEqual([13, 2])
    expect(charts.every(({ column, width }) => (column - 1) * 190 + width <= 950)).toBe(true)
  })

  test('a refresh reads each table once, writes values once, and gives nothing a look', async () => {
    await sheet.call('refreshKpiSheet')
    sheet.operations()
    await sheet.call('refreshKpiSheet')
    expect(sheet.wholeReads()).toEqual({ Customers: 1, Orders: 1, 'KPI history': 1 })
    const kpi = sheet.book.sheets.find(({ name }) => name === TAB)!
    const writes = sheet.book.calls.filter(({ params }) => (params as { sheetId?: string }).sheetId === kpi.id)
    expect(writes.map(({ method }) => method)).toEqual(['setNumberFormats', 'setValues'])
  })

  test('in the other language the whole sheet is in it', async () => {
    const other = await book()
    await other.call('buildKpiSheet', { ...plan, language: 'zh-CN', period: 'MONTH' })
    const texts = other
      .table('KPI看板')
      .flat()
      .filter((cell): cell is string => typeof cell === 'string')
    const known = ['Ann', 'Bob', 'ann@example.com', '=HYPERLINK("x")', 'KPI', 'A', 'B']
    expect(texts.filter((text) => /[a-z]{3,}/i.test(text) && !known.some((one) => text.includes(one)))).toEqual([])
    expect(texts).toContain(zhCN.kpi.sheet.asOf)
    expect(other.table('KPI看板')[2]?.[1]).toBe(zhCN.kpiPeriods.month({ year: 2026, month: 1, until: 5 }))
  })

  test('a plan without tiles, or with more than forty, is refused', async () => {
    await expect(sheet.call('buildKpiSheet', { ...plan, tiles: ['unheard-of'] })).rejects.toThrow(en.errors.noTiles())
    const tiles = Array.from({ length: 41 }, (_, at) => `own:${at}`)
    await expect(sheet.call('buildKpiSheet', { ...plan, tiles })).rejects.toThrow('40 tiles at most')
  })

  test('live formulas stand where there is one for the KPI, values elsewhere', async () => {
    const other = await book()
    await other.call('buildKpiSheet', { ...plan, mode: 'formulas' })
    expect(under(other, 'Customers')).toBe('=IFERROR(ROWS(UNIQUE(FILTER(Customers!A2:A, Customers!A2:A<>""))), 0)')
    expect(under(other, 'Revenue')).toBe('=SUMIFS(Orders!D2:D, Orders!C2:C, ">="&DATE(2025, 1, 6))')
    expect(under(other, 'Revenue', 3)).toBe(words.live)
    expect(under(other, 'Active customers')).toBe(2)
  })
})

describe('what people do to the sheet', () => {
  let sheet: SheetHarness
  const styled = () => sheet.book.sheets.find(({ name }) => name === TAB)!.styles.length
  beforeEach(async () => {
    sheet = await book()
    await sheet.call('buildKpiSheet', plan)
  })

  test('columns, texts beside and below, and notes stay where they are', async () => {
    const last = sheet.table(TAB).length
    sheet.type(TAB, 9, 7, 'beside')
    sheet.type(TAB, last + 3, 1, 'below')
    const { id } = sheet.book.sheets.find(({ name }) => name === TAB)!
    const cell = { sheetId: id, row: 9, column: 1, rows: 1, columns: 1 }
    await sheet.book.call('setNotes', { ...cell, notes: [['why']] })
    await sheet.call('refreshKpiSheet')
    await sheet.call('buildKpiSheet', plan)
    expect(sheet.table(TAB)[8]?.[6]).toBe('beside')
    expect(sheet.table(TAB)[last + 2]?.[0]).toBe('below')
    expect(await sheet.book.call('notes', cell)).toEqual([['why']])
  })

  test('rows put above it move it down, and it is drawn there', async () => {
    sheet.insertRows(TAB, 1, 2)
    sheet.type(TAB, 1, 1, 'Our own heading')
    sheet.append('Orders', ['O4', 'C2', day('2026-01-05'), 1000])
    await sheet.call('refreshKpiSheet')
    expect(sheet.table(TAB)[0]?.[0]).toBe('Our own heading')
    expect(sheet.table(TAB)[2]?.[0]).toBe('KPI sheet')
    expect(under(sheet, 'Revenue')).toBe(1350)
    expect(
      sheet
        .table(TAB)
        .flat()
        .filter((cell) => cell === 'Revenue'),
    ).toHaveLength(1 + 2 + 1)
  })

  test('looks are given only to what is new at its place; what stands below moves down as the sheet grows', async () => {
    const before = styled()
    const last = sheet.table(TAB).length
    sheet.type(TAB, last + 2, 1, 'below')
    await sheet.call('buildKpiSheet', plan)
    expect(styled()).toBe(before)
    sheet.append('Customers', ['C4', 'New', 'C', 'Cleo', 'North'])
    await sheet.call('refreshKpiSheet')
    expect(styled()).toBeGreaterThan(before)
    expect(sheet.column(TAB, 'KPI sheet').filter((cell) => cell === 'below')).toHaveLength(1)
    expect(sheet.table(TAB).findIndex(([cell]) => cell === 'below')).toBeGreaterThan(last + 1)
  })

  test('a chart that somebody deleted stays away, and a plan without its table takes one away', async () => {
    const kpi = sheet.book.sheets.find(({ name }) => name === TAB)!
    kpi.charts = kpi.charts.slice(1)
    await sheet.call('refreshKpiSheet')
    expect(kpi.charts).toHaveLength(3)
    await sheet.call('buildKpiSheet', { ...plan, tables: ['tier'] })
    expect(kpi.charts.map(({ title }) => title)).toEqual(['Customers by tier'])
    expect(sheet.table(TAB).flat()).not.toContain('Figures by owner')
  })
})

describe('the hourly refresh', () => {
  test('is one person’s; another takes it over in one call, and the first one’s trigger ends itself and writes nothing', async () => {
    const ann = await book()
    await ann.call('buildKpiSheet', plan)
    await ann.call('setKpiSheetHourly', true)
    await onTime(ann)
    const [[, , formula]] = ann.table(TAB).slice(1, 2) as [[Cell, Cell, string]]
    expect(formula).toBe(
      '=IF(NOW()-B2>2/24, "STALE since "&TEXT(B2, "yyyy-mm-dd hh:mm"), "Up to date: refreshed every hour")',
    )
    expect(ann.table(TAB)[3]?.[1]).toBe(words.hourlyBy('ann@example.com'))
    expect(ann.operations()).toMatchObject({ setRecalculationInterval: 1 })

    const bob = await ann.as('bob@example.com')
    expect((await bob.call<KpiSetup>('kpiSetup')).hourly).toEqual({ on: true, mine: false, by: 'ann@example.com' })
    expect(await bob.call('setKpiSheetHourly', true)).toEqual({ on: true, mine: true, by: 'bob@example.com' })
    const [first, second] = ann.triggers().map(({ id }) => id)
    ann.operations()
    await onTime(ann, first)
    expect(Object.keys(ann.operations()).filter((method) => /^set|^insert|^clear/.test(method))).toEqual([])
    expect(ann.triggers().map(({ id }) => id)).toEqual([second])
    await onTime(bob, second)
    expect(bob.table(TAB)[3]?.[1]).toBe(words.hourlyBy('bob@example.com'))
    expect((await ann.call<KpiSetup>('kpiSetup')).hourly).toEqual({ on: true, mine: false, by: 'bob@example.com' })
  })

  test('leaves triggers of the person’s other spreadsheets alone', async () => {
    const sheet = await book()
    await sheet.call('buildKpiSheet', plan)
    await sheet.call('setKpiSheetHourly', true)
    const other = await sheet.otherTrigger('refreshKpiSheetOnTime')
    await sheet.call('setKpiSheetHourly', true)
    expect(sheet.triggers().map(({ id }) => id)).toContain(other)
    await sheet.call('setKpiSheetHourly', false)
    expect(sheet.triggers().map(({ id }) => id)).toEqual([other])
  })

  test('ends when it is turned off, and when its sheet is gone', async () => {
    const sheet = await book()
    await expect(sheet.call('setKpiSheetHourly', true)).rejects.toThrow(en.errors.noKpiSheet())
    await sheet.call('buildKpiSheet', plan)
    await sheet.call('setKpiSheetHourly', true)
    expect(await sheet.call('setKpiSheetHourly', false)).toEqual({ on: false, mine: false, by: '' })
    expect(sheet.triggers()).toEqual([])
    await sheet.call('setKpiSheetHourly', true)
    const kpi = sheet.book.sheets.find(({ name }) => name === TAB)!
    await sheet.book.call('deleteSheet', { sheetId: kpi.id })
    await onTime(sheet)
    expect(sheet.triggers()).toEqual([])
  })
})

describe('what goes wrong is said on the sheet, whose values stay', () => {
  test('figures of more owners than Google keeps: tiles and the tables that fit are kept, and all is drawn', async () => {
    const owner = (at: number) => `${at} ${'客'.repeat(350)}`
    const many = Array.from({ length: 150 }, (_, at): Cell[] => [`N${at}`, 'Name', 'A', owner(at), 'North'])
    const sheet = await sheetHarness({ tabs: { Customers: [...Customers, ...many], Orders } })
    const { problems } = await sheet.call<{ problems: string[] }>('buildKpiSheet', {
      ...plan,
      tables: ['tier', 'owner'],
    })
    expect(problems).toEqual([])
    expect(sheet.table(TAB).flat()).toContain(owner(149))
    expect(await sheet.call('provableKpis')).toHaveLength(7)
  })

  test('a column or a tab that is gone', async () => {
    const sheet = await book()
    await sheet.call('buildKpiSheet', plan)
    await sheet.call('setKpiSheetHourly', true)
    const before = sheet.table(TAB)
    sheet.renameHeader('Orders', 'Amount', 'Sum')
    await onTime(sheet)
    expect(problem(sheet)).toMatch(
      /^Not refreshed on \d{4}-\d\d-\d\d \d\d:\d\d; the values are those of the time above\. /,
    )
    expect(problem(sheet)).toContain('"Amount"')
    expect(sheet.table(TAB).filter((_, at) => at !== 5)).toEqual(before.filter((_, at) => at !== 5))
    sheet.renameHeader('Orders', 'Sum', 'Amount')
    await onTime(sheet)
    expect(problem(sheet)).toBe('')
    expect(under(sheet, 'Revenue')).toBe(350)
    await sheet.book.call('deleteSheet', { sheetId: sheet.book.sheets.find(({ name }) => name === 'Orders')!.id })
    await onTime(sheet)
    expect(problem(sheet)).toContain('"Orders"')
    expect(under(sheet, 'Revenue')).toBe(350)
  })

  describe('a backend that is down', () => {
    let backend: RunningBackend
    beforeAll(async () => {
      backend = await startBackend({ dir: ':memory:', port: 0 })
    })
    afterAll(() => backend.close())

    test('leaves its last figures with their time, and all others are brought up to date', async () => {
      const Answers: Cell[][] = [
        ['Customer ID', 'Date', 'NPS'],
        ...[10, 9, 0, 8].map((nps): Cell[] => ['C1', day(ago(3)), nps]),
      ]
      const sheet = await sheetHarness({ tabs: { Customers, Orders, Answers }, backend })
      await sheet.call('connectWorkspace', 'Team', 'connect')
      const { surveyId } = await sheet.call<{ surveyId: string }>('createSurvey', 'Spring', 'create')
      await importedAnswers(sheet.call, surveyId, 'Answers')
      const { settings } = await sheet.call<KpiSetup>('kpiSetup')
      expect(settings.tiles).toEqual(expect.arrayContaining(['nps', 'complaints_open', 'revenue']))
      await sheet.call('buildKpiSheet', settings)
      expect(under(sheet, 'NPS')).toBe(25)
      expect(problem(sheet)).toBe('')
      await backend.close()

      sheet.append('Orders', ['O4', 'C2', day('2026-01-05'), 1000])
      // The document's cache still has the last answers: they are as of then, on the sheet and in its history.
      const kept = history(sheet, 'nps')
      expect(kept.length).toBeGreaterThan(0)
      await sheet.call('refreshKpiSheet')
      expect([under(sheet, 'NPS'), under(sheet, 'Revenue')]).toEqual([25, 1350])
      expect(under(sheet, 'NPS', 2)).toMatch(/^as of \d{4}-\d\d-\d\d \d\d:\d\d$/)
      expect(problem(sheet)).toMatch(/^Not reached since .* As of .*: NPS, .*Open complaints/)
      expect(history(sheet, 'nps')).toEqual(kept)
      // Another person's run has no cache of the last answers.
      const bob = await sheet.as('bob@example.com')
      await bob.call('setKpiSheetHourly', true)
      await onTime(bob)
      expect(under(bob, 'NPS')).toBe(25)
      expect(under(bob, 'NPS', 2)).toMatch(/^as of \d{4}-\d\d-\d\d \d\d:\d\d$/)
      expect(under(bob, 'Revenue')).toBe(1350)
      expect(problem(bob)).toContain(en.errors.backendAway())
      expect(problem(bob)).toMatch(/As of \d{4}-\d\d-\d\d \d\d:\d\d: NPS, .*Open complaints/)
    })
  })
})
