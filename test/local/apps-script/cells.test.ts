import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openScriptHost, type ScriptHost } from '../../../local/apps-script/script-host.ts'
import type { Cell } from '../../../local/workbench/workbook.ts'
import { host } from './host.ts'
import { memoryWorkbook } from './memory-workbook.ts'

/** Serial of a wall-clock time. */
const serial = (wall: string) => (Date.parse(`${wall}Z`) - Date.UTC(1899, 11, 30)) / 864e5

/** One host for all cases: it looks at whatever workbook is `book` then. */
let book = memoryWorkbook()
let script: ScriptHost
beforeAll(async () => {
  const code = `
    function instant() { return SpreadsheetApp.getActiveSheet().getRange('A1').getValue().toISOString() }
    function copies(rows) { return rows.map(function (row) { return [new Date(row[0].getTime())] }) }
    function F(body, x) { return new Function('x', body)(x) }`
  script = await openScriptHost({ code, workbook: (method, params) => book.call(method, params) })
})
afterAll(() => script.close())

async function instantIn(timeZone: string, wall: string): Promise<unknown> {
  book = memoryWorkbook({ timeZone })
  await book.put({ sheetId: 's0', row: 1, column: 1, rows: 1, columns: 1 }, [[{ date: serial(wall) }]])
  return script.run('instant')
}

describe('a date in a cell is a moment in the time zone of the spreadsheet', () => {
  test.each([
    ['Etc/UTC', '2024-02-29T00:00:00', '2024-02-29T00:00:00.000Z'],
    ['Asia/Shanghai', '2024-02-29T00:00:00', '2024-02-28T16:00:00.000Z'],
    ['Asia/Shanghai', '1988-07-01T12:00:00', '1988-07-01T03:00:00.000Z'],
    ['America/New_York', '2024-01-15T12:34:56.789', '2024-01-15T17:34:56.789Z'],
    ['America/New_York', '2024-07-15T12:00:00', '2024-07-15T16:00:00.000Z'],
    ['America/New_York', '2024-03-10T01:59:59', '2024-03-10T06:59:59.000Z'],
    ['America/New_York', '2024-03-10T02:30:00', '2024-03-10T07:30:00.000Z'],
    ['America/New_York', '2024-03-10T03:00:00', '2024-03-10T07:00:00.000Z'],
    ['America/New_York', '2024-11-03T01:30:00', '2024-11-03T05:30:00.000Z'],
    ['America/New_York', '2024-11-03T02:00:00', '2024-11-03T07:00:00.000Z'],
    ['Australia/Lord_Howe', '2024-04-07T01:45:00', '2024-04-06T14:45:00.000Z'],
    ['Pacific/Kiritimati', '2024-01-01T00:00:00', '2023-12-31T10:00:00.000Z'],
    ['America/Sao_Paulo', '2018-11-04T00:00:00', '2018-11-04T03:00:00.000Z'],
  ])('%s %s', async (zone, wall, instant) => {
    expect(await instantIn(zone, wall)).toBe(instant)
  })
})

test.each(['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe'])(
  'dates written back in %s are the cells that were read, every day of two years',
  async (timeZone) => {
    book = memoryWorkbook({ timeZone })
    const days: Cell[][] = Array.from({ length: 731 }, (_, day) => [{ date: 45_200 + day }])
    expect(await script.callFunction('copies', [days])).toEqual({ value: days })
  },
)

test('values in the script are of its own realm', async () => {
  const script = await host(`
    function F(cell, rows) {
      return [[cell instanceof Date, rows instanceof Array, Array.isArray(rows), rows[0] instanceof Array,
        rows[0][1] instanceof Date, Object.getPrototypeOf(rows[0][1]) === Date.prototype]]
    }
    function objects(given) {
      var fetched = PropertiesService.getScriptProperties().getProperties()
      try { SpreadsheetApp.getActiveSheet().getRange(0, 1) } catch (error) {
        return [given instanceof Object, given.list instanceof Array, fetched instanceof Object, error instanceof Error, error.name]
      }
    }`)
  const rows: Cell[][] = [['a', { date: 45_000 }]]
  expect(await script.callFunction('F', [{ date: 45_000.5 }, rows])).toEqual({ value: [Array(6).fill(true)] })
  expect(await script.run('objects', { list: [] })).toEqual([true, true, true, true, 'Exception'])
})

describe('what a custom function is given and gives back', () => {
  test.each<[string, Cell | Cell[][], unknown]>([
    ['return x === ""', '', true],
    ['return typeof x', 5, 'number'],
    ['return x', { error: '#DIV/0!', note: 'Division by zero' }, '#DIV/0!'],
    ['return [1, "b"]', '', [[1], ['b']]],
    [
      'return [[1], [2, 3]]',
      '',
      [
        [1, ''],
        [2, 3],
      ],
    ],
    ['return [[null, undefined]]', '', [['', '']]],
    ['return NaN', '', { error: '#NUM!' }],
    ['return new Date(x.getTime() + 36e5)', { date: 45_000 }, { date: 45_000 + 1 / 24 }],
    ['return new Date(NaN)', '', { error: '#NUM!' }],
    ['return undefined', '', ''],
  ])('%s', async (body, argument, value) => {
    expect(await script.callFunction('F', [body, argument])).toEqual({ value })
  })

  test('a throw is its sentence, and an empty array is one too', async () => {
    expect(await script.callFunction('F', ['throw new Error("F: row 7")', ''])).toEqual({ error: 'F: row 7' })
    const empty = { error: 'The function gave an empty array.' }
    expect(await script.callFunction('F', ['return []', ''])).toEqual(empty)
    expect(await script.callFunction('F', ['return [[]]', ''])).toEqual(empty)
  })
})
