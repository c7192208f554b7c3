import { describe, expect, test } from 'vitest'
import { exampleResult } from '../../../addon/reference/example-formula.ts'
import type { ShownCell } from '../../../addon/reference/reference.ts'

const cells: ShownCell[][] = [
  ['a', 'b'],
  [1, { date: '2024-03-01' }],
  [3, 4],
]

/** What the function of a formula is given. */
function given(formula: string): unknown[] {
  let seen: unknown[] = []
  exampleResult(formula, cells, (_, args) => {
    seen = args
    return 0
  })
  return seen
}

describe('the formula of a worked example', () => {
  test.each([
    ['=TS_X(A1:B2)', [[cells[0], cells[1]]]],
    ['=TS_X($B$2, A3)', [{ date: '2024-03-01' }, 3]],
    ['=TS_X(B1:B3)', [[['b'], [{ date: '2024-03-01' }], [4]]]],
    ['=TS_X({60,80}, {1;"x"})', [[[60, 80]], [[1], ['x']]]],
    ['=TS_X("say ""hi"", (now)", -0.5, TRUE, false)', ['say "hi", (now)', -0.5, true, false]],
    ['=TS_X(1, , 2,)', [1, '', 2, '']],
    ['=TS_X()', []],
    ['=TS_X(DATE(2024,7,1))', [{ date: '2024-07-01' }]],
  ])('%s gives its function what a sheet would', (formula, args) => {
    expect(given(formula)).toEqual(args)
  })

  test('may hand on what another function gives back', () => {
    const asked: string[] = []
    const result = exampleResult('=TS_X(TS_Y(A2), 2)', cells, (name, args) => {
      asked.push(`${name} ${JSON.stringify(args)}`)
      return 7
    })
    expect(asked).toEqual(['TS_Y [1]', 'TS_X [7,2]'])
    expect(result).toBe(7)
  })

  test.each([
    ['=TS_X(A1:C2)', 'A1:C2 is not in the example'],
    ['=TS_X(A1:B4)', 'A1:B4 is not in the example'],
    ['=TS_X(A1*2)', '"*2)" is not understood in =TS_X(A1*2)'],
    ['=TS_X(A1', ') is missing in =TS_X(A1'],
    ['=TS_X(A1) 2', '"2" is not understood in =TS_X(A1) 2'],
    ['=Orders', '"Orders" is not understood in =Orders'],
    ['TS_X()', 'TS_X() does not begin with ='],
  ])('%s is refused', (formula, message) => {
    expect(() => exampleResult(formula, cells, () => 0)).toThrow(message)
  })
})
