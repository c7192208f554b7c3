import type { Browser } from 'playwright-core'
import { defaultPolicy } from '../../../core/complaint/complaint-policy.ts'
import type { Language } from '../../../core/messages/messages.ts'
import { startBackend } from '../../../local/backend.ts'
import { opened } from '../../opened.ts'
import { sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

const customers = [
  ['Customer ID', 'Name', 'Tier', 'Owner'],
  ['C-1', 'Northwind', 'A', 'Li Na'],
  ['C-2', '东方贸易', 'B', 'Wang Wei'],
  ['C-3', 'Contoso', 'B', 'Li Na'],
]
const folders = process.env.PICTURES

/** A Tuesday, 09:00 at the desk: its calendar is that of UTC. */
const MORNING = '2026-03-10T09:00:00Z'

type Made = { id: string; number: string; version: number }

/** A workbook and a running desk of Ann (who signs in), Li Na and Wang Wei, whose clock the test turns. */
export async function complaintDesk(language: Language) {
  let now = new Date(MORNING)
  const backend = await startBackend({ dir: ':memory:', port: 0, now: () => now })
  opened.push(backend)
  const sheet = await sheetHarness({ tabs: { Customers: customers }, language, backend })
  await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
  await sheet.call('syncCustomerPage', 'Customers', 0)
  const person = (name: string, email?: string) => ({ name, skills: [], capacity: 10, ...(email && { email }) })
  const people = [person('Ann', 'ann@example.com'), person('Li Na'), person('Wang Wei')]
  const { policy } = await sheet.call<{ policy: { version: number } }>('complaintSettings')
  const set = {
    ...defaultPolicy('UTC'),
    version: policy.version,
    people,
    routing: [{ names: people.map(({ name }) => name) }],
  }
  await sheet.call('saveComplaintSettings', set, crypto.randomUUID())
  return {
    sheet,
    at: (instant: string) => {
      now = new Date(instant)
    },
    log: (part: Record<string, unknown> = {}) =>
      sheet.call<Made>(
        'logComplaint',
        {
          ...{ kind: 'complaint', channel: 'hotline', category: 'Delivery', severity: 'normal', customerId: 'C-1' },
          ...{ description: 'The pallet arrived wet.', wantedOutcome: '', ...part },
        },
        crypto.randomUUID(),
      ),
    act: ({ id, version }: Made, action: string, part: object = {}) =>
      sheet.call<Made>(
        'actOnComplaint',
        id,
        { action, expectedVersion: version, text: '', ...part },
        crypto.randomUUID(),
      ),
    async form(
      browser: Browser,
      name: string,
      { width = 300, rowsOfPage }: { width?: number; rowsOfPage?: number } = {},
    ) {
      let held = ''
      let release = () => {}
      const call: typeof sheet.call = async (asked, ...args) => {
        if (asked === held) {
          held = ''
          await new Promise<void>((resolve) => {
            release = resolve
          })
        }
        const isList = asked === 'listedComplaints' && rowsOfPage !== undefined
        return sheet.call(asked, ...(isList ? [String(args[0]).replace(/limit=\d+/, `limit=${rowsOfPage}`)] : args))
      }
      const form = await sheetForm(browser, { ...sheet, call }, name, language)
      if (width !== 300) await form.page.setViewportSize({ width, height: 640 })
      return {
        ...form,
        /** The next call of a name waits until it is released. */
        hold: (asked: string) => {
          held = asked
        },
        release: () => release(),
        async press(label: string) {
          await form.page.getByRole('button', { name: label, exact: true }).first().click()
          await form.settled()
        },
        async see(step: string): Promise<string[]> {
          if (folders && width === 300) await form.picture(`${folders}/${step}.${language}.png`)
          else if (folders) await form.page.screenshot({ path: `${folders}/${step}.${language}.png` })
          return form.faults()
        },
      }
    },
  }
}
