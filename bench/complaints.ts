import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sweep } from '../functions/complaint/sweep.ts'
import { WorkspaceKey } from '../functions/store/workspace-key.ts'
import { TABLE } from '../local/backend.ts'
import { storeComplaints } from './complaints/stored-complaints.ts'
import { type Asked, type MeasuredBackend, measuredBackend } from './surveys/measured-backend.ts'
import { quantile } from './surveys/quantile.ts'
import { type Row, rateRow, row } from './surveys/row.ts'
import { took } from './surveys/took.ts'

/** A Monday at nine; what is stored then is due after the moment of the sweep. */
const RECEIVED = '2026-03-09T09:00:00.000Z'
const NOW = new Date('2026-03-09T09:55:00.000Z')
const DUE = 20
const INTAKES = 200
const READS = 15

/**
 * The complaint desk on the embedded engine on disk: intakes and steps one by one, then sweeps, a queue and figures with
 * 10^3 and 10^5 open complaints. How far it is goes to the standard error.
 */
export async function complaints(): Promise<Record<string, Row>> {
  const dir = await mkdtemp(join(tmpdir(), 'tiersheet-bench-'))
  const backend = await measuredBackend(dir)
  try {
    const rows = await singly(backend)
    let least: Swept | undefined
    for (const power of [3, 5]) {
      const { workspaceId } = await backend.call('POST', '/v1/workspaces', { name: `10^${power}` })
      const { workspace } = (await WorkspaceKey.ofMember(
        { db: backend.db, table: TABLE },
        { sub: 'bench' },
        workspaceId,
      ))!
      const far = { count: 10 ** power, receivedAt: RECEIVED, severity: 'low' as const }
      const { seconds } = await took(() => storeComplaints(backend, workspace, { name: `far${power}`, ...far }))
      console.error(`10^${power} open complaints stored, in ${seconds.toFixed(0)} s`)
      const swept = await sweeping(backend, workspace, power)
      Object.assign(rows, sweepRows(power, swept, least), await readRows(backend, workspaceId, power))
      least ??= swept
    }
    return rows
  } finally {
    await backend.close()
    await rm(dir, { recursive: true, force: true })
  }
}

async function singly(backend: MeasuredBackend): Promise<Record<string, Row>> {
  const { workspaceId } = await backend.call('POST', '/v1/workspaces', { name: 'One by one' })
  const path = `/v1/workspaces/${workspaceId}/complaints`
  await backend.call('POST', `/v1/workspaces/${workspaceId}/customers`, {
    customers: [{ id: 'C-1', tier: 'A', owner: 'li' }],
  })
  const intake = { customerId: 'C-1', channel: 'hotline', description: 'The pallet arrived wet.' }
  const log = () => backend.call('POST', path, intake)
  const made = await log()
  const received = await backend.counted(log)
  const acted = await backend.counted(() =>
    backend.call('POST', `${path}/${made.id}/actions`, { action: 'acknowledge', expectedVersion: 1 }),
  )
  const intakes = await took(async () => {
    for (let i = 0; i < INTAKES; i++) await log()
  })
  return {
    'write units, an intake': row(received.writeUnits.toFixed(1)),
    'write units, a step': row(acted.writeUnits.toFixed(1)),
    'intakes over HTTP, one after the other': rateRow(INTAKES, intakes),
  }
}

type Swept = { idle: Asked; busy: Asked; idleMs: number; busyMs: number; told: number }

/** A sweep with nothing due, and one with 20 complaints due, beside all those that are open. */
async function sweeping(backend: MeasuredBackend, workspace: WorkspaceKey, power: number): Promise<Swept> {
  const desk = { db: backend.db, table: TABLE, publicUrl: '', signingKey: 'a key', now: () => NOW }
  const times: number[] = []
  const idle = await backend.counted(() => sweep(desk))
  for (let i = 0; i < READS; i++) times.push((await took(() => sweep(desk))).seconds * 1000)
  await storeComplaints(backend, workspace, {
    name: `due${power}`,
    count: DUE,
    receivedAt: RECEIVED,
    severity: 'critical',
  })
  let told = 0
  let busyMs = 0
  const busy = await backend.counted(async () => {
    const spent = await took(async () => {
      told = (await sweep(desk)).told
    })
    busyMs = spent.seconds * 1000
  })
  return { idle, busy, idleMs: quantile(times, 0.5), busyMs, told }
}

function sweepRows(power: number, { idle, busy, idleMs, busyMs, told }: Swept, least?: Swept): Record<string, Row> {
  const same = (of: Asked, than: Asked | undefined): [string, boolean] | undefined =>
    than && [`as with 10^3 (${than.operations})`, of.operations === than.operations && of.itemsRead === than.itemsRead]
  return {
    [`10^${power} open: a sweep, nothing due`]: row(
      `${idle.operations} operations, ${idle.itemsRead} items`,
      same(idle, least?.idle),
      `p50 ${idleMs.toFixed(1)} ms`,
    ),
    [`10^${power} open: a sweep, ${DUE} due`]: row(
      `${busy.operations} operations, ${busy.itemsRead} items`,
      same(busy, least?.busy),
      `${told} told in ${busyMs.toFixed(0)} ms`,
    ),
  }
}

async function readRows(backend: MeasuredBackend, workspaceId: string, power: number): Promise<Record<string, Row>> {
  const at = `/v1/workspaces/${workspaceId}`
  const asked = {
    'the queue, 50 rows': `${at}/complaints?limit=50`,
    'one handler, 50 rows': `${at}/complaints?owner=p3&limit=50`,
    // Reads all that is open, which takes the embedded engine minutes where that is very much.
    ...(power > 3 ? {} : { 'open by category': `${at}/complaint-figures?metric=OPEN&by=category` }),
  }
  const rows: Record<string, Row> = {}
  for (const [name, path] of Object.entries(asked)) {
    const { operations, itemsRead } = await backend.counted(() => backend.call('GET', path))
    const times: number[] = []
    for (let i = 0; i < 3; i++) times.push((await took(() => backend.call('GET', path))).seconds * 1000)
    rows[`10^${power} open: ${name}`] = row(
      `${operations} operations, ${itemsRead} items`,
      undefined,
      `p50 ${quantile(times, 0.5).toFixed(0)} ms`,
    )
  }
  return rows
}
