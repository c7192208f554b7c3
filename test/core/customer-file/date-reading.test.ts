import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateReading } from '../../../core/customer-file/date-reading.ts'

const mixed = ['', '25/04/2024', '03/04/2024', '2024-05-06', '12/27/2024', '05/05/2024', '26/04/2024', 45_000, 'soon']

test('the rows that tell the order of day and month are named, and those that it decides', () => {
  expect(dateReading(mixed, 2, undefined)).toEqual({
    ...{ order: 'DAY_FIRST', dayFirst: [3, 8], monthFirst: [6], open: [4] },
    example: '03/04/2024',
  })
  expect(dateReading(mixed, 2, 'MONTH_FIRST').order).toBe('MONTH_FIRST')
})

test.each([
  [['03/04/2024', '25/04/2024', '12/27/2024'], undefined],
  [['03/04/2024'], undefined],
  [['03/04/2024', '12/27/2024'], 'MONTH_FIRST'],
])('of %j the order is %s', (cells, order) => expect(dateReading(cells, 2, undefined).order).toBe(order))

test('the order of rows does not decide how dates are read', () => {
  const dates = fc.array(fc.constantFrom('25/04/2024', '12/27/2024', '03/04/2024'), { maxLength: 9 })
  fc.assert(
    fc.property(dates, (cells) => {
      expect(dateReading([...cells].reverse(), 2, undefined).order).toBe(dateReading(cells, 2, undefined).order)
    }),
  )
})
