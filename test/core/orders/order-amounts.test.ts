import { describe, expect, test } from 'vitest'
import { amountValue } from '../../../core/orders/amount-value.ts'
import { decimalMark } from '../../../core/orders/decimal-mark.ts'
import { writtenAmount } from '../../../core/orders/written-amount.ts'

describe('an amount taken apart', () => {
  test.each([
    ['12', false, '', '12'],
    [' 5 € ', false, '€', '5'],
    [' (5.00) ', true, '', '5.00'],
    ['( $5.00 )', true, '$', '5.00'],
    ['(5.00 € )', true, '€', '5.00'],
    ['$ (5.00)', true, '$', '5.00'],
    ['US$(5.00)', true, '$', '5.00'],
    ['+5', false, '', '5'],
    ['HK$5', false, 'HK$', '5'],
    ['CHF 1’234.50', false, 'CHF', "1'234.50"],
    ['USD5', false, '$', '5'],
    ['12圆', false, '¥', '12'],
    ['RMB 12 元', false, '¥', '12'],
    ['GBP 12', false, '£', '12'],
    ['EUR 12', false, '€', '12'],
    ['5.', false, '', '5.'],
  ])('%s', (text, negative, currency, digits) => {
    expect(writtenAmount(text)).toEqual({ negative, currency, digits })
  })

  test.each(['', '-', '$', '(5) x', '12 (5)', '((5))', '()', '-5-', '5 $ €', '$5£', '1 2 apples'])(
    '"%s" is none',
    (text) => {
      expect(writtenAmount(text)).toBeUndefined()
    },
  )
})

describe('the decimal mark of a column', () => {
  test.each([
    [[], '.'],
    [['1,234'], '.'],
    [['1234,567'], ','],
    [['12,345'], '.'],
    [['0,125'], ','],
    [['1.234.567'], ','],
    [['1,234,567', '12,5', '12,5'], ','],
    // One against one: a point where nothing tells
    [['1,234,567', '12,5'], '.'],
    [['12.5', '12,5', '12,5'], ','],
    [['1.234,5'], ','],
    [['1,234.5', '1.234,5'], '.'],
  ] as const)('of %j is %s', (digits, mark) => {
    expect(decimalMark(digits)).toBe(mark)
  })
})

describe('the value of digits', () => {
  test.each([
    ['1,234.50', '.', 1234.5],
    ['1.234,50', ',', 1234.5],
    ['1234,', ',', 1234],
    [',5', ',', 0.5],
    ["1'234'567.8", '.', 1234567.8],
    ['12 345', '.', 12345],
  ] as const)('of %s with %s is %d', (digits, mark, value) => {
    expect(amountValue(digits, mark)).toBe(value)
  })

  test.each(['', '.', '1.2.3', '1,23', '12,34,567', '1234,567', '0,123', '1,234 567', '1. 5', "1'23"])(
    '"%s" has none under a decimal point',
    (digits) => {
      expect(amountValue(digits, '.')).toBeUndefined()
    },
  )
})
