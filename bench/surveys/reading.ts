import type { MeasuredBackend } from './measured-backend.ts'
import { quantile } from './quantile.ts'
import { importedASecond } from './writing.ts'

const READS = 50
const PAGE = 500

/**
 * Reading a year of one survey by tier, with so many answers stored, all in one partition: p50 and p99 in milliseconds
 * and operations where nothing is stale, then what one more answer adds.
 */
export async function reading(backend: MeasuredBackend, surveys: string, answers: number) {
  const { call, counted } = backend
  const { surveyId } = await call('POST', surveys, { title: `${answers} answers` })
  const survey = `${surveys}/${surveyId}`
  const perDay = Math.ceil(answers / 365)
  const importRate = await importedASecond(backend, survey, answers / PAGE, perDay)
  const read = () => call('GET', `${survey}/figures?metric=NPS&by=tier&from=2025-01-01&to=2025-12-31`)
  await read()
  const times: number[] = []
  for (let at = 0; at < READS; at++) {
    const begun = performance.now()
    await read()
    times.push(performance.now() - begun)
  }
  const fresh = await counted(read)
  const late = { id: 'late', date: '2025-06-15', answers: { nps: 1 } }
  await call('POST', `${survey}/answers/import`, { rows: [late] })
  const stale = await counted(read)
  return {
    importRate,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    operations: fresh.operations,
    staleOperations: stale.operations,
    answersRecounted: stale.itemsRead - fresh.itemsRead,
  }
}
