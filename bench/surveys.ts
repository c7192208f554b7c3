import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type MeasuredBackend, measuredBackend } from './surveys/measured-backend.ts'
import { reading } from './surveys/reading.ts'
import {
  bareASecond,
  dollarsAMillion,
  importedASecond,
  submitsASecond,
  type Units,
  writeUnits,
} from './surveys/writing.ts'

const IMPORT_PAGES = 20

type Row = { value: string | number; target: string }

/** Answers to surveys on the embedded engine on disk: written one by one and in bulk, and read as figures. */
export async function surveys(large = process.argv.includes('--large')): Promise<Record<string, Row>> {
  const dir = await mkdtemp(join(tmpdir(), 'tiersheet-bench-'))
  const backend = await measuredBackend(dir)
  try {
    const { workspaceId } = await backend.call('POST', '/v1/workspaces', { name: 'Bench' })
    const at = `/v1/workspaces/${workspaceId}/surveys`
    const rows = await writing(backend, at)
    for (const answers of [1000, 100_000, ...(large ? [1_000_000] : [])]) {
      const measured = await reading(backend, at, answers)
      const of = `${answers} answers`
      rows[`${of}: a year by tier, p50 / p99 ms`] = row(`${measured.p50.toFixed(1)} / ${measured.p99.toFixed(1)}`)
      rows[`${of}: operations`] = row(measured.operations, '<= 6, as many whatever is stored')
      rows[`${of}: operations with one day stale`] = row(measured.staleOperations)
      rows[`${of}: answers read for that day`] = row(measured.answersRecounted, `${Math.ceil(answers / 365)} or so`)
      rows[`${of}: imported a second`] = row(Math.round(measured.importRate))
    }
    return rows
  } finally {
    await backend.close()
    await rm(dir, { recursive: true, force: true })
  }
}

async function writing(backend: MeasuredBackend, at: string): Promise<Record<string, Row>> {
  const { surveyId } = await backend.call('POST', at, { title: 'Bench' })
  const survey = `${at}/${surveyId}`
  const { link } = await backend.call('POST', `${survey}/open`)
  const units = await writeUnits(backend, survey, link)
  const submits = await submitsASecond(backend, link)
  const bulk = await importedASecond(backend, survey, IMPORT_PAGES, 40)
  const bare = await bareASecond(backend)
  return {
    'single answers a second, over HTTP': row(Math.round(submits)),
    'imported answers a second, over HTTP': row(Math.round(bulk), '>= 2000'),
    'bare BatchWriteItem, items a second': row(Math.round(bare)),
    'import as a share of that': row((bulk / bare).toFixed(2), '>= 0.25'),
    'write units, single answer: by the engine / index entries once': row(told(units.single), '<= 5'),
    "write units, with a link of one's own": row(told(units.withLink), '<= 7'),
    'write units, in bulk': row(told(units.bulk), '<= 3.2'),
    'a million answers, single': row(dollarsAMillion(units.single)),
    'a million answers, with a link': row(dollarsAMillion(units.withLink)),
    'a million answers, in bulk': row(dollarsAMillion(units.bulk)),
  }
}

function row(value: string | number, target = ''): Row {
  return { value, target }
}

function told({ engine, once }: Units): string {
  return `${engine.toFixed(2)} / ${once.toFixed(2)}`
}
