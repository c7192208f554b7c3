import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { TABLE } from '../../local/backend.ts'
import type { Asked, MeasuredBackend } from './measured-backend.ts'

/** On demand, us-east-1. */
const DOLLARS_A_MILLION_UNITS = 0.625
const PAGE = 500
const SUBMITS = 200
const AT_ONCE = 8
const RAW_BATCHES = 400

/** A page of rows as exports of surveys have them: in order of time, some forty a day. */
function pageOfRows(page: number, perDay: number) {
  return Array.from({ length: PAGE }, (_, at) => {
    const number = page * PAGE + at
    const date = new Date(Date.UTC(2025, 0, 1 + (Math.floor(number / perDay) % 365))).toISOString().slice(0, 10)
    const answers = { nps: number % 11, productQuality: 1 + (number % 5), comment: `Comment ${number}` }
    return { id: `row ${number}`, date, customerId: `C${number % 1000}`, answers }
  })
}

/** Answers a second through the public page's address, by some people at once. */
export async function submitsASecond({ call }: MeasuredBackend, link: string): Promise<number> {
  const tickets: string[] = []
  for (let at = 0; at < SUBMITS; at++) tickets.push((await call('GET', link)).ticket)
  const left = [...tickets]
  const begun = performance.now()
  const somebody = async () => {
    for (let ticket = left.pop(); ticket; ticket = left.pop()) await call('POST', link, { ticket, answers: { nps: 9 } })
  }
  await Promise.all(Array.from({ length: AT_ONCE }, somebody))
  return (SUBMITS / (performance.now() - begun)) * 1000
}

/** Answers a second by import, a page after the other. */
export async function importedASecond({ call }: MeasuredBackend, survey: string, pages: number, perDay: number) {
  const begun = performance.now()
  for (let page = 0; page < pages; page++) {
    await call('POST', `${survey}/answers/import`, { rows: pageOfRows(page, perDay) })
  }
  return ((pages * PAGE) / (performance.now() - begun)) * 1000
}

/** Items a second that the engine takes by bare BatchWriteItem, 25 at a time, as large as an answer and indexed as one. */
export async function bareASecond({ db }: MeasuredBackend): Promise<number> {
  const begun = performance.now()
  for (let batch = 0; batch < RAW_BATCHES; batch++) {
    const puts = pageOfRows(batch, 40)
      .slice(0, 25)
      .map(({ id, ...row }) => ({
        PutRequest: { Item: { pk: 'bare', sk: `${batch} ${id}`, gsi1pk: row.customerId, gsi1sk: row.date, ...row } },
      }))
    await db.send(new BatchWriteCommand({ RequestItems: { [TABLE]: puts } }))
  }
  return ((RAW_BATCHES * 25) / (performance.now() - begun)) * 1000
}

/** Write units of one answer, as the `engine` reports them and with entries of indexes counted `once`. */
export type Units = { engine: number; once: number }

/** By the open link, by a link of one's own, in bulk with customers. */
export async function writeUnits({ call, counted }: MeasuredBackend, survey: string, link: string) {
  const submitted = async (address: string) => {
    const { ticket } = await call('GET', address)
    return units(await counted(() => call('POST', address, { ticket, answers: { nps: 9, comment: 'Fast' } })), 1)
  }
  const { links } = await call('POST', `${survey}/links`, { customers: [{ customerId: 'C1' }] })
  const rows = pageOfRows(1_000_000, PAGE)
  const bulk = units(await counted(() => call('POST', `${survey}/answers/import`, { rows })), PAGE)
  return { single: await submitted(link), withLink: await submitted(links[0].link), bulk }
}

function units({ writeUnits, indexUnits }: Asked, answers: number): Units {
  return { engine: writeUnits / answers, once: (writeUnits - indexUnits / 2) / answers }
}

export function dollarsAMillion({ engine, once }: Units): string {
  return [engine, once].map((units) => `${(units * DOLLARS_A_MILLION_UNITS).toFixed(2)} $`).join(' / ')
}
