import type { MeasuredBackend } from './measured-backend.ts'
import { quantile } from './quantile.ts'
import { YEAR } from './rows.ts'
import { type Took, took } from './took.ts'

const LATE_DAY = '2025-06-15'

/** What reading a year of one survey by tier took and asked for: at first, when nothing is stale, when one day is. */
export type Read = {
  first: Took
  p50Ms: number
  p99Ms: number
  many: Took
  operations: number
  /** Operations of the same by other cuts. */
  byOwner: number
  bySegment: number
  stale: { operations: number; itemsRead: number; ofDay: number }
}

/**
 * Reads a year of one survey by tier: daily figures by one cut, all in one partition.
 *
 * @param reads So many times.
 */
export async function reading({ call, counted }: MeasuredBackend, survey: string, reads: number): Promise<Read> {
  const figures = (query: string) => call('GET', `${survey}/figures?metric=NPS&${query}`)
  const readBy = (cut: string) => figures(`by=${cut}&from=${YEAR.from}&to=${YEAR.to}`)
  const read = () => readBy('tier')
  const first = await took(() => inSteps(read))
  const times: number[] = []
  const many = await took(async () => {
    for (let at = 0; at < reads; at++) times.push((await took(read)).seconds * 1000)
  })
  const fresh = await counted(read)
  const operationsBy = async (cut: string) => {
    await inSteps(() => readBy(cut))
    return (await counted(() => readBy(cut))).operations
  }
  const [byOwner, bySegment] = [await operationsBy('owner'), await operationsBy('segment')]
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
    byOwner,
    bySegment,
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
