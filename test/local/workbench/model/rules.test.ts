import { afterEach, describe, expect, it } from 'vitest'
import type { WorkbookCall } from '../../../../local/workbench/workbook.ts'
import { evaluateOn } from '../../apps-script/host.ts'
import { memoryWorkbook } from '../../apps-script/memory-workbook.ts'
import { openWorkbook } from './open-workbook.ts'

let opened: ReturnType<typeof openWorkbook> | undefined
afterEach(() => {
  opened?.model.dispose()
  opened = undefined
})

const headless = (): WorkbookCall => {
  opened = openWorkbook()
  return opened.call
}
const inMemory = (): WorkbookCall => memoryWorkbook({ names: ['Orders', 'Result'] }).call

const start = `var book = SpreadsheetApp.getActive(), sheet = book.getSheetByName('Orders')
  function rule() { return SpreadsheetApp.newDataValidation() }
  function strict(builder) { return builder.setAllowInvalid(false).build() }
  function places(of) {
    return of.getDataValidations().map(function (row) { return row.map(function (one) { return one ? one.getCriteriaType().slice(0, 4) : '' }).join(',') })
  }
`
const lists = `sheet.getRange('B2:B5').setDataValidation(strict(rule().requireValueInList(['A', 'B', 3])));`

/** A workbook with a rule on B2:B5, and in it what a script's body gives. */
const on = (call: WorkbookCall, body: string) => evaluateOn(call, start + lists + body)

const refused = (cell: string) =>
  `The data that you entered in cell ${cell} violates the data validation rules set on this cell.`

