import { afterEach, describe, expect, it } from 'vitest'
import type { Cell, FunctionArgument } from '../../../../local/workbench/workbook.ts'
import { type Functions, openWorkbook } from './open-workbook.ts'

const column = (from: FunctionArgument) => (Array.isArray(from) ? from : [[from]]).map((row) => row[0] as Cell)
const waiting: (() => void)[] = []

const functions: Functions = {
  TS_ASK: () => 1,
  TS_FAIL: () => {
    throw new Error('TS_FAIL: no.')
  },
  TS_DOUBLE: (from) => column(from).map((value) => [value === '' ? '' : Number(value) * 2]),
  TS_COUNT: (to) => Array.from({ length: Number(to) }, (_, index) => [index + 1]),
  TS_ROW: () => [[{ date: 45352 }, '', '007', true, { date: 45352.75 }, 'x']],
  TS_PART: (of) => {
    if (of === 0) throw new Error('TS_PART: the first argument is 0. Give a number above 0.')
    return 1 / Number(of)
  },
  TS_SLOW: async (from) => {
    await new Promise<void>((resolve) => waiting.push(resolve))
    return Number(from) + 1
  },
}

let opened: ReturnType<typeof openWorkbook> | undefined
const open = () => {
  opened = openWorkbook(functions)
  return opened
}
afterEach(() => opened?.model.dispose())

describe('what a custom function is given', () => {
  it('is a value for one cell and rows for a range', async () => {
    const { set, get, asked } = open()
    await set(1, 1, [
      [1, 'a'],
      [2, 'b'],
    ])
    await set(1, 4, [['=TS_ASK(A1, A1:B2, A1:A1, {60,80}, "x", TRUE, 0.5)']])
    await get(1, 4)
    expect(asked.at(-1)?.args).toEqual([
      1,
      [
        [1, 'a'],
        [2, 'b'],
      ],
      1,
      [[60, 80]],
      'x',
      true,
      0.5,
    ])
  })

  it("is '' for a blank cell and for an argument left out", async () => {
    const { set, get, asked } = open()
    await set(1, 1, [['x']])
    await set(1, 4, [['=TS_ASK("name",,B1,A1:B1)']])
    await get(1, 4)
    expect(asked.at(-1)?.args).toEqual(['name', '', '', [['x', '']]])
  })

  it('is a date where the cell is formatted as one', async () => {
    const { set, get, call, rect, asked } = open()
    await set(1, 1, [['2024-03-01', 45352, { date: 45352 }, { date: 45352.5 }]])
    await call('setStyle', { ...rect(1, 2), style: { numberFormat: '0.00' } })
    await set(2, 1, [['=TS_ASK(A1,B1,C1:D1,DATE(2024,3,2))']])
    await get(2, 1)
    expect(asked.at(-1)?.args).toEqual([
      { date: 45352 },
      45352,
      [[{ date: 45352 }, { date: 45352.5 }]],
      { date: 45353 },
    ])
  })

  it('is an error where the cell holds one', async () => {
    const { set, get, asked } = open()
    await set(1, 1, [['=1/0', '=TS_FAIL(1)']])
    await get(1, 1)
    await set(1, 3, [['=TS_ASK(A1:B1)']])
    await get(1, 3)
    expect(asked.at(-1)?.args).toEqual([[[{ error: '#DIV/0!' }, { error: '#ERROR!', note: 'TS_FAIL: no.' }]]])
  })

  it.each(['A2:A', 'A2:$A', 'Orders!A2:A', "'Orders'!$A2:$A"])(
    'is %s cut after the last used row of its sheet',
    async (range) => {
      const { set, get, asked } = open()
      await set(1, 1, [
        ['id', 'date'],
        ['a', 1],
        ['', 2],
        ['', ''],
      ])
      await set(1, 5, [[`=TS_ASK(${range})`]])
      await get(1, 5)
      expect(asked.at(-1)?.args).toEqual([[['a'], ['']]])
    },
  )

  it('is a whole column, header included', async () => {
    const { set, get, asked } = open()
    await set(1, 1, [['id'], ['a'], ['b']])
    await set(1, 1, [['=TS_ASK(Orders!A:A)']], 'sheet-2')
    await get(1, 1, 1, 1, 'sheet-2')
    expect(asked.at(-1)?.args).toEqual([[['id'], ['a'], ['b']]])
  })

  it('does not grow by what spills from the same formula', async () => {
    const { set, get, asked } = open()
    await set(1, 1, [['n'], [1], [2]])
    await set(5, 3, [['=TS_DOUBLE(A2:A)']])
    await get(5, 3)
    await set(2, 1, [[7]])
    expect(await get(5, 3, 5)).toEqual([[14], [4], [''], [''], ['']])
    expect(asked.at(-1)?.args).toEqual([[[7], [2], [''], ['']]])
  })
})

