import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Imported, importing } from './surveys/importing.ts'
import { type MeasuredBackend, measuredBackend } from './surveys/measured-backend.ts'
import { type Read, reading } from './surveys/reading.ts'
import { type Row, rateRow, row } from './surveys/row.ts'
import { customers, PAGE } from './surveys/rows.ts'
import { submitting } from './surveys/submitting.ts'
import { dollarsAMillion, writeUnits } from './surveys/write-units.ts'

const SUBMITS = 300
const MOST_OPERATIONS = 6
const READS = 100
/** Of 10^6 answers. */
const FEW_READS = 20

/**
 * Answers to surveys on the embedded engine on disk: written one by one and in bulk, and read as figures with 10^3 and
 * 10^5 of them stored. How far it is goes to the standard error.
 *
 * @param large With 10^6 stored, too.
 */
export async function surveys(large = process.argv.includes('--large')): Promise<Record<string, Row>> {
  const dir = await mkdtemp(join(tmpdir(), 'tiersheet-bench-'))
  const backend = await measuredBackend(dir)
  try {
    const { workspaceId } = await backend.call('POST', '/v1/workspaces', { name: 'Bench' })
    const workspace = `/v1/workspaces/${workspaceId}`
    for (let from = 0; from < customers().length; from += PAGE) {
      await backend.call('POST', `${workspace}/customers`, { customers: customers().slice(from, from + PAGE) })
    }
    const rows = await singly(backend, `${workspace}/surveys`)
    const reads: Read[] = []
    for (const power of [3, 5, ...(large ? [6] : [])]) {
      const { surveyId } = await backend.call('POST', `${workspace}/surveys`, { title: `10^${power} answers` })
      const survey = `${workspace}/surveys/${surveyId}`
      const imported = await importing(backend, survey, 10 ** power, power === 5)
      if (power > 3) Object.assign(rows, importRows(power, imported))
      const read = await reading(backend, survey, power === 6 ? FEW_READS : READS)
      Object.assign(rows, readRows(power, read, reads[0]))
      reads.push(read)
    }
    return rows
  } finally {
    await backend.close()
    await rm(dir, { recursive: true, force: true })
  }
}

async function singly(backend: MeasuredBackend, surveys: string): Promise<Record<string, Row>> {
  const { surveyId } = await backend.call('POST', surveys, { title: 'One by one' })
  const { link } = await backend.call('POST', `${surveys}/${surveyId}/open`)
  const units = await writeUnits(backend, surveys, `${surveys}/${surveyId}`, link)
  const submits = await submitting(backend, link, SUBMITS)
  return {
    'write units, open link': unitsRow(units.single, 5),
    "write units, a customer's own link": unitsRow(units.withLink, 7),
    'write units, taken by phone': unitsRow(units.recorded),
    'write units, in bulk, 40 a day': unitsRow(units.bulk, 3.2),
    'write units, in bulk, 3 a day': unitsRow(units.bulkOfThree),
    'write units, in bulk, 1 a day': unitsRow(units.bulkOfOne),
    'write units, low, with quota and follow-up': unitsRow(units.watched),
    '... by own link': unitsRow(units.watchedWithLink),
    'single answers over HTTP': rateRow(SUBMITS, submits),
  }
}

function unitsRow(of: number, most?: number): Row {
  const target = most === undefined ? undefined : ([`<= ${most}`, of <= most] as [string, boolean])
  return row(of.toFixed(2), target, `a million: ${dollarsAMillion(of)}`)
}

function importRows(power: number, { took, bare, bareItems }: Imported): Record<string, Row> {
  const name = `import of 10^${power} over HTTP, on disk`
  const importRow = { [name]: rateRow(10 ** power, took, 2000) }
  if (bareItems === 0) return importRow
  const share = (bare.seconds / bareItems) * (10 ** power / took.seconds)
  return {
    ...importRow,
    'bare BatchWriteItem, in turns with it': rateRow(bareItems, bare),
    'import / bare BatchWriteItem': row(share.toFixed(2), ['>= 0.25', share >= 0.25]),
  }
}

function readRows(power: number, read: Read, least: Read = read): Record<string, Row> {
  const { first, p50Ms, p99Ms, many, operations, byOwner, bySegment, stale } = read
  const of = `10^${power} stored:`
  const asMany = read === least ? `<= ${MOST_OPERATIONS}` : `<= ${MOST_OPERATIONS}, and as with 10^3`
  const alone = Math.round((many.processorSeconds / many.seconds) * 100)
  return {
    [`${of} a year by tier, p50 / p99`]: row(
      `${p50Ms.toFixed(1)} / ${p99Ms.toFixed(1)} ms`,
      undefined,
      `had ${alone} % of a processor`,
    ),
    [`${of} DynamoDB operations of it`]: row(operations, [
      asMany,
      operations <= MOST_OPERATIONS && operations === least.operations,
    ]),
    [`${of} of a year by owner (20) / segment (50)`]: row(`${byOwner} / ${bySegment} operations`),
    [`${of} items read again for a stale day`]: row(
      stale.itemsRead,
      [`${stale.ofDay}, that day's`, stale.itemsRead === stale.ofDay],
      `${stale.operations} operations`,
    ),
    [`${of} first read, all days counted`]: row(`${first.seconds.toFixed(1)} s`),
  }
}
