import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChangeSteps, changeSteps } from '../../../core/customer-file/change-steps.ts'
import { changeOfText, changeText } from '../../../core/customer-file/change-text.ts'
import type { Match } from '../../../core/customer-file/customer-index.ts'
import type { Column, CustomerTable, PlainCell } from '../../../core/customer-file/customer-table.ts'
import { type FileChange, inverseChanges } from '../../../core/customer-file/file-change.ts'
import { importChanges } from '../../../core/customer-file/import-changes.ts'
import { importPlan } from '../../../core/customer-file/import-plan.ts'
import type { ImportSource, UnreadableCell } from '../../../core/customer-file/imported-rows.ts'

const COLUMNS: Column[] = [
  { key: 'customerId', type: 'text' },
  { key: 'customer', type: 'text' },
  { key: 'email', type: 'text' },
  { key: 'phone', type: 'text' },
  { key: 'city', type: 'text' },
  { key: 'created', type: 'date' },
  { key: 'score', type: 'number' },
]
const column = (key: string): Column => COLUMNS.find((each) => each.key === key) ?? { key, type: undefined }
type Row = Record<string, PlainCell>
const table = (rows: Row[], columns = COLUMNS): CustomerTable => ({
  columns,
  rows: rows.map((row) => columns.map(({ key }) => row[key] ?? '')),
})
const source = (rows: Row[], keys = COLUMNS.map(({ key }) => key)): ImportSource => ({
  columns: keys.map(column),
  rows: rows.map((row) => keys.map((key) => row[key] ?? '')),
  firstRow: 2,
})
const C1: Row = { customerId: 'C0001', customer: 'Acme', email: 'a@x.com', phone: '13800138000', city: 'Rome' }
const C2: Row = { customerId: 'C0002', customer: 'Bolt', email: 'b@x.com', created: '2024-03-05', score: 5 }
const plan = (file: Row[], rows: Row[], match: Match = 'customerId') => importPlan(table(file), source(rows), match)
const empty = { added: [], changed: [], unchanged: [], rejected: [], left: [] }

