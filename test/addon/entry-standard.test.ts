import { describe, expect, test } from 'vitest'
import type { EntryReport } from '../../addon/entry-standard/entry-report.ts'
import type { EntrySetup } from '../../addon/entry-standard/entry-setup.ts'
import type { EntryRule } from '../../core/entry-standard/entry-rule.ts'
import { messagesFor } from '../../core/messages/messages.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { sheetHarness } from './sheet-harness.ts'

const en = messagesFor('en')
const header = ['Customer ID', 'Name', 'Owner', 'Phone', 'E-mail', 'Source', 'Tier', 'Score']
const people: Cell[][] = [
  ['C1', 'Ann', 'Li', '020 7946 0958', 'ann@example.com', 'Web', 'A', 90],
  ['C2', 'Bo', 'Li', 'ask', 'bo@', 'web', 'A', 95],
  ['C3', '', 'Wu', '', '', '', 'B', 50],
  ['C4', '=1+1', '', '', '', 'Visit', '', ''],
]
const rule = (field: string, more: Partial<EntryRule> = {}): EntryRule => ({
  ...{ field, required: true, format: '', allowed: [] },
  ...more,
})
const rules = [
  rule('customer'),
  rule('email', { required: false, format: 'email' }),
  rule('phone', { format: 'phone' }),
  rule('industry'),
  rule('source', { format: 'list', allowed: ['Web', 'Visit'] }),
]
const open = (rows = people) => sheetHarness({ tabs: { Customers: [header, ...rows] } })
type Rules = {
  rule: { criteria: string; values: unknown[]; allowInvalid: boolean; helpText: string }
  column: number
}[]
type Harness = Awaited<ReturnType<typeof open>>

const validations = async ({ book }: Harness) =>
  (await book.call('validations', { sheetId: book.sheets[0]!.id })) as unknown as Rules
const notes = async ({ book }: Harness, columns: number) => {
  const first = { sheetId: book.sheets[0]!.id, row: 1, column: 1, rows: 1, columns }
  return ((await book.call('notes', first)) as string[][])[0]
}

describe('rules', () => {
  test('are the usual ones until somebody saves others, and then say who and when', async () => {
    const { call } = await open()
    const first = await call<EntrySetup>('entrySetup')
    expect(first.standard).toMatchObject({ version: 0, strict: false, savedBy: '' })
    expect(first.fields.find(({ field }) => field === 'email')).toEqual({
      ...{ field: 'email', label: 'E-mail', hasColumn: true, format: 'email' },
    })
    const saved = await call<EntrySetup & { added: number }>('applyEntryStandard', { rules, strict: true }, 0)
    expect(saved.standard).toMatchObject({ version: 1, strict: true, savedBy: 'ann@example.com', rules })
    expect(saved.standard.savedAt).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
    const { added: _, ...kept } = saved
    expect(await call('entrySetup')).toEqual(kept)
    await expect(call('applyEntryStandard', { rules: [], strict: true }, 0)).rejects.toThrow(en.errors.stale())
  })

  test('become data validation and notes, on columns that are added where they are missing', async () => {
    const harness = await open()
    const { call, book, table } = harness
    await book.call('setNotes', {
      sheetId: book.sheets[0]!.id,
      row: 1,
      column: 4,
      rows: 1,
      columns: 1,
      notes: [['ours']],
    })
    expect(await call('applyEntryStandard', { rules, strict: true }, 0)).toMatchObject({ added: 1 })
    expect(table('Customers')[0]).toEqual([...header, 'Industry'])
    const placed = (await validations(harness)).map((each) => [each.column, each.rule.criteria, each.rule.values])
    expect(placed).toEqual([
      [5, 'TEXT_IS_VALID_EMAIL', []],
      [4, 'CUSTOM_FORMULA', [expect.stringContaining('REGEXREPLACE(D2')]],
      [6, 'VALUE_IN_LIST', [['Web', 'Visit'], true]],
    ])
    expect((await validations(harness)).every((each) => !each.rule.allowInvalid)).toBe(true)
    expect(await notes(harness, 9)).toEqual([
      ...['', 'Entry standard: Name is required.', '', 'ours'],
      'Entry standard: E-mail takes one e-mail address, such as ann@example.com.',
      ...['Entry standard: Source is required and takes Web or Visit.', '', ''],
      'Entry standard: Industry is required.',
    ])
  })

  test.each([
    ['en', 'Phone is required and takes a phone number of 6 to 14 digits, such as 020 7946 0958.'],
    ['zh-CN', '“Phone”必填，请填写 6 至 14 位数字的电话号码，例如 010-6552-9988。'],
  ] as const)('that are broken are told in one sentence, which names the column, in %s', async (language, sentence) => {
    const harness = await sheetHarness({ tabs: { Customers: [header, ...people] }, language })
    await harness.call('applyEntryStandard', { rules: [rule('phone', { format: 'phone' })], strict: true }, 0)
    expect((await validations(harness)).map((each) => each.rule.helpText)).toEqual([sentence])
  })

  test('of earlier versions are kept, with who, when and what they were, whatever the lists held', async () => {
    const { call } = await open()
    const list = (allowed: string[]) => [rule('customer'), rule('source', { format: 'list', allowed })]
    const long = Array.from({ length: 500 }, (_, at) => `很长的客户来源名称之第${at}种`)
    await call('applyEntryStandard', { rules: list(long), strict: false }, 0)
    await call('applyEntryStandard', { rules: list(['Web']), strict: true }, 1)
    await call('applyEntryStandard', { rules: [rule('phone')], strict: true }, 2)
    const { standard, earlier } = await call<EntrySetup>('entrySetup')
    expect(standard).toMatchObject({ version: 3, rules: [rule('phone')] })
    expect(earlier).toMatchObject([
      { version: 2, strict: true, savedBy: 'ann@example.com', rules: list(['Web']) },
      { version: 1, strict: false, savedBy: 'ann@example.com', rules: list(long) },
    ])
    expect(earlier[1]?.savedAt).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
  })

  test('that are dropped free their columns', async () => {
    const harness = await open()
    await harness.call('applyEntryStandard', { rules, strict: false }, 0)
    await harness.call('applyEntryStandard', { rules: [rule('customer')], strict: false }, 1)
    expect(await validations(harness)).toEqual([])
    expect((await notes(harness, 9))?.filter(Boolean)).toHaveLength(1)
  })

  test('of thousands of characters are kept', async () => {
    const { call } = await open()
    const allowed = Array.from({ length: 500 }, (_, at) => `很长的客户来源名称之第${at}种`)
    await call('applyEntryStandard', { rules: [rule('source', { format: 'list', allowed })], strict: false }, 0)
    expect((await call<EntrySetup>('entrySetup')).standard.rules[0]?.allowed).toEqual(allowed)
  })

  test('offer the values of a column', async () => {
    const { call } = await open([...people, ['C5', '', '', '', '', 'Visit', '', '']])
    expect(await call('entryValues', 'source')).toEqual(['Visit', 'Web', 'web'])
    expect(await call('entryValues', 'industry')).toEqual([])
  })
})

