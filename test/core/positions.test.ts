import { describe, expect, it } from 'vitest'
import { InputError } from '../../core/input-error.ts'
import { positions } from '../../core/positions.ts'

describe('positions', () => {
  it('counts from 0 and passes over blanks', () => {
    expect([...positions(['a', undefined, 17], 'ids')]).toEqual([
      ['a', 0],
      ['17', 2],
    ])
  })

  it('keeps names apart that differ in case or spaces, and not 17 from "17"', () => {
    expect(positions(['a1', 'A1', 'a1 '], 'ids').size).toBe(3)
    expect(() => positions([17, 'b', '17'], 'ids')).toThrow(
      new InputError('nameTwice', { argument: 'ids', text: '17', row: 3, first: 1 }),
    )
    expect(() => positions(['a', undefined, undefined, 'a'], 'staff', 2)).toThrow(
      '"a" in row 5 of staff is already in row 2. Keep one of them.',
    )
  })
})
