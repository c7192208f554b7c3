import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Standard } from '../core/standard/standard.ts'
import { startWorkbench } from '../local/workbench/server.ts'
import type { Cell } from '../local/workbench/workbook.ts'
import { cityOf, customerTable, idOf, orderTable } from './customer-file/tables.ts'

/** What Apps Script gives one run. */
const RUN_MS = 6 * 60_000

type Workbench = Awaited<ReturnType<typeof startWorkbench>>

/**
 * What people do to a file of 50,000 customers and 200,000 orders, without a page: as a ratio to one bare read and
 * write of the same tables in the same run, and as a share of the six minutes that Apps Script gives.
 */
export async function customerFile() {
  const dir = await mkdtemp(join(tmpdir(), 'tiersheet-bench-'))
  const workbench = await startWorkbench({
    dir,
    addonDir: 'dist/addon',
    pageDir: 'dist/workbench',
    port: 0,
    apiUrl: 'http://127.0.0.1:9',
    identityToken: () => `${part({ alg: 'none' })}.${part({ sub: 'bench', email: 'bench@example.com' })}.`,
    locale: 'en',
    initial: () => ({ name: 'Bench', locale: 'en_US', timeZone: 'UTC', sheets: [customerTable(), orderTable()] }),
  })
  try {
    const bareMs = await took(() => readAndWrite(workbench))
    const row = (ms: number) => ({
      ms: Math.round(ms),
      'times a bare read and write': Math.round((ms / bareMs) * 100) / 100,
      'of six minutes': `${Math.round((ms / RUN_MS) * 1000) / 10} %`,
    })
    const table: Record<string, ReturnType<typeof row>> = { 'bare read and write of both tabs': row(bareMs) }
    for (const [name, action] of Object.entries(await actions(workbench))) table[name] = row(await took(action))
    return table
  } finally {
    await workbench.close()
    await rm(dir, { recursive: true, force: true })
  }
}

/** Every action by name, in an order in which each finds what it needs. */
async function actions({ script }: Workbench): Promise<Record<string, () => Promise<unknown>>> {
  const run = (name: string, ...args: unknown[]) => script.run(name, ...args)
  const { choices } = (await run('setUp')) as { choices: unknown }
  const { standard } = (await run('scoreSetup')) as { standard: Standard }
  const { name } = standard
  const override = { standard: name, customerId: 'C25000', tier: 'A', reason: 'Bench', from: '2020-01-01', until: '' }
  let round = ''
  return {
    'set up': () => run('saveSetUp', choices),
    'entry standard: check': () => run('checkEntries'),
    'entry standard: write completeness': () => run('writeCompleteness'),
    'score and tier: what-if data': () => run('scoreBasis', standard),
    'score and tier: preview': () => run('previewTiers', standard),
    'score and tier: apply, all its calls': () => whole(() => run('applyTiers', standard)),
    'score and tier: apply again, all its calls': () => whole(() => run('applyTiers', standard)),
    'score and tier: why': () => run('whyTier', 'C25000', name),
    'customer page': () => run('customerPage', 'C25000'),
    'customer page: orders, contacts, history': () => run('customerPast', 'C25000', 'Customer 25000 Ltd'),
    'search customers': () => run('searchCustomers', { query: 'customer 4999', filters: {}, overdue: false }),
    'log contact': () => run('logContact', contact, 'bench'),
    'write classifications': () => run('writeCustomerClasses', 'tier'),
    'tiers: override': () => run('setTierOverride', override),
    'tiers: stories': () => run('tierStories', name, '', ''),
    'tiers: to do': () => run('tierCareLists', name, ''),
    'tiers: start a round': async () => {
      const start = (counted: string) =>
        run('startRound', name, counted) as Promise<{ round: string; next: number | null }>
      for (let next: number | null = 0; next !== null; ) ({ round, next } = await start(round))
    },
    'tiers: approve it': () => run('approveRound', round),
    'tiers: publish it, all its calls': () => whole(() => run('publishRound', round, '2099-01-01', true)),
    'import: write 10,000 changes ahead': () => run('recordImport', 'bench', 'Bench', 0, changes()),
    'import: make them': () => run('makeFileAction', 'bench'),
    'import: undo': () => run('undoFileAction', 'bench'),
    'merge two customers': () => run('mergeCustomers', { id: 'm', keep: 'C00001', gone: 'C00002', fromGone: [] }),
  }
}

const contact = {
  ...{ customerId: 'C25000', day: '2026-01-05', channel: 'Visit', purpose: 'Offer', outcome: 'Interested' },
  ...{ note: '', next: '2026-02-05' },
}

/** 5,000 cells changed and 5,000 customers added. */
function changes() {
  return Array.from({ length: 10_000 }, (_, at) =>
    at < 5000
      ? { id: idOf(at * 10), key: 'city', before: cityOf(at * 10), after: 'Paris' }
      : { id: `N${at}`, after: { customer: `New ${at}`, city: 'Paris' } },
  )
}

/** Sends an action's calls until it is over, as the form does. */
async function whole(send: () => Promise<unknown>): Promise<void> {
  while (((await send()) as { next: number | null }).next !== null);
}

async function readAndWrite({ workbook }: Workbench): Promise<void> {
  const { sheets } = await workbook('workbook', {})
  for (const { id, lastRow, lastColumn } of sheets) {
    const place = { sheetId: id, row: 1, column: 1, rows: lastRow, columns: lastColumn }
    const values: Cell[][] = await workbook('values', place)
    await workbook('setValues', { ...place, values })
  }
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
