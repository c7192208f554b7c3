import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idPositions } from '../../../core/customers/id-positions.ts'

function positionsOf(ids: (string | number)[]): number[] {
  const positions = idPositions()
  return ids.map((id) => positions.of(id))
}

describe('ids are the same when they read the same', () => {
  it.each<[string, (string | number)[], number[]]>([
    ['again', ['C1', 'C2', 'C1'], [0, 1, 0]],
    ['a number and its text', [17, '17', 17], [0, 0, 0]],
    ['leading zeros tell apart', ['C1', 'C01', 'C001', 'C01'], [0, 1, 2, 1]],
    ['so do other letters before the same number', ['A7', 'B7', 'A7', '7', 7, 'B7'], [0, 1, 0, 2, 2, 1]],
    ['and letters of the same length that differ at the end', ['AB7', 'AC7', 'BB7', 'AB7'], [0, 1, 2, 0]],
    ['case and spaces', ['a1', 'A1', 'a1 ', ' a1', 'a1'], [0, 1, 2, 3, 0]],
    ['nothing numbered', ['Ann', 'Bob', 'Ann'], [0, 1, 0]],
    ['digits in front', ['1a', '2a', '1a'], [0, 1, 0]],
    ['zero', ['C0', 'C00', 0, '0', 'C0'], [0, 1, 2, 2, 0]],
    ['long numbers', [13_800_000_001, 23_800_000_001, '13800000001', '03800000001'], [0, 1, 0, 2]],
    ['around the longest number of a table', ['C2000000', 'C2000001', 'C1999999', 'C2000001'], [0, 1, 2, 1]],
    ['numbers that are not whole', [1.5, '1.5', -1, '-1', 1, 5], [0, 0, 1, 1, 2, 3]],
    ['digits other than 0 to 9', ['C１', 'C1', 'C/1', 'C:1', 'C/', 'C:'], [0, 1, 2, 3, 4, 5]],
  ])('%s', (_, ids, expected) => expect(positionsOf(ids)).toEqual(expected))

  it('however ids are written and mixed', () => {
    const id = fc.oneof(
      fc.integer({ min: -5, max: 3_000_000 }),
      fc.integer({ min: 0, max: 30 }),
      fc.stringMatching(/^[AB]{0,2}[0-9]{0,9}$/),
      fc.stringMatching(/^[A-C]{0,3}[0-3]{1,2}[A-C]?$/),
    )
    fc.assert(
      fc.property(fc.array(id, { maxLength: 60 }), (ids) => {
        const distinct = [...new Set(ids.map(String))]
        expect(positionsOf(ids)).toEqual(ids.map((each) => distinct.indexOf(String(each))))
      }),
    )
  })
})

it('keeps each id once, as first written', () => {
  const positions = idPositions()
  for (const id of ['17', 17, 'Ann', 'C2', 'Ann', 'C1']) positions.of(id)
  expect(positions.ids).toEqual(['17', 'Ann', 'C2', 'C1'])
})
