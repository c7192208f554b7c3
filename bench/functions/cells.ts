import vm from 'node:vm'
import type { GeneratedOrders } from './generated.ts'
import type { Script } from './script.ts'

type Cells = (string | number | Date)[][]
export type OrderCells = { ids: Cells; dates: Cells; amounts: Cells }

/** Three ranges of one column each, as a formula gets them: text ids, dates at midnight UTC, numbers. */
export function orderCells(script: Script, orders: GeneratedOrders): OrderCells {
  return madeIn(script, ({ customer, day, amount }: GeneratedOrders) => ({
    ids: Array.from(customer, (number) => [`C${100_000 + number}`]),
    dates: Array.from(day, (number) => [new Date(number * 86_400_000)]),
    amounts: Array.from(amount, (number) => [number]),
  }))(orders)
}

/** An orders tab with its header, as `getValues` gives it: id, date, amount in each row. */
export function orderTab(script: Script, orders: GeneratedOrders): Cells {
  return madeIn(script, ({ customer, day, amount }: GeneratedOrders) =>
    Array.from(customer, (number, row) => [
      `C${100_000 + number}`,
      new Date((day[row] as number) * 86_400_000),
      amount[row] as number,
    ]),
  )(orders)
}

/** Numbers given row after row as rows of cells, '' for NaN. */
export function numberCells(script: Script, numbers: Float64Array, columns: number): Cells {
  return madeIn(script, (values: Float64Array, width: number) =>
    Array.from({ length: values.length / width }, (_, row) =>
      Array.from(values.subarray(row * width, (row + 1) * width), (value) => (Number.isNaN(value) ? '' : value)),
    ),
  )(numbers, columns)
}

/** The function as if written in the script, so that its arrays and dates are the script's own, as in Apps Script. */
function madeIn<F>({ sandbox }: Script, make: F): F {
  return vm.runInContext(`(${make})`, sandbox)
}
