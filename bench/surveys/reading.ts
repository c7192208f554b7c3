import type { MeasuredBackend } from './measured-backend.ts'
import { quantile } from './quantile.ts'
import { YEAR } from './rows.ts'
import { type Took, took } from './took.ts'

const READS = 100
const LATE_DAY = '2025-06-15'

/** What reading a year of one survey by tier took and asked for: at first, when nothing is stale, when one day is. */
export type Read = {
  first: Took
  p50Ms: number
  p99Ms: number
  many: Took
  operations: number
  stale: { operations: number; itemsRead: number; ofDay: number }
}

/** Reads a year of one survey by tier: daily figures by one cut, all in one partition. */
export async function reading({ call, counted }: MeasuredBackend, survey: string): Promise<Read> {
  const figures = (query: string) => call('GET', `${survey}/figures?metric=NPS&${query}`)
  const read = () => figures(`by=tier&from=${YEAR.from}&to=${YEAR.to}`)
  const first = await took(() => inSteps(read))
  const times: number[] = []
  const many = await took(async () => {
    for (let at = 0; at < READS; at++) times.push((await took(read)).seconds * 1000)
  })
  const fresh = await counted(read)
  const late = { id: 'late', date: LATE_DAY, answers: { nps: 1 } }
  await call('POST', `${survey}/answers/import`, { rows: [late] })
  const stale = await counted(read)
  const { n: ofDay } = await figures(`from=${LATE_DAY}&to=${LATE_DAY}`)
  return {
    first,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    many,
    operations: fresh.operations,
    stale: { operations: stale.operations, itemsRead: stale.itemsRead - fresh.itemsRead, ofDay },
  }
}

/** Very many answers are counted step by step: until all are, the API says how many days are left. */
async function inSteps(read: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await read()
      return
    } catch (error) {
      if (!String(error).includes('figuresCounting')) throw error
    }
  }
}
