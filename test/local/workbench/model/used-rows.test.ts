import { afterEach, expect, it } from 'vitest'
import { openWorkbook } from './open-workbook.ts'

let opened: ReturnType<typeof openWorkbook> | undefined
afterEach(() => opened?.model.dispose())

it.each([
  ['=ARRAYFORMULA(IF(A1:A = "", , A1:A))', 3],
  ['=ARRAYFORMULA(IF(A1:A = "", "", A1:A))', 1000],
])('the last row is the last that a result puts anything into, "" as well: %s', async (formula, lastRow) => {
  opened = openWorkbook()
  await opened.set(1, 1, [['id'], ['a'], ['b']])
  await opened.set(1, 3, [[formula]])
  expect(await opened.get(3, 3)).toEqual([['b']])
  expect((await opened.call('workbook', {})).sheets[0]?.lastRow).toBe(lastRow)
})
