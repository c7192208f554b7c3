import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from '../core/maths/median.ts'
import { PUBLIC_LIMITS } from '../functions/request/rate-limits.ts'
import { localIdentity } from '../local/identity.ts'
import type { Cost } from './flood/ask.ts'
import type { Tallies } from './flood/crowd.ts'
import { deployment } from './flood/deployment.ts'
import { people } from './flood/people.ts'
import { steadily } from './flood/steadily.ts'
import { quantile } from './surveys/quantile.ts'
import { type Row, row } from './surveys/row.ts'

const PAIRS = 9
const PAIRS_TOGETHER = 3
const SECONDS = 10
const READS_A_SECOND = 8
const MOST_TIMES_SLOWER = 2
const PERSON = { sub: 'flood', email: 'flood@example.com', name: 'Flood' }

/**
 * What people of a team wait while strangers flood the public pages, against what they wait in quiet: the two in turns,
 * several times. As deployed, with processes of their own for people's routes, public pages and the table; and, without a
 * target, in one process for all, where a flood takes of the same processor.
 *
 * On a machine that is busy with other things times say little; what a read asks of the table is counted as well.
 *
 * All limits are counted by the one process of the pages; on Lambda each instance of the function counts by itself. The
 * processors are shared with the crowd. Needs Linux, whose loopback has many addresses.
 */
export async function flood(): Promise<Record<string, Row>> {
  const apart = await flooded(true, PAIRS)
  const together = await flooded(false, PAIRS_TOGETHER)
  return {
    'p99 in a flood / in quiet': ratioRow(apart, true),
    '... in one process for all': ratioRow(together, false),
    'DynamoDB operations of a read, p99': costRow(apart, ({ result }) => result.operations),
    'items of a read, p99': costRow(apart, ({ result }) => result.items),
    ...limitRows(apart),
  }
}

/** Of each read. */
type Read = { result: Cost; ms: number }
type Waited = { quiet: Read[]; flood: Read[] }
type Flooded = { waited: Waited[]; seconds: number; tallies: Tallies; answers: number }

async function flooded(isApart: boolean, pairs: number): Promise<Flooded> {
  const dir = await mkdtemp(join(tmpdir(), 'tiersheet-bench-'))
  const { token } = await localIdentity(dir, () => new Date())
  const deployed = await deployment(dir, isApart)
  try {
    const { targets, readOne, answers } = await people(deployed, await token(PERSON))
    const crowd = fork(new URL('./bench-flood-crowd.js', import.meta.url), [JSON.stringify(targets)])
    const reading = () => steadily(READS_A_SECOND, SECONDS, readOne)
    await reading()
    const waited: Waited[] = []
    let tallies: Tallies | undefined
    const begun = performance.now()
    while (waited.length < pairs) {
      const quiet = await reading()
      const [flood, told] = await Promise.all([reading(), flooding(crowd)])
      tallies = told
      waited.push({ quiet, flood })
      console.error(
        `${waited.length} of ${pairs}: p99 ${p99(quiet).toFixed(0)} ms, in the flood ${p99(flood).toFixed(0)} ms`,
      )
    }
    crowd.disconnect()
    return { waited, seconds: (performance.now() - begun) / 1000, tallies: tallies!, answers: await answers() }
  } finally {
    await deployed.close()
    await rm(dir, { recursive: true, force: true })
  }
}

async function flooding(crowd: ChildProcess): Promise<Tallies> {
  crowd.send(SECONDS)
  return (await once(crowd, 'message'))[0] as Tallies
}

function ratioRow({ waited }: Flooded, isAimed: boolean): Row {
  const ratios = waited.map(({ quiet, flood }) => p99(flood) / p99(quiet))
  const ratio = median(ratios) as number
  const [quiet, flood] = [p99(waited.flatMap((pair) => pair.quiet)), p99(waited.flatMap((pair) => pair.flood))]
  const note = `${quiet.toFixed(0)} and ${flood.toFixed(0)} ms; pairs ${ratios.map((each) => each.toFixed(1)).join(' ')}`
  return row(ratio.toFixed(2), isAimed ? [`<= ${MOST_TIMES_SLOWER}`, ratio <= MOST_TIMES_SLOWER] : undefined, note)
}

/** What people's reads ask of the table, which no other process of the machine has a share in. */
function costRow({ waited }: Flooded, of: (read: Read) => number): Row {
  const [quiet, flood] = [waited.flatMap((pair) => pair.quiet), waited.flatMap((pair) => pair.flood)]
  const times = p99(flood, of) / p99(quiet, of)
  const note = `${p99(quiet, of)} in quiet, ${p99(flood, of)} in a flood; ${quiet.length} reads of each`
  return row(times.toFixed(2), [`<= ${MOST_TIMES_SLOWER}`, times <= MOST_TIMES_SLOWER], note)
}

function p99(reads: Read[], of = ({ ms }: Read) => ms): number {
  return quantile(reads.map(of), 0.99)
}

/** Of each kind of requests how many passed, against what its limit lets pass in the time that it all took. */
function limitRows({ tallies, seconds, answers }: Flooded): Record<string, Row> {
  const limits: Partial<Record<keyof Tallies, keyof typeof PUBLIC_LIMITS>> = {
    'a page, one address': 'address',
    'links that lead nowhere, one address': 'miss',
    "a customer's own link, many addresses": 'link',
    'complaints, many addresses': 'form',
    'complaints, one address': 'writer',
  }
  const rows = Object.entries(tallies).map(([kind, { passed, refused, failed }]) => {
    const limit = limits[kind as keyof Tallies]
    const { burst, perSecond } = limit ? PUBLIC_LIMITS[limit] : { burst: Infinity, perSecond: 0 }
    const most = Math.floor(burst + perSecond * seconds)
    const isHeld = passed <= most && passed >= Math.min(burst, passed + refused)
    const target = limit ? `<= ${most} passed` : 'none refused'
    const note = failed > 0 ? `${failed} answered otherwise or not at all` : ''
    return [kind, row(`${passed} passed, ${refused} refused`, [target, isHeld && failed === 0], note)]
  })
  const sent = tallies['answers, many addresses'].passed
  return { ...Object.fromEntries(rows), 'answers in the figures': row(answers, [`${sent}, as sent`, answers === sent]) }
}