describe('what a custom function gives back', () => {
  it('spills, follows its arguments, and is read by other formulas', async () => {
    const { set, get } = open()
    await set(1, 1, [[1], [2], [3]])
    await set(1, 3, [['=TS_DOUBLE(A1:A3)', '=SUM(C1:C3)', '=TS_DOUBLE(C1:C3)']])
    expect(await get(1, 3, 4, 3)).toEqual([
      [2, 12, 4],
      [4, '', 8],
      [6, '', 12],
      ['', '', ''],
    ])
    await set(1, 1, [[10]])
    expect(await get(1, 3, 3, 3)).toEqual([
      [20, 30, 40],
      [4, '', 8],
      [6, '', 12],
    ])
  })

  it('leaves nothing behind when it shrinks, in readers neither', async () => {
    const { set, get } = open()
    await set(1, 1, [[5]])
    await set(1, 3, [['=TS_COUNT(A1)', '=SUM(C4:C9)', '=COUNT(C1:C9)']])
    expect(await get(1, 3, 1, 3)).toEqual([[1, 9, 5]])
    await set(1, 1, [[2]])
    expect(await get(1, 3, 5, 3)).toEqual([
      [1, 0, 2],
      [2, '', ''],
      ['', '', ''],
      ['', '', ''],
      ['', '', ''],
    ])
    await set(1, 3, [['']])
    expect(await get(1, 3, 2, 3)).toEqual([
      ['', 0, 0],
      ['', '', ''],
    ])
  })

  it('keeps dates, blanks, texts that look like numbers and truth values', async () => {
    const { set, get, call, rect } = open()
    await set(1, 1, [['=TS_ROW()']])
    expect(await get(1, 1, 1, 6)).toEqual([[{ date: 45352 }, '', '007', true, { date: 45352.75 }, 'x']])
    expect(await call('displayValues', rect(1, 1, 1, 6))).toEqual([
      ['2024-03-01', '', '007', 'TRUE', '2024-03-01 18:00:00', 'x'],
    ])
    await call('setNumberFormats', { ...rect(1, 1), formats: [['d/m/yyyy']] })
    expect(await call('displayValues', rect(1, 1))).toEqual([['1/3/2024']])
  })

  it('shows its message as the note of #ERROR!, and recovers', async () => {
    const { set, get } = open()
    await set(1, 1, [[0, '=TS_PART(A1)', '=B1+1', '=IFERROR(B1,"none")']])
    const error = { error: '#ERROR!', note: 'TS_PART: the first argument is 0. Give a number above 0.' }
    expect(await get(1, 2, 1, 3)).toEqual([[error, { error: '#ERROR!' }, 'none']])
    await set(1, 1, [[4]])
    expect(await get(1, 2, 1, 3)).toEqual([[0.25, 1.25, 0.25]])
  })

  it('is #REF! where something stands in its way, and spills once that is gone', async () => {
    const { set, get } = open()
    await set(3, 1, [['in the way']])
    await set(1, 1, [['=TS_COUNT(3)']])
    expect(await get(1, 1, 3)).toEqual([
      [{ error: '#REF!', note: 'Array result was not expanded because it would overwrite data.' }],
      [''],
      ['in the way'],
    ])
    await set(3, 1, [['']])
    expect(await get(1, 1, 3)).toEqual([[1], [2], [3]])
  })

  it('lengthens its sheet where it needs more rows', async () => {
    const { set, get, call } = open()
    await set(1, 1, [['=TS_COUNT(1500)']])
    expect(await get(1500, 1)).toEqual([[1500]])
    expect((await call('workbook', {})).sheets[0]).toMatchObject({ maxRows: 1500, lastRow: 1500 })
  })

  it('may come late: edits made meanwhile are not lost', async () => {
    const { set, get } = open()
    await set(1, 1, [[1, 1, '=TS_SLOW(A1)', '=B1*10']])
    await until(() => waiting.length === 1)
    await set(1, 1, [[2, 2]])
    waiting.shift()?.()
    await until(() => waiting.length === 1)
    waiting.shift()?.()
    expect(await get(1, 3, 1, 2)).toEqual([[3, 20]])
  })
})

describe('formulas', () => {
  it('keep open ranges open when their sheet grows at its end', async () => {
    const { set, get, call } = open()
    await set(1, 3, [['=SUM(A2:A)', '=SUM(A2:A999)']])
    await call('insertRows', { sheetId: 'sheet-1', before: 1001, rows: 100 })
    await set(1050, 1, [[7]])
    expect(await get(1, 3, 1, 2)).toEqual([[7, 0]])
  })

  it('leave texts alone and know ARRAYFORMULA', async () => {
    const { set, get } = open()
    await set(1, 1, [[1], [2]])
    await set(1, 3, [['="A2:A is open"', '=ARRAYFORMULA(A1:A2*2)', '=NOSUCH(1)']])
    expect(await get(1, 3, 2, 3)).toEqual([
      ['A2:A is open', 2, { error: '#NAME?' }],
      ['', 4, ''],
    ])
  })

  it('follow inserted rows', async () => {
    const { set, get, call, rect } = open()
    await set(1, 1, [[1], [2], ['=TS_DOUBLE(A1:A2)']])
    await call('insertRows', { sheetId: 'sheet-1', before: 1, rows: 2 })
    expect(await get(1, 1, 6)).toEqual([[''], [''], [1], [2], [2], [4]])
    expect(await call('formulas', rect(5, 1))).toEqual([['=TS_DOUBLE(A3:A4)']])
  })
})

async function until(ready: () => boolean) {
  while (!ready()) await new Promise((resolve) => setTimeout(resolve, 5))
}
