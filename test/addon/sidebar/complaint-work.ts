import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import type { ComplaintAction } from '../../../core/complaint/complaint-moves.ts'
import type { ComplaintPolicy } from '../../../core/complaint/complaint-policy.ts'
import type { RunningBackend } from '../../../local/backend.ts'
import { sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

/** A folder for pictures of each step, to be looked at. */
const pictures = process.env.PICTURES

/** What a team set: people, lists and words of its own. */
const own = {
  people: [
    { name: 'Li Na', email: 'li@example.com', skills: [], capacity: 20 },
    { name: '王伟', skills: [], capacity: 20, away: { from: '2000-01-01', to: '2999-12-31' } },
  ],
  wording: {
    acknowledgement: {},
    feedback: {},
    categories: ['Delivery', 'Billing'],
    rootCauses: ['Packing', 'Carrier'],
    replies: [{ title: '01', text: '{number}: {name}' }],
  },
}

/** A workspace with two customers whose desk has people and lists of its own. */
export async function deskSheet(
  backend: RunningBackend,
  language: 'en' | 'zh-CN',
  change: Partial<ComplaintPolicy> = {},
) {
  const tabs = {
    Customers: [
      ['Customer ID', 'Name', 'Owner', 'Type', 'E-mail'],
      ['c1', 'Northwind', 'Li Na', '', ''],
      ['c2', '东方贸易', 'Ann', '个人客户', 'dong@example.com'],
    ],
  }
  const sheet = await sheetHarness({ tabs, language, backend, timeZone: 'Asia/Shanghai' })
  await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
  await sheet.call('syncCustomerPage', 'Customers', 0)
  const { policy } = await sheet.call<{ policy: ComplaintPolicy }>('complaintSettings')
  await sheet.call('saveComplaintSettings', { ...policy, ...own, ...change }, crypto.randomUUID())
  await sheet.select('Customers', 2)

  return {
    sheet,
    /** One taken in for the first customer without a form. */
    log: (more: Record<string, unknown> = {}) =>
      sheet.call<{ id: string; number: string }>(
        'logComplaint',
        { ...plain, description: said[language], customerId: 'c1', ...more },
        crypto.randomUUID(),
      ),
    act: (id: string, act: Record<string, unknown>) =>
      sheet.call<{ version: number }>('actOnComplaint', id, act, crypto.randomUUID()),
  }
}

/** The same, and forms over it. */
export async function complaintWork(
  browser: Browser,
  backend: RunningBackend,
  language: 'en' | 'zh-CN',
  change: Partial<ComplaintPolicy> = {},
) {
  if (pictures) mkdirSync(pictures, { recursive: true })
  const desk = await deskSheet(backend, language, change)
  return {
    ...desk,
    /** @param without Steps that are not the person's to take: the API leaves them out for those who are no admins. */
    async open({ without = [] }: { without?: readonly ComplaintAction[] } = {}) {
      const call: typeof desk.sheet.call = async (asked, ...args) => {
        const reply = await desk.sheet.call<never>(asked, ...args)
        if (asked !== 'complaint') return reply
        const { actions, ...complaint } = reply as { actions: ComplaintAction[] }
        return { ...complaint, actions: actions.filter((action) => !without.includes(action)) } as never
      }
      const form = await sheetForm(browser, { ...desk.sheet, call }, 'Complaints', language)
      await form.settled()
      return { ...form, ...hands(form) }
    },
  }

  function hands(form: { page: Page; settled: () => Promise<void>; picture: (path: string) => Promise<void> }) {
    return {
      async button(name: string): Promise<void> {
        await form.page.getByRole('button', { name, exact: true }).first().click()
        await form.settled()
      },
      async see(name: string): Promise<void> {
        await form.settled()
        if (pictures) await form.picture(`${pictures}/${name}.${language}.png`)
      },
      /** The control under a label, whatever hint it has. */
      field: (label: string) => {
        const labelled = `label.field:has(> span:text-is(${JSON.stringify(label)}))`
        return form.page.locator(labelled).locator('input, select, textarea')
      },
      unfold: (title: string) => form.page.locator('summary', { hasText: title }).first().click(),
      says: (said: string) => form.page.getByText(said).first().waitFor(),
      main: async () => (await form.page.locator('main').textContent()) ?? '',
    }
  }
}

const plain = {
  kind: 'complaint',
  channel: 'hotline',
  category: 'Delivery',
  severity: 'normal',
}
/** What a customer said, and what they say again. */
const said = { en: 'The pallet arrived wet.', 'zh-CN': '托盘到货受潮。' }
export const saidAgain = { en: 'Again a wet pallet', 'zh-CN': '又一个托盘受潮' }
