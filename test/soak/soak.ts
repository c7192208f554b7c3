import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readOptions } from '../../local/options.ts'
import { runProgram } from '../../local/run-program.ts'
import { type ApiProcess, apiProcess } from './api-process.ts'
import { check, isWhole } from './check.ts'
import { type SoakClient, soakClient } from './client.ts'
import { growth, type Sample } from './growth.ts'
import { type Ledger, load, newLedger, type Place, place } from './load.ts'

const CUT_SHARE = 0.05
const TOKEN_MS = 600_000
/** What the heap may grow by in the second half: what is still held after a collection is what the program keeps. */
const HEAP = { mb: 4, share: 0.05 }
/** What the process may grow by meanwhile. Coarse: when pages are given back the machine decides, and what else runs on it. */
const RSS = { mb: 100, share: 0.5 }

/**
 * `npm run soak -- --minutes 60`: a mixed load on the API, whose data is on disk and which is opened anew at the end; then
 * one line of JSON, and 1 where memory grew or anything was lost or doubled. Ctrl+C ends it with what was measured so far.
 *
 * `--plant leak,lost,doubled` breaks these on purpose: the run has to fail.
 */
await runProgram(async () => {
  const { minutes, every, plant } = readOptions(process.argv.slice(2), { minutes: '60', every: '60', plant: '' })
  const dir = await mkdtemp(join(tmpdir(), 'tiersheet-soak-'))
  try {
    const verdict = await soaked(dir, Number(minutes) * 60_000, Number(every) * 1000, plant.split(','))
    console.log(JSON.stringify(verdict))
    process.exitCode = verdict.verdict === 'passed' ? 0 : 1
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
})

async function soaked(dir: string, lengthMs: number, everyMs: number, plants: readonly string[]) {
  const ledger = newLedger()
  const samples: { heap: Sample; rss: Sample }[] = []
  const ended = new AbortController()
  process.once('SIGINT', () => ended.abort())

  const api = await apiProcess(dir, plants)
  const client = soakClient(api.url, signedIn(api), CUT_SHARE, Math.random)
  const where = await place(client, api.url)
  const begun = Date.now()
  const goOn = () => !ended.signal.aborted && Date.now() - begun < lengthMs
  const working = load(client, where, ledger, Math.random, goOn)
  while (goOn()) {
    const due = begun + (samples.length + 1) * everyMs
    while (goOn() && Date.now() < due) await sleep(100)
    const { heap, rss } = await api.memory()
    const seconds = (Date.now() - begun) / 1000
    samples.push({ heap: { seconds, mb: heap / 2 ** 20 }, rss: { seconds, mb: rss / 2 ** 20 } })
    if (everyMs >= 60_000) console.error(progress(client, ledger, samples.at(-1)))
  }
  await working
  await planted(plants, client, where, ledger)
  await api.close()

  const again = await apiProcess(dir)
  const reader = soakClient(again.url, signedIn(again), 0, Math.random)
  const stored = await check(reader, where, ledger)
  await again.close()
  const heap = growth(
    samples.map((sample) => sample.heap),
    HEAP,
  )
  const rss = growth(
    samples.map((sample) => sample.rss),
    RSS,
  )
  const isPassed = ledger.answers.size > 0 && isWhole(stored) && !heap.grew && !rss.grew && ledger.problems.length === 0
  return {
    verdict: isPassed ? 'passed' : 'failed',
    minutes: Math.round((Date.now() - begun) / 6000) / 10,
    ...(ended.signal.aborted && { interrupted: true }),
    ...client.counts,
    ...stored,
    heap,
    rss,
    problems: ledger.problems.slice(0, 10),
  }
}

/** A token that is made anew before it is old. */
function signedIn(api: ApiProcess): () => Promise<string> {
  let known: { at: number; token: Promise<string> } | undefined
  return () => {
    if (!known || Date.now() - known.at > TOKEN_MS) known = { at: Date.now(), token: api.token() }
    return known.token
  }
}

/** Loses or doubles an answer behind the ledger's back. */
async function planted(
  plants: readonly string[],
  { ask }: SoakClient,
  { survey }: Place,
  ledger: Ledger,
): Promise<void> {
  if (plants.includes('lost')) {
    const { answers } = (await ask<{ answers: { answerId: string }[] }>({ method: 'GET', path: `${survey}/answers` }))
      .body
    await ask({ method: 'DELETE', path: `${survey}/answers/${answers[0]?.answerId}` })
  }
  if (plants.includes('doubled')) {
    const [why] = ledger.answers
    const row = { id: 'another id', date: '2026-01-01', answers: { nps: 9, why } }
    await ask({ method: 'POST', path: `${survey}/answers/import`, body: { rows: [row] } })
  }
}

function progress({ counts }: SoakClient, { answers, complaints, problems }: Ledger, sample?: Record<string, Sample>) {
  const mb = Object.entries(sample ?? {}).map(([name, { mb }]) => `${name} ${mb.toFixed(1)} MB`)
  const minutes = Math.round((sample?.heap?.seconds ?? 0) / 60)
  const done = `${counts.requests} requests, ${answers.size} answers, ${complaints.size} complaints`
  return `${minutes} min: ${done}, ${problems.length} problems, ${mb.join(', ')}`
}