describe('a row of an import', () => {
  test.each<[title: string, match: Match, row: Row, becomes: object]>([
    ['is unchanged where it says the same', 'customerId', C1, { unchanged: [2] }],
    ['is unchanged where it says less', 'customerId', { customerId: 'C0001', city: ' ' }, { unchanged: [2] }],
    [
      'changes a cell',
      'customerId',
      { customerId: 'C0001', city: 'Oslo' },
      { changed: [{ row: 2, id: 'C0001', cells: [{ key: 'city', before: 'Rome', after: 'Oslo' }] }] },
    ],
    [
      'fills a cell',
      'customerId',
      { customerId: 'C0002', city: 'Oslo' },
      { changed: [{ row: 2, id: 'C0002', cells: [{ key: 'city', before: '', after: 'Oslo' }] }] },
    ],
    ['fits by id however it is written', 'customerId', { customerId: 'c 0001', city: 'Rome' }, { unchanged: [2] }],
    ['fits by e-mail', 'email', { email: 'A@X.com', city: 'Rome' }, { unchanged: [2] }],
    ['fits by phone', 'phone', { phone: '+86 138 0013 8000', city: 'Rome' }, { unchanged: [2] }],
    ['fits by id where it has no e-mail', 'email', { customerId: 'C0001', city: 'Rome' }, { unchanged: [2] }],
    [
      'fits by id where its e-mail is new',
      'email',
      { customerId: 'C0001', email: 'n@x.com' },
      { changed: [{ row: 2, id: 'C0001', cells: [{ key: 'email', before: 'a@x.com', after: 'n@x.com' }] }] },
    ],
    [
      'reads a date and a number',
      'customerId',
      { customerId: 'C0002', created: '2024/3/5', score: '5.0' },
      { unchanged: [2] },
    ],
    ['without a key is one that has it all', 'email', { customer: 'Acme', city: 'Rome' }, { unchanged: [2] }],
    [
      'without a key is a new one else',
      'email',
      { customer: 'Acme', city: 'Oslo' },
      { added: [{ row: 2, id: 'C0003', cells: { customer: 'Acme', city: 'Oslo' } }] },
    ],
    [
      'brings a customer with an id',
      'customerId',
      { customerId: 'X9', customer: 'New' },
      { added: [{ row: 2, id: 'X9', cells: { customer: 'New' } }] },
    ],
    [
      'brings a customer without an id',
      'email',
      { email: 'n@x.com', customer: 'New' },
      { added: [{ row: 2, id: 'C0003', cells: { email: 'n@x.com', customer: 'New' } }] },
    ],
    [
      'with neither name nor id is rejected',
      'email',
      { email: 'n@x.com' },
      { rejected: [{ row: 2, reason: { code: 'noName' } }] },
    ],
    [
      'whose keys disagree is rejected',
      'email',
      { customerId: 'C0001', email: 'b@x.com' },
      { rejected: [{ row: 2, reason: { code: 'disagree', customers: ['C0001', 'C0002'] } }] },
    ],
    [
      'whose e-mail is none is rejected where it is found by it',
      'email',
      { customer: 'Acme', email: 'a@x' },
      { rejected: [{ row: 2, reason: { code: 'notEmail', key: 'email', text: 'a@x' } }] },
    ],
    [
      'whose e-mail is none goes by its id',
      'email',
      { customerId: 'C0001', email: 'a@x', city: 'Rome' },
      { unchanged: [2], left: [leftOut({ code: 'notEmail', key: 'email', text: 'a@x' })] },
    ],
    [
      'that brings a customer is taken without what cannot be read',
      'customerId',
      { customer: 'New', created: '31/02/2026', phone: 'ask Bob', score: '7' },
      {
        added: [{ row: 2, id: 'C0003', cells: { customer: 'New', score: 7 } }],
        left: [
          {
            ...leftOut(
              { code: 'notPhone', key: 'phone', text: 'ask Bob' },
              { code: 'notDate', key: 'created', text: '31/02/2026' },
            ),
            id: 'C0003',
            isNew: true,
          },
        ],
      },
    ],
    ['with nothing in it is passed over', 'customerId', { city: ' ' }, {}],
  ])('%s', (_, match, row, becomes) => expect(plan([C1, C2], [row], match)).toEqual({ ...empty, ...becomes }))

  test.each([
    ['an ambiguous date', { code: 'ambiguousDate', key: 'created', text: '03/04/2024' }],
    ['a date that is none', { code: 'notDate', key: 'created', text: 'soon' }],
    ['a number that is none', { code: 'notNumber', key: 'score', text: 'high' }],
    ['an e-mail that is none', { code: 'notEmail', key: 'email', text: 'bolt.example' }],
    ['a phone that is none', { code: 'notPhone', key: 'phone', text: '1.38001E+10' }],
  ] as const)('is taken without %s', (_, cell) => {
    expect(plan([C1, C2], [{ customerId: 'C0002', city: 'Oslo', [cell.key]: cell.text }])).toEqual({
      ...empty,
      changed: [{ row: 2, id: 'C0002', cells: [{ key: 'city', before: '', after: 'Oslo' }] }],
      left: [{ ...leftOut(cell), id: 'C0002' }],
    })
  })

  test('says nothing of what cannot be read where the file has it so', () => {
    expect(plan([{ ...C1, phone: 'ask Bob' }], [{ customerId: 'C0001', phone: 'ask Bob' }])).toEqual({
      ...empty,
      unchanged: [2],
    })
  })

  test.each(['95588', '1-800-FLOWERS', '(020) 7946 0958', '10086', '+86 138 0013 8000'])(
    'may have the phone %s',
    (phone) => {
      expect(plan([C1], [{ customer: 'New', phone }]).left).toEqual([])
    },
  )

  test('that fits two customers of the file is rejected, unless its id decides', () => {
    const file = [C1, { ...C2, email: 'a@x.com' }]
    expect(plan(file, [{ email: 'a@x.com', city: 'Oslo' }], 'email').rejected).toEqual([
      { row: 2, reason: { code: 'fitsTwo', customers: ['C0001', 'C0002'] } },
    ])
    expect(plan(file, [{ customerId: 'C0002', email: 'a@x.com' }], 'email').unchanged).toEqual([2])
  })

  test('that another row contradicts is rejected with it, both named', () => {
    const { rejected, changed } = plan(
      [C1],
      [{ customerId: 'C0001', city: 'Oslo' }, C2, { customerId: 'c0001', city: 'Bonn' }],
    )
    expect(changed).toEqual([])
    expect(rejected).toEqual([
      { row: 2, reason: { code: 'sameCustomer', rows: [4] } },
      { row: 4, reason: { code: 'sameCustomer', rows: [2] } },
    ])
  })

  test('that repeats another is passed over by name', () => {
    const row = { customer: 'New', city: 'Oslo' }
    expect(plan([], [row, row])).toEqual({
      ...empty,
      added: [{ row: 2, id: 'C0001', cells: row }],
      rejected: [{ row: 3, reason: { code: 'sameRow', rows: [2] } }],
    })
  })

  test('whose customer has no id in the file is rejected with the row to mend', () => {
    expect(
      plan([{ customer: 'No id', email: 'n@x.com' }], [{ email: 'n@x.com', city: 'Oslo' }], 'email').rejected,
    ).toEqual([{ row: 2, reason: { code: 'withoutId', fileRow: 2 } }])
  })

  test('has its dates settled by one of the column that is certain', () => {
    const rows = [
      { customerId: 'A', customer: 'A', created: '03/04/2024' },
      { customerId: 'B', customer: 'B', created: '25/04/2024' },
    ]
    expect(plan([], rows).added.map(({ cells }) => cells.created)).toEqual(['2024-04-03', '2024-04-25'])
  })

  test('has its dates read as more of its column have it, or as a person chose; what is certain is read as it is', () => {
    const dates = (...written: string[]) => {
      const rows = written.map((created, at) => ({ customerId: `A${at}`, customer: 'A', created }))
      return (orders?: ImportSource['orders']) =>
        importPlan(table([]), { ...source(rows), ...(orders && { orders }) }, 'customerId').added.map(
          ({ cells }) => cells.created,
        )
    }
    const mixed = dates('03/04/2024', '25/04/2024', '26/04/2024', '12/27/2024')
    expect(mixed()).toEqual(['2024-04-03', '2024-04-25', '2024-04-26', '2024-12-27'])
    expect(mixed({ created: 'MONTH_FIRST' })).toEqual(['2024-03-04', '2024-04-25', '2024-04-26', '2024-12-27'])
    const even = dates('03/04/2024', '25/04/2024', '12/27/2024')
    expect(even()).toEqual([undefined, '2024-04-25', '2024-12-27'])
    expect(dates('03/04/2024')()).toEqual([undefined])
    expect(dates('03/04/2024')({ created: 'DAY_FIRST' })).toEqual(['2024-04-03'])
  })

  test('may bring a column of its own', () => {
    const own = importPlan(
      table([C1]),
      source([{ customerId: 'C0001', 'column:Fax': '007' }], ['customerId', 'column:Fax']),
      'customerId',
    )
    expect(own.changed[0]?.cells).toEqual([{ key: 'column:Fax', before: '', after: '007' }])
  })
})

