import { describe, expect, test } from 'vitest'
import { refuseTooLarge, refuseTooMuchText } from '../../../functions/store/item-size.ts'

/** A value that takes so many bytes by DynamoDB's rules, with `held` beside a text: the text is as long as is left. */
const filled = (bytes: number, held: object, heldBytes: number) => ({
  ...held,
  text: 'x'.repeat(bytes - 3 - heldBytes - 1 - 'text'.length),
})
const refusal = (value: unknown, refuse = refuseTooLarge) => {
  try {
    refuse(value)
    return undefined
  } catch (error) {
    return error
  }
}
const MOST = 400 * 1024

describe('the bytes of an item', () => {
  // Each entry takes 1 beside its name and value.
  test.each<[string, object, number]>([
    ['a text', { a: 'abc' }, 1 + 1 + 3],
    ['a text in UTF-8', { a: '质' }, 1 + 1 + 3],
    ['a name in UTF-8', { é: '' }, 1 + 2],
    ['a number', { a: 1 }, 1 + 1 + 21],
    ['yes', { a: true }, 1 + 1 + 1],
    ['nothing', { a: null }, 1 + 1 + 1],
    ['what is left out', { a: undefined }, 0],
    ['an empty map', { a: {} }, 1 + 1 + 3],
    ['a map', { a: { b: 'c' } }, 1 + 1 + 3 + (1 + 1 + 1)],
    ['a list', { a: ['b', 'cd'] }, 1 + 1 + 3 + (1 + 1) + (1 + 2)],
    ['a list with a gap', { a: ['b', undefined] }, 1 + 1 + 3 + (1 + 1)],
  ])('%s', (_, held, bytes) => {
    expect(refusal(filled(MOST, held, bytes))).toBeUndefined()
    expect(refusal(filled(MOST + 1, held, bytes))).toMatchObject({ code: 'tooMuchText' })
  })
})

test('people may write less than an item holds, and hear how much it was', () => {
  const written = (bytes: number) => refusal('x'.repeat(bytes), refuseTooMuchText)
  expect(written(390_000)).toBeUndefined()
  expect(written(390_001)).toMatchObject({ code: 'tooMuchText', details: { kilobytes: 391, most: 390 } })
  expect(refusal('x'.repeat(MOST))).toBeUndefined()
  expect(refusal('x'.repeat(MOST + 1))).toMatchObject({ details: { kilobytes: 410, most: 390 } })
  expect(refusal(undefined, refuseTooMuchText)).toBeUndefined()
})
