import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { type OrderHistory, orderHistories } from '../../core/clv/order-histories.ts'
import { randomFrom } from './generated.ts'

const CDNOW = '../shared/data/cdnow_sample.txt'
const MS_PER_DAY = 86_400_000
const END_OF_CALIBRATION = Date.parse('1997-09-30') / MS_PER_DAY

/** Repeat orders of invented customers, in weeks; most have few. */
export function generatedHistories(customers: number): OrderHistory[] {
  const random = randomFrom(customers)
  return Array.from({ length: customers }, () => {
    const x = Math.floor(12 * random() ** 3)
    const T = 27 + Math.floor(84 * random()) / 7
    return { x, tx: x === 0 ? 0 : T * random(), T }
  })
}

/** CDNOW's customers up to 1997-09-30, in weeks; undefined where the file is not there. */
export function cdnowHistories(): OrderHistory[] | undefined {
  if (!existsSync(CDNOW)) return undefined
  const rows = readFileSync(CDNOW, 'utf8').trim().split('\n')
  const orders = { ids: [] as string[], days: [] as number[], amounts: [] as number[] }
  for (const [, id = '', date = '', , amount] of rows.map((row) => row.trim().split(/\s+/))) {
    orders.ids.push(id)
    orders.days.push(Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`) / MS_PER_DAY)
    orders.amounts.push(Number(amount))
  }
  return orderHistories(orders, { asOf: END_OF_CALIBRATION })
}

/** Writes all x, then all t_x, then all T. */
export function writeHistories(file: string, histories: readonly OrderHistory[]): void {
  const columns = [histories.map(({ x }) => x), histories.map(({ tx }) => tx), histories.map(({ T }) => T)]
  writeFileSync(file, Float64Array.from(columns.flat()))
}
