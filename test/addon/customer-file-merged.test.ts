import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CustomerVoice } from '../../addon/customer-page/customer-voice.ts'
import { propertyStore } from '../../local/apps-script/property-store.ts'
import { openScriptHost, type ScriptHost } from '../../local/apps-script/script-host.ts'
import { type RunningBackend, startBackend } from '../../local/backend.ts'
import { type MemoryWorkbook, memoryWorkbook } from '../local/apps-script/memory-workbook.ts'
import { builtAddon } from './built-code.ts'

let backend: RunningBackend
let script: ScriptHost
let book: MemoryWorkbook
const call = <T>(name: string, ...args: unknown[]) => script.run(name, ...args) as Promise<T>

beforeAll(async () => {
  let hour = 8
  const now = () => new Date(Date.UTC(2026, 2, 10, hour))
  backend = await startBackend({ dir: ':memory:', port: 0, now })
  book = memoryWorkbook({ names: ['Customers'] })
  const customers = ['Northwind', 'Contoso', '东方贸易'].map((name, at) => [`C-${at + 1}`, name])
  book.sheets[0]!.fill([['Customer ID', 'Name'], ...customers])
  const properties = await propertyStore()
  await properties.change('script', { API_URL: backend.url }, [])
  script = await openScriptHost({
    code: (await builtAddon()).get('Code.js') as string,
    workbook: book.call,
    properties,
    identityToken: () => backend.identityToken({ sub: 'ann', email: 'ann@example.com', name: 'Ann' }),
  })
  await call('connectWorkspace', 'Key accounts', 'connect')
  await call('syncCustomerPage', 'Customers', 0)
  const intake = { kind: 'complaint', channel: 'hotline', category: '', description: 'Wet', wantedOutcome: '' }
  for (const [place, severity] of (['low', 'normal', 'high'] as const).entries()) {
    await call('logComplaint', { ...intake, severity, customerId: `C-${place + 1}` }, `complaint-${place}`)
    hour++
  }
})
afterAll(async () => {
  await script.close()
  await backend.close()
})

test('a customer’s page and facts tell what came in under ids that were merged into theirs, until that is undone', async () => {
  const told = async () =>
    (await call<CustomerVoice>('customerVoice', 'C-1')).complaints.map(({ severity }) => severity)
  const complaints = async () => {
    await call('updateCustomerFacts', 0)
    const [header = [], ...rows] = book.sheets[0]!.table()
    return rows.map((row) => [row[0], row[header.indexOf('Complaints')]])
  }
  expect(await told()).toEqual(['low'])
  await call('mergeCustomers', { id: 'm1', keep: 'C-3', gone: 'C-2', fromGone: [] })
  expect(await told()).toEqual(['low'])
  await call('mergeCustomers', { id: 'm2', keep: 'C-1', gone: 'C-3', fromGone: [] })
  expect(await told()).toEqual(['high', 'normal', 'low'])
  expect(await complaints()).toEqual([['C-1', 3]])
  await call('undoFileAction', 'm2')
  expect(await told()).toEqual(['low'])
  expect(await complaints()).toEqual([
    ['C-1', 1],
    ['C-3', 2],
  ])
})