const small = (prefix: string, most: number) => fc.integer({ min: 1, max: most }).map((number) => `${prefix}${number}`)
const maybe = (cell: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), cell)
const importRow = fc.record({
  customerId: maybe(small('C000', 6)),
  customer: maybe(small('N', 4)),
  email: maybe(small('e', 5).map((name) => `${name}@x.com`)),
  phone: maybe(fc.constantFrom('13800138000', '+86 138 0013 8000', '+44 20 7946 0958', '020 7946 0958', 'none')),
  city: maybe(small('city', 3)),
  created: maybe(fc.constantFrom('2024-03-05', '2024/3/5', '05/05/2024', '03/04/2024', 'x')),
})
const files = fc.uniqueArray(importRow, { selector: ({ customerId }) => customerId, maxLength: 6 })
const imports = fc.array(importRow, { maxLength: 8 })
const matches = fc.constantFrom<Match>('customerId', 'email', 'phone')
const all = { fill: new Set(COLUMNS.map(({ key }) => key)), overwrite: new Set(COLUMNS.map(({ key }) => key)) }

describe('importing', () => {
  test('a file a second time changes nothing, and rejects what it rejected, where every key is one customer’s', () => {
    fc.assert(
      fc.property(files, imports, matches, (file, rows, match) => {
        const before = table(file)
        const first = importPlan(before, source(rows), match)
        fc.pre(!first.rejected.some(({ reason: { code } }) => code === 'fitsTwo' || code === 'disagree'))
        const after = applied(before, importChanges(first, all))
        const second = importPlan(after, source(rows), match)
        expect({ ...second, unchanged: [], left: [] }).toEqual({ ...empty, rejected: first.rejected })
      }),
      { numRuns: 300 },
    )
  })

  test('in another order of rows changes the same cells and adds the same customers', () => {
    fc.assert(
      fc.property(files, imports, matches, fc.infiniteStream(fc.nat()), (file, rows, match, draws) => {
        const mixed = rows.map((row) => ({ row, draw: draws.next().value as number })).sort((a, b) => a.draw - b.draw)
        const what = ({ changed, added, rejected }: ReturnType<typeof plan>) => ({
          changed: changed.map(({ id, cells }) => ({ id, cells })).sort((a, b) => (a.id < b.id ? -1 : 1)),
          added: added.map(({ cells }) => JSON.stringify(cells)).sort(),
          rejected: rejected.length,
        })
        expect(
          what(
            plan(
              file,
              mixed.map(({ row }) => row),
              match,
            ),
          ),
        ).toEqual(what(plan(file, rows, match)))
      }),
    )
  })

  test('loses no id and gives none twice', () => {
    fc.assert(
      fc.property(files, imports, matches, (file, rows, match) => {
        const before = table(file)
        const after = applied(before, importChanges(importPlan(before, source(rows), match), all))
        const ids = (of: CustomerTable) => of.rows.map(([id]) => id).filter((id) => id !== '')
        expect(ids(after).slice(0, ids(before).length)).toEqual(ids(before))
        expect(new Set(ids(after)).size).toBe(ids(after).length)
      }),
    )
  })

  test('blank cells never overwrite, and undecided columns keep what they have', () => {
    fc.assert(
      fc.property(files, imports, matches, (file, rows, match) => {
        const before = table(file)
        const changes = importChanges(importPlan(before, source(rows), match), { fill: all.fill, overwrite: new Set() })
        const after = applied(before, changes)
        before.rows.forEach((row, at) => {
          for (const [place, cell] of row.entries()) if (cell !== '') expect(after.rows[at]?.[place]).toBe(cell)
        })
      }),
    )
  })

  test('every row is added, changed, unchanged or rejected, once', () => {
    fc.assert(
      fc.property(files, imports, matches, (file, rows, match) => {
        const { added, changed, unchanged, rejected } = plan(file, rows, match)
        const seen = [...added, ...changed, ...rejected].map(({ row }) => row).concat(unchanged)
        const filled = rows.flatMap((row, at) => (Object.values(row).some((cell) => cell !== '') ? [at + 2] : []))
        expect(seen.sort((a, b) => a - b)).toEqual(filled)
      }),
    )
  })
})