describe('the check', () => {
  test('counts what is missing and wrong, and says whom to complete first', async () => {
    const { call, operations } = await open()
    await call('applyEntryStandard', { rules, strict: false }, 0)
    operations()
    const report = await call<EntryReport>('checkEntries')
    expect(operations()).toMatchObject({ values: expect.any(Number) })
    expect(report).toMatchObject({ customers: 4, complete: 0, toFill: 4, wrongCells: 3 })
    expect(report.share).toBeCloseTo((0.75 + 0.75 + 0 + 0.5) / 4)
    expect(report.next.map(({ id, missing }) => [id, missing])).toEqual([
      ['C2', ['Industry']],
      ['C1', ['Industry']],
      ['C3', ['Name', 'Phone', 'Industry', 'Source']],
      ['C4', ['Phone', 'Industry']],
    ])
    expect(report.wrong.map(({ row, field, text, why }) => [row, field, text, why])).toEqual([
      [3, 'E-mail', 'bo@', 'email'],
      [3, 'Phone', 'ask', 'phone'],
      [3, 'Source', 'web', 'list'],
    ])
    expect(report.owners.map(({ owner, customers }) => [owner, customers])).toEqual([
      ['Wu', 1],
      ['', 1],
      ['Li', 2],
    ])
  })

  test('names how many filled rows have no id', async () => {
    const blank = header.map(() => '')
    const { call } = await open([...people, blank, ['', 'Cy', ...blank.slice(2)], [' ', 'Di', ...blank.slice(2)]])
    expect(await call('checkEntries')).toMatchObject({ customers: 4, withoutId: 2 })
  })

  test('writes each completeness beside its customer, also after a sort', async () => {
    const { call, sort, column } = await open()
    await call('applyEntryStandard', { rules, strict: false }, 0)
    sort('Customers', 'Score', { descending: true })
    expect(await call('writeCompleteness')).toEqual({ sheet: 'Customers', customers: 4 })
    const shares = Object.fromEntries(
      column('Customers', 'Customer ID').map((id, at) => [id, column('Customers', 'Completeness')[at]]),
    )
    expect(shares).toEqual({ C1: 0.75, C2: 0.75, C3: 0, C4: 0.5 })
  })

  test('reads and writes all rows once, and looks whether somebody sorted meanwhile', async () => {
    const many = Array.from({ length: 5000 }, (_, at): Cell[] => [`C${at}`, ...(people[at % 4] as Cell[]).slice(1)])
    const { call, book } = await open(many)
    await call('applyEntryStandard', { rules, strict: false }, 0)
    book.calls.length = 0
    expect(await call('writeCompleteness')).toEqual({ sheet: 'Customers', customers: 5000 })
    const large = book.calls.filter(({ params }) => ((params as { rows?: number }).rows ?? 0) >= 5000)
    expect(large.map(({ method, params }) => [method, (params as { columns: number }).columns])).toEqual([
      ['values', 9],
      ['setStyle', 1],
      ['values', 1],
      ['setStyle', 1],
      ['setValues', 1],
      ['values', 1],
    ])
  })
})
