import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TierStories } from '../../addon/tiering/tier-stories.ts'
import type { Standard } from '../../core/standard/standard.ts'
import { propertyStore } from '../../local/apps-script/property-store.ts'
import { openScriptHost, type ScriptHost } from '../../local/apps-script/script-host.ts'
import { type RunningBackend, startBackend } from '../../local/backend.ts'
import { memoryWorkbook } from '../local/apps-script/memory-workbook.ts'
import { builtAddon } from './built-code.ts'

const standard: Standard = {
  ...{ name: 'Main', version: 0, method: 'MINMAX', cut: 'SCORE', product: '', note: '' },
  indicators: [{ key: 'field:satisfaction', label: 'Satisfaction', direction: 1, weight: 1 }],
  tiers: [
    { label: 'B', from: 0 },
    { label: 'A', from: 70 },
  ],
  limits: { probability: null, collectDays: null },
}

let backend: RunningBackend
let script: ScriptHost
const call = <T>(name: string, ...args: unknown[]) => script.run(name, ...args) as Promise<T>

beforeAll(async () => {
  backend = await startBackend({ dir: ':memory:', port: 0, now: () => new Date() })
  const book = memoryWorkbook({ names: ['Customers'] })
  book.sheets[0]!.fill([
    ['Customer ID', 'Name', 'Satisfaction', 'Complaints'],
    ['c1', 'Alba', 5, 0],
    ['c2', 'Bo', 1, 7],
    ['c3', 'Cy', 5, 0],
  ])
  const properties = await propertyStore()
  await properties.change('script', { API_URL: backend.url }, [])
  script = await openScriptHost({
    code: (await builtAddon()).get('Code.js') as string,
    workbook: book.call,
    properties,
    identityToken: () => backend.identityToken({ sub: 'ann', email: 'ann@example.com', name: 'Ann' }),
  })
  await call('applyTiers', standard)
  await call('connectWorkspace', 'Key accounts', 'connect')
  await call('syncCustomerPage', 'Customers', 0)
  const intake = { channel: 'hotline', category: '', severity: 'high', description: 'Wet', wantedOutcome: '' }
  await call('logComplaint', { ...intake, kind: 'complaint', customerId: 'c1' }, 'one')
  await call('logComplaint', { ...intake, kind: 'praise', customerId: 'c1' }, 'two')
  await call('logComplaint', { ...intake, kind: 'complaint', customerId: 'c3' }, 'three')
  book.sheets[0]!.type(2, 3, 2)
  await call('applyTiers', standard)
})
afterAll(async () => {
  await script.close()
  await backend.close()
})

test('a fall is told with the complaint that came before it', async () => {
  const { stories, complaints } = await call<TierStories>('tierStories', 'Main', '', '')
  const number = `C-${new Date().getUTCFullYear()}-000001`
  expect(complaints).toBe('desk')
  expect(stories).toMatchObject([
    {
      ...{ customerId: 'c1', from: 'A', to: 'B', score: { points: -75 } },
      causes: [{ label: 'Satisfaction', from: 5, to: 2, points: -75, events: [{ kind: 'complaint', name: number }] }],
    },
  ])
})

test('the list of who needs attention counts the open complaints of the desk, not those of the tab', async () => {
  await call('proposePlaybook', 'Main')
  const { attention, complaints } = await call<{ attention: object[]; complaints: string }>('tierCareLists', 'Main', '')
  expect(complaints).toBe('desk')
  expect(attention[0]).toMatchObject({ customerId: 'c3', reasons: [{ kind: 'complaint', count: 1 }, {}] })
  expect(JSON.stringify(attention)).not.toContain('"count":7')
})