describe('undoing', () => {
  test('gives the file from before, also after a kill in the middle, and through the Change history', () => {
    fc.assert(
      fc.property(files, imports, matches, fc.nat(20), (file, rows, match, cut) => {
        const before = table(file)
        const changes = importChanges(importPlan(before, source(rows), match), all)
        const kept = changes.map(changeText).map((text) => changeOfText(text) as FileChange)
        const after = applied(before, kept.slice(0, cut))
        expect(applied(after, inverseChanges(kept)).rows.map(texts)).toEqual(before.rows.map(texts))
        expect(applied(after, kept)).toEqual(applied(before, kept))
      }),
    )
  })

  test('leaves what a person changed since, and says so', () => {
    const before = table([C1])
    const changes = importChanges(
      importPlan(
        before,
        source([{ customerId: 'C0001', city: 'Oslo' }, { customer: 'New' }, { customer: 'Newer' }]),
        'customerId',
      ),
      all,
    )
    const after = applied(before, changes)
    const rows = after.rows.map((row) => [...row])
    rows[0]![4] = 'Bonn'
    rows[1]![4] = 'Paris'
    const steps = changeSteps({ ...after, rows }, inverseChanges(changes))
    expect(steps.left).toEqual([
      { id: 'C0002', key: '', why: 'changed' },
      { id: 'C0001', key: 'city', why: 'changed' },
    ])
    expect(steps.removed).toEqual([2])
    expect(steps.cells).toEqual([])
  })

  test('does not count what a column computes by itself as a change', () => {
    const file = table([{ ...C1, score: 7 }])
    const { customerId: _, ...cells } = C1
    const undo = inverseChanges([{ id: 'C0001', after: cells }])
    expect(changeSteps(file, undo).removed).toEqual([])
    expect(changeSteps(file, undo, new Set(['score'])).removed).toEqual([0])
  })

  test('a merge brings back the row that went and the cells of the one that stayed', () => {
    const before = table([C1, C2])
    const { customerId: _1, ...one } = C1
    const { customerId: _2, ...two } = C2
    const merge: FileChange[] = [
      { id: 'C0001', before: one, after: { ...one, created: '2024-03-05' } },
      { id: 'C0002', before: two },
    ]
    const after = applied(before, merge)
    expect(after.rows).toEqual(table([{ ...C1, created: '2024-03-05' }]).rows)
    expect(applied(after, inverseChanges(merge)).rows.map(texts)).toEqual(before.rows.map(texts))
  })
})

/** What is said of the cells of row 2 that are left out. */
function leftOut(...cells: UnreadableCell[]) {
  return { row: 2, id: 'C0001', isNew: false, cells }
}

function texts(row: readonly PlainCell[]): string[] {
  return row.map(String)
}

/** The file with the changes made. */
function applied(file: CustomerTable, changes: readonly FileChange[]): CustomerTable {
  const steps: ChangeSteps = changeSteps(file, changes)
  const at = new Map(file.columns.map(({ key }, position) => [key, position]))
  const rows = file.rows.map((row) => [...row])
  for (const { row, key, value } of steps.cells) rows[row]![at.get(key)!] = value
  const added = steps.added.map(({ id, cells }) =>
    file.columns.map(({ key }) => (key === 'customerId' ? id : (cells[key] ?? ''))),
  )
  return { ...file, rows: [...rows.filter((_, row) => !steps.removed.includes(row)), ...added] }
}