describe.each([
  ['the workbook', headless],
  ['the workbook in memory', inMemory],
])('%s', (_, open) => {
  it('keeps rules, gives them back and takes them away', async () => {
    const body = `
      var back = sheet.getRange('B3').getDataValidation()
      sheet.getRange('C2:D3').setDataValidations([[null, rule().requireDate().setHelpText('A day').build()],
        [rule().requireNumberBetween(1, 5).build(), back.copy().setAllowInvalid(true).build()]])
      sheet.getRange('B4').clearDataValidations()
      var day = sheet.getRange('D2').getDataValidation()
      return [back.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST, back.getCriteriaValues(),
        back.getAllowInvalid(), back.getHelpText(), day.getHelpText(), day.getAllowInvalid(), places(sheet.getRange('B1:D5'))]`
    expect(await on(open(), body)).toEqual([
      ...[true, [['A', 'B', '3'], true], false, null, 'A day', true],
      [',,', 'VALU,,DATE', 'VALU,NUMB,VALU', ',,', 'VALU,,'],
    ])
  })

  it.each([
    ["sheet.getRange('A2:B3').setValues([['x', 'A'], ['y', 'C']])", 'B3'],
    ["sheet.getRange('B5').setValue('a')", 'B5'],
    ["sheet.getRange('A1').setDataValidation(strict(rule().requireDate())).setValue('soon')", 'A1'],
    ["sheet.getRange('A1').setDataValidation(strict(rule().requireNumberGreaterThanOrEqualTo(0))).setValue(-1)", 'A1'],
    ["sheet.getRange('A1').setDataValidation(strict(rule().requireTextIsEmail())).setValue('ann@')", 'A1'],
  ])('refuses in the words of Sheets, and writes nothing: %s', async (write, cell) => {
    const call = open()
    await expect(on(call, write)).rejects.toThrow(refused(cell))
    expect(await evaluateOn(call, `${start} return sheet.getLastRow()`)).toBe(0)
  })

  it('lets through what a rule allows, blanks, formulas, and what is only warned of', async () => {
    const body = `
      sheet.getRange('B2:B5').setValues([['A'], [3], [''], ['=1+1']])
      sheet.getRange('A1').setDataValidation(strict(rule().requireDate())).setValue('2024-03-01').setValue(new Date())
      sheet.getRange('A2').setDataValidation(strict(rule().requireNumberBetween(1, 2))).setValue('2')
      sheet.getRange('A3').setDataValidation(strict(rule().requireTextIsEmail())).setValue('ann@example.com')
      sheet.getRange('A4').setDataValidation(strict(rule().requireFormulaSatisfied('=FALSE'))).setValue('anything')
      sheet.getRange('A5').setDataValidation(rule().requireDate().setAllowInvalid(true).build()).setValue('x')
      return sheet.getRange('A5').getValue()`
    expect(await on(open(), body)).toBe('x')
  })

  it('moves rules and protected ranges with their cells', async () => {
    const body = `
      sheet.getRange('B2:B5').protect().setDescription('Scores').setWarningOnly(true)
      var all = function () {
        return book.getProtections(SpreadsheetApp.ProtectionType.RANGE).map(function (one) { return one.getRange().getA1Notation() })
      }
      var was = all()
      sheet.insertRowsBefore(4, 2)
      sheet.insertColumnBefore(1)
      var inserted = all().concat(places(sheet.getRange('C1:C8')))
      sheet.moveColumns(sheet.getRange('C:C'), 1)
      var moved = all().concat(places(sheet.getRange('A2:C2')))
      sheet.deleteRows(1, 3)
      return [was, inserted, moved, all().concat(places(sheet.getRange('A1:A5')))]`
    expect(await on(open(), body)).toEqual([
      ['B2:B5'],
      ['C2:C7', '', 'VALU', 'VALU', 'VALU', 'VALU', 'VALU', 'VALU', ''],
      ['A2:A7', 'VALU,,'],
      ['A1:A4', 'VALU', 'VALU', 'VALU', 'VALU', ''],
    ])
  })

  it('keeps protections, one a sheet', async () => {
    const body = `
      var type = SpreadsheetApp.ProtectionType
      sheet.protect().setDescription('Ours').setWarningOnly(true)
      sheet.protect()
      var range = sheet.getRange('A1:B2').protect()
      var seen = [sheet.getProtections(type.SHEET).length, sheet.getProtections(type.SHEET)[0].getDescription(),
        sheet.getProtections(type.SHEET)[0].isWarningOnly(), range.isWarningOnly(), book.getProtections(type.RANGE).length,
        range.getProtectionType() === type.RANGE, sheet.protect().getRange().getA1Notation()]
      range.remove()
      return seen.concat(book.getProtections(type.RANGE).length)`
    const [, , , , , , whole] = (await on(open(), body)) as unknown[]
    expect(String(whole)).toMatch(/^A1:Z100/)
    expect(await on(open(), body)).toEqual([1, 'Ours', true, false, 1, true, whole, 0])
  })

  it('keeps notes, also where contents change', async () => {
    const body = `
      sheet.getRange('A1:B2').setNotes([['a', null], ['', 'd']])
      sheet.getRange('A1').setValue('x').clearContent().setValue('y')
      sheet.insertRowBefore(1)
      var moved = sheet.getRange('A2:B3').getNotes()
      sheet.getRange('A2').clearNote()
      return [moved, sheet.getRange('A2').getNote(), sheet.getRange('B3').getNote(), sheet.getRange('A2').getValue()]`
    expect(await on(open(), body)).toEqual([
      [
        ['a', ''],
        ['', 'd'],
      ],
      ...['', 'd', 'y'],
    ])
  })

  it('copies tabs with what they hold, but for protection', async () => {
    const body = `
      sheet.getRange('A1').setValue('x').protect()
      sheet.getRange('A:A').addDeveloperMetadata('field', 'a')
      var copy = sheet.copyTo(book)
      sheet.activate()
      var again = book.duplicateActiveSheet()
      copy.getRange('A1').setValue('changed')
      return [copy.getName(), again.getName(), again.getRange('A1').getValue(), sheet.getRange('A1').getValue(),
        places(copy.getRange('B2:B3')), copy.createDeveloperMetadataFinder().find()[0].getLocation().getColumn().getSheet().getName(),
        book.getProtections(SpreadsheetApp.ProtectionType.RANGE).length, book.getActiveSheet().getName()]`
    const [first, second] = ['Copy of Orders', 'Copy of Orders 2']
    expect(await on(open(), body)).toEqual([first, second, 'x', 'x', ['VALU', 'VALU'], first, 1, second])
  })

  it('hides tabs, but not the last one', async () => {
    const body = `
      var other = book.getSheetByName('Result')
      other.activate(); other.hideSheet()
      var seen = [other.isSheetHidden(), sheet.isSheetHidden(), book.getActiveSheet().getName()]
      return seen.concat(other.showSheet().isSheetHidden())`
    expect(await on(open(), body)).toEqual([true, false, 'Orders', false])
    const both = "book.getSheetByName('Result').hideSheet(); sheet.hideSheet()"
    await expect(on(open(), both)).rejects.toThrow("You can't hide all the sheets in a document.")
  })
})

