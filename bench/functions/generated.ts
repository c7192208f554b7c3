import { writeFileSync } from 'node:fs'

/** Order rows by number: the customer, the day since 1970-01-01, the amount. */
export type GeneratedOrders = { customer: Int32Array; day: Int32Array; amount: Float64Array }

const FIRST_DAY = 19_723
const DAYS = 730
const MS_PER_DAY = 86_400_000

/** The same orders in every run: each customer orders, some far more often than others, on days in no order. */
export function generatedOrders(orders: number, customers: number): GeneratedOrders {
  const random = randomFrom(orders)
  const customer = new Int32Array(orders)
  const day = new Int32Array(orders)
  const amount = new Float64Array(orders)
  for (let row = 0; row < orders; row++) {
    customer[row] = row % 10 === 0 ? (row / 10) % customers : Math.floor(customers * random() ** 2)
    day[row] = FIRST_DAY + Math.floor(DAYS * random())
    amount[row] = Math.round(1_000 + 99_000 * random() ** 3) / 100
  }
  return { customer, day, amount }
}

/** Rows of five indicators, row after row; one cell in a hundred is blank (NaN). */
export function generatedIndicators(rows: number): Float64Array {
  const random = randomFrom(rows)
  return Float64Array.from({ length: rows * 5 }, () => (random() < 0.01 ? NaN : Math.round(random() * 1e5) / 10))
}

/** One value a row, some of them equal. */
export function generatedValues(rows: number): Float64Array {
  const random = randomFrom(rows)
  return Float64Array.from({ length: rows }, () => Math.round(random() * 1e4) / 10)
}

/** Writes orders as CSV: customer, date, amount, with the ids that the cells have. */
export function writeOrders(file: string, { customer, day, amount }: GeneratedOrders): void {
  const dates = Array.from({ length: DAYS }, (_, at) =>
    new Date((FIRST_DAY + at) * MS_PER_DAY).toISOString().slice(0, 10),
  )
  const lines = ['customer,date,amount']
  customer.forEach((number, row) => {
    lines.push(`C${100_000 + number},${dates[(day[row] as number) - FIRST_DAY]},${amount[row]}`)
  })
  writeFileSync(file, lines.join('\n'))
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
