import { afterEach, expect, it } from 'vitest'
import type { WorkbookSnapshot } from '../../../../local/workbench/workbook.ts'
import { evaluateOn } from '../../apps-script/host.ts'
import { openWorkbook } from './open-workbook.ts'

let opened: ReturnType<typeof openWorkbook>
const open = (snapshot?: WorkbookSnapshot) => {
  opened = openWorkbook({}, snapshot)
  return opened
}
afterEach(() => opened.model.dispose())

const sheetId = 'sheet-1'

/** A workbook whose columns B and D, row 3, first sheet and self carry metadata. */
async function marked() {
  const book = open()
  await book.set(1, 1, [['a', 'b', 'c', 'd']])
  const mark = { value: null, visibility: 'DOCUMENT' } as const
  await book.call('addMetadata', { ...mark, key: 'field', value: 'b', place: { type: 'COLUMN', sheetId, index: 2 } })
  await book.call('addMetadata', { ...mark, key: 'field', value: 'd', place: { type: 'COLUMN', sheetId, index: 4 } })
  await book.call('addMetadata', { ...mark, key: 'row', place: { type: 'ROW', sheetId, index: 3 } })
  await book.call('addMetadata', { ...mark, key: 'tab', value: 'orders', place: { type: 'SHEET', sheetId } })
  await book.call('addMetadata', { ...mark, key: 'book', place: { type: 'SPREADSHEET' } })
  return book
}

/** `b2 d4` where columns 2 and 4 carry b and d. */
async function columns({ call }: Pick<ReturnType<typeof openWorkbook>, 'call'>, on = sheetId) {
  const all = await call('metadata', {})
  return all
    .flatMap(({ place, value }) => (place.type === 'COLUMN' && place.sheetId === on ? [`${value}${place.index}`] : []))
    .sort()
    .join(' ')
}

async function history(command: 'undo' | 'redo') {
  const { injector, parts, unitId } = opened.model.grid
  const { core } = parts
  injector.get(core.IUniverInstanceService).focusUnit(unitId)
  await injector.get(core.ICommandService).executeCommand(`univer.command.${command}`)
}

it.each([
  ['inserted before both', 'b4 d6', 'insertColumns', { sheetId, before: 1, columns: 2 }],
  ['inserted between', 'b2 d5', 'insertColumns', { sheetId, before: 3, columns: 1 }],
  ['deleted', 'd3', 'deleteColumns', { sheetId, column: 2, columns: 1 }],
  ['moved to the left', 'b3 d1', 'moveColumns', { sheetId, column: 4, columns: 1, before: 1 }],
  ['moved to the right', 'b4 d3', 'moveColumns', { sheetId, column: 2, columns: 1, before: 5 }],
] as const)(
  'goes along with its column where columns are %s, there, back and there again',
  async (_, after, op, how) => {
    const book = await marked()
    await book.call(op, how as never)
    expect(await columns(book)).toBe(after)
    await history('undo')
    expect(await columns(book)).toBe('b2 d4')
    expect(await book.get(1, 1, 1, 4)).toEqual([['a', 'b', 'c', 'd']])
    await history('redo')
    expect(await columns(book)).toBe(after)
  },
)

it('goes along with its row, and not with sorted cells or a renamed heading', async () => {
  const book = await marked()
  await book.call('insertRows', { sheetId, before: 2, rows: 2 })
  await book.call('renameSheet', { sheetId, name: 'Other' })
  await book.set(1, 2, [['B, renamed']])
  expect(await columns(book)).toBe('b2 d4')
  expect((await book.call('metadata', {})).find(({ key }) => key === 'row')?.place).toEqual({
    type: 'ROW',
    sheetId,
    index: 5,
  })
})

it('is stored with the workbook and read back', async () => {
  const before = await marked()
  const all = await before.call('metadata', {})
  expect(all).toHaveLength(5)
  const stored = JSON.parse(JSON.stringify(before.model.snapshot()))
  before.model.dispose()
  expect(await open(stored).call('metadata', {})).toEqual(all)
})

