import fc from 'fast-check'
import { expect, it } from 'vitest'
import { customerRows } from '../../../core/customers/customer-rows.ts'

it('gives each customer its rows in their order, and leaves out those of nobody', () => {
  const { rows, starts } = customerRows(Int32Array.of(1, 0, -1, 1, 2, 0), 4)
  expect([...rows]).toEqual([1, 5, 0, 3, 4])
  expect([...starts]).toEqual([0, 2, 4, 5, 5])
  expect(customerRows(Int32Array.of(-1), 0)).toEqual({ rows: Int32Array.of(), starts: Int32Array.of(0) })
})

it('puts every row under its own customer once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 5 })), (customers) => {
      const { rows, starts } = customerRows(Int32Array.from(customers), 6)
      const own = Array.from({ length: 6 }, (_, i) => [...rows.subarray(starts[i], starts[i + 1])])
      const expected = own.map((_, i) => customers.flatMap((customer, row) => (customer === i ? [row] : [])))
      expect(own).toEqual(expected)
    }),
  )
})
