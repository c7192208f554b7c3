import type { MeasuredBackend } from './measured-backend.ts'
import { pageOfRows } from './rows.ts'

/** On demand, us-east-1. */
const DOLLARS_A_MILLION_UNITS = 0.625
/** Answers a day of a survey that gets some 15,000 a year. */
const PER_DAY = 40

/** As many rows as there are days, so that no two share one. */
const DAYS = 365
/** What makes an answer cost more: a place of the quota to take, and a low answer to follow up. */
const WATCHED = { quota: 1000, followUp: [{ question: 'nps', atMost: 6, opens: 'task' }] }

/**
 * Write units of one answer: by an open link, by a customer's own link, taken by a colleague from a customer, in bulk with
 * some tens, three or one a day, and by both links where a quota and a follow-up rule are kept to.
 *
 * @param surveys The path under which surveys are made.
 */
export async function writeUnits(backend: MeasuredBackend, surveys: string, survey: string, link: string) {
  const { call, counted } = backend
  const answers = { nps: 9, comment: 'Fast' }
  const recorded = { date: '2025-01-01', channel: 'phone', customerId: 'C1', answers }
  const inBulk = async (rows: object[]) =>
    (await counted(() => call('POST', `${survey}/answers/import`, { rows }))).writeUnits / rows.length
  const { surveyId } = await call('POST', surveys, { title: 'Watched', ...WATCHED })
  const watched = await call('POST', `${surveys}/${surveyId}/open`)
  const low = { nps: 2, comment: 'Slow' }
  return {
    single: await submitted(backend, link, answers),
    withLink: await submitted(backend, await ownLink(backend, survey), answers),
    recorded: (await counted(() => call('POST', `${survey}/answers`, recorded))).writeUnits,
    bulk: await inBulk(pageOfRows(1_000_000, PER_DAY)),
    bulkOfThree: await inBulk(pageOfRows(2_000_000, 3)),
    bulkOfOne: await inBulk(pageOfRows(3_000_000, 1).slice(0, DAYS)),
    watched: await submitted(backend, watched.link, low),
    watchedWithLink: await submitted(backend, await ownLink(backend, `${surveys}/${surveyId}`), low),
  }
}

/** Write units of an answer that is sent through a link. */
async function submitted({ call, counted }: MeasuredBackend, link: string, answers: object): Promise<number> {
  const { ticket } = await call('GET', link)
  return (await counted(() => call('POST', link, { ticket, answers }))).writeUnits
}

/** A customer's own link of a survey. */
async function ownLink({ call }: MeasuredBackend, survey: string): Promise<string> {
  const { links } = await call('POST', `${survey}/links`, { customers: [{ customerId: 'C1' }] })
  return links[0].link
}

/** What a million answers cost to write, of so many units each. */
export function dollarsAMillion(units: number): string {
  return `${(units * DOLLARS_A_MILLION_UNITS).toFixed(2)} $`
}