it('goes into the copy of a sheet under ids of its own', async () => {
  const book = await marked()
  const { core } = book.model.grid.parts
  await book.model.grid.injector
    .get(core.ICommandService)
    .executeCommand('sheet.command.copy-sheet', { unitId: book.model.grid.unitId, subUnitId: sheetId })
  const copy = (await book.call('workbook', {})).sheets[1]!
  expect(await columns(book, copy.id)).toBe('b2 d4')
  const all = await book.call('metadata', {})
  expect(new Set(all.map(({ id }) => id)).size).toBe(9)
  const ofCopy = all.find(({ key, place }) => key === 'tab' && 'sheetId' in place && place.sheetId === copy.id)!
  await book.call('removeMetadata', { id: ofCopy.id })
  expect((await book.call('metadata', {})).filter(({ key }) => key === 'tab')).toHaveLength(1)
  await book.call('insertColumns', { sheetId: copy.id, before: 1, columns: 1 })
  expect([await columns(book), await columns(book, copy.id)]).toEqual(['b2 d4', 'b3 d5'])
})

it('is added, found, changed and removed by scripts', async () => {
  const { call } = open()
  const value = await evaluateOn(
    call,
    `var book = SpreadsheetApp.getActive(), sheet = SpreadsheetApp.getActiveSheet()
    var hidden = SpreadsheetApp.DeveloperMetadataVisibility.PROJECT
    sheet.getRange('B:B').addDeveloperMetadata('field', 'name').addDeveloperMetadata('plain')
    sheet.getRange(1, 4, sheet.getMaxRows(), 1).addDeveloperMetadata('field', 'tier', hidden)
    sheet.getRange('3:3').addDeveloperMetadata('row', hidden)
    sheet.addDeveloperMetadata('kind', 'customers')
    book.addDeveloperMetadata('kind', 'book')
    function found(finder) { return finder.find().map(function (one) { return one.getKey() + '=' + one.getValue() }) }
    var column = SpreadsheetApp.DeveloperMetadataLocationType.COLUMN
    var tier = sheet.createDeveloperMetadataFinder().withValue('tier').find()[0]
    var before = [tier.getLocation().getColumn().getA1Notation(), tier.getLocation().getRow(), tier.getLocation().getSheet(),
      tier.getVisibility() === hidden, tier.getLocation().getLocationType() === column, typeof tier.getId()]
    tier.setValue('rank').setKey('f').moveToColumn(sheet.getRange('E:E'))
    sheet.insertColumnsBefore(1, 1)
    var moved = tier.getLocation().getColumn().getA1Notation()
    book.createDeveloperMetadataFinder().withKey('plain').find()[0].remove()
    return { before: before, moved: moved,
      kinds: found(book.createDeveloperMetadataFinder().withKey('kind')),
      onSheet: found(sheet.createDeveloperMetadataFinder().withKey('kind')),
      columns: found(book.createDeveloperMetadataFinder().withLocationType(column)),
      hidden: found(book.createDeveloperMetadataFinder().withVisibility(hidden)),
      inRange: found(sheet.getRange('C:D').createDeveloperMetadataFinder()),
      within: found(sheet.getRange('C1:F2').createDeveloperMetadataFinder()),
      crossing: found(sheet.getRange('C1:F2').createDeveloperMetadataFinder().onIntersectingLocations()),
      own: [book, sheet, sheet.getRange('C:C'), sheet.getRange('C1')].map(function (one) { return one.getDeveloperMetadata().length }),
      names: sheet.getRange('C:C').getDeveloperMetadata()[0].getLocation().getColumn().getSheet().getName() }`,
  )
  expect(value).toEqual({
    before: ['D1:D1000', null, null, true, true, 'number'],
    moved: 'F1:F1000',
    kinds: ['kind=book', 'kind=customers'],
    onSheet: ['kind=customers'],
    columns: ['field=name', 'f=rank'],
    hidden: ['f=rank', 'row=null'],
    inRange: ['field=name'],
    within: [],
    crossing: ['kind=customers', 'field=name', 'f=rank'],
    own: [1, 1, 1, 0],
    names: 'Orders',
  })
})

it('is refused anywhere but at a whole row or column, in the words of Sheets', async () => {
  const { call } = open()
  const script = "SpreadsheetApp.getActiveSheet().getRange('A1:A10').addDeveloperMetadata('key')"
  await expect(evaluateOn(call, script)).rejects.toThrow(
    'Adding developer metadata to arbitrary ranges is not currently supported.',
  )
})