it('undoes and redoes rules together with the columns that they are on', async () => {
  const call = headless()
  await on(call, '')
  const { injector, parts, unitId } = opened!.model.grid
  const { core } = parts
  injector.get(core.IUniverInstanceService).focusUnit(unitId)
  const command = (name: string) => injector.get(core.ICommandService).executeCommand(`univer.command.${name}`)
  const columns = async () => (await call('validations', { sheetId: 'sheet-1' })).map(({ column }) => column)
  await call('deleteColumns', { sheetId: 'sheet-1', column: 2, columns: 1 })
  expect(await columns()).toEqual([])
  await command('undo')
  expect(await columns()).toEqual([2])
  await call('insertColumns', { sheetId: 'sheet-1', before: 1, columns: 1 })
  await command('undo')
  expect(await columns()).toEqual([2])
  await command('redo')
  expect(await columns()).toEqual([3])
  await command('undo')
  await command('undo')
  expect(await columns()).toEqual([])
})

it('moves rules and metadata with columns that a person drags', async () => {
  const call = headless()
  await on(call, "sheet.getRange('B:B').addDeveloperMetadata('field', 'b')")
  const { injector, parts, unitId } = opened!.model.grid
  const commands = injector.get(parts.core.ICommandService)
  const columns = (first: number, last: number) => {
    return { startRow: 0, endRow: 999, startColumn: first, endColumn: last, rangeType: 2 }
  }
  const target = { unitId, subUnitId: 'sheet-1' }
  const primary = { ...columns(1, 1), actualRow: 0, actualColumn: 1, isMerged: false, isMergedMainCell: false }
  const selections = [{ range: columns(1, 2), primary, style: null }]
  await commands.executeCommand(parts.sheets.SetSelectionsOperation.id, { ...target, selections })
  const dragged = { fromRange: columns(2, 2), toRange: columns(5, 5) }
  await commands.executeCommand(parts.sheets.MoveColsCommand.id, { ...target, ...dragged })
  expect((await call('validations', { sheetId: 'sheet-1' })).map(({ column }) => column)).toEqual([4])
  expect((await call('metadata', {})).map(({ place }) => place)).toEqual([
    { type: 'COLUMN', sheetId: 'sheet-1', index: 4 },
  ])
})

it('stores rules, protections, notes and hidden tabs with the workbook', async () => {
  const call = headless()
  await on(call, "sheet.protect(); sheet.getRange('A1').setNote('n'); book.getSheetByName('Result').hideSheet()")
  const stored = JSON.parse(JSON.stringify(opened!.model.snapshot()))
  const before = [await call('validations', { sheetId: 'sheet-1' }), await call('protections', {})]
  opened!.model.dispose()
  opened = openWorkbook({}, stored)
  const again = opened.call
  expect([await again('validations', { sheetId: 'sheet-1' }), await again('protections', {})]).toEqual(before)
  expect(await again('notes', opened.rect(1, 1))).toEqual([['n']])
  expect((await again('workbook', {})).sheets.map(({ hidden }) => hidden)).toEqual([false, true])
})
