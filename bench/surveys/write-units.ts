import type { MeasuredBackend } from './measured-backend.ts'
import { PAGE, pageOfRows } from './rows.ts'

/** On demand, us-east-1. */
const DOLLARS_A_MILLION_UNITS = 0.625
/** Answers a day of a survey that gets some 15,000 a year. */
const PER_DAY = 40

/** Write units of one answer: by an open link, by a customer's own link, taken by a colleague from a customer, in bulk. */
export async function writeUnits({ call, counted }: MeasuredBackend, survey: string, link: string) {
  const answers = { nps: 9, comment: 'Fast' }
  const submitted = async (address: string) => {
    const { ticket } = await call('GET', address)
    return (await counted(() => call('POST', address, { ticket, answers }))).writeUnits
  }
  const recorded = { date: '2025-01-01', channel: 'phone', customerId: 'C1', answers }
  const { links } = await call('POST', `${survey}/links`, { customers: [{ customerId: 'C1' }] })
  const rows = pageOfRows(1_000_000, PER_DAY)
  return {
    single: await submitted(link),
    withLink: await submitted(links[0].link),
    recorded: (await counted(() => call('POST', `${survey}/answers`, recorded))).writeUnits,
    bulk: (await counted(() => call('POST', `${survey}/answers/import`, { rows }))).writeUnits / PAGE,
  }
}

/** What a million answers cost to write, of so many units each. */
export function dollarsAMillion(units: number): string {
  return `${(units * DOLLARS_A_MILLION_UNITS).toFixed(2)} $`
}
