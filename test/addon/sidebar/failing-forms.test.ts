import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { defaultPolicy } from '../../../core/complaint/complaint-policy.ts'
import { openForm } from '../../open-form.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { builtAddon } from '../built-code.ts'
import { sheetHarness } from '../sheet-harness.ts'

let browser: Browser
let call: (name: string, ...args: unknown[]) => Promise<unknown>

/** What only a workspace would answer. */
const fromWorkspace: Record<string, unknown> = {
  currentConnection: { workspaceId: 'w', name: 'Key accounts' },
  listSurveys: [],
  listedComplaints: { asOf: '2026-03-10T08:00:00.000Z', complaints: [] },
  complaintImportSetup: { tabs: [], customers: null, timeZone: 'UTC', now: '2026-03-10T08:00:00.000Z' },
  complaintSettings: { policy: defaultPolicy('UTC'), mayChange: true },
}

beforeAll(async () => {
  const customers = [
    ['Customer ID', 'Name', 'Owner'],
    ['c1', 'Alba', 'Ann'],
  ]
  const [opened, sheet] = await Promise.all([sharedBrowser(), sheetHarness({ tabs: { Customers: customers } })])
  browser = opened
  call = async (name, ...args) => (name in fromWorkspace ? fromWorkspace[name] : sheet.call(name, ...args))
})

/** A form over a script that first does as `broken` says, and works once it is mended. */
async function opened(form: string, broken: (name: string) => unknown, language: 'en' | 'zh-CN' = 'en') {
  let isMended = false
  const html = (await builtAddon()).get(`${form}.html`) as string
  const answer = async (name: string, ...args: unknown[]) => (isMended ? call(name, ...args) : broken(name))
  const { page, settled, close } = await openForm(browser, html, language, answer)
  return { page, settled, close, mend: () => (isMended = true) }
}

describe('a form whose first call fails says why, and tries again on a press', () => {
  const forms = [
    ...['Customer', 'CustomerFile', 'EntryStandard', 'ScoreAndTier', 'Tiers', 'KpiSheet', 'Goals', 'SetUp'],
    ...['Surveys', 'Complaints', 'ComplaintBoard', 'ComplaintsImport', 'ComplaintSettings', 'Workspace'],
  ]
  test.each(forms)('%s', async (name) => {
    const form = await opened(name, () => {
      throw new Error('The line is down.')
    })
    const again = form.page.getByRole('button', { name: 'Try again' })
    await again.first().waitFor()
    expect(await form.page.locator('main').textContent()).toContain('The line is down.')
    form.mend()
    while ((await again.count()) > 0) {
      await again.first().click()
      await form.settled()
    }
    await form.page.locator('h1, h2, .empty').first().waitFor()
    await form.close()
  })
})

describe('a form that breaks while it is drawn', () => {
  test.each([
    ['EntryStandard', 'en', 'This form has stopped', 'Try again'],
    ['ScoreAndTier', 'zh-CN', '此表单出错', '重试'],
  ] as const)('%s in %s is not blank, and begins anew on a press', async (name, language, sentence, again) => {
    const form = await opened(name, () => ({}), language)
    await form.page.getByText(sentence).waitFor()
    form.mend()
    await form.page.getByRole('button', { name: again }).click()
    await form.page.locator('h1').waitFor()
    expect(await form.page.getByText(sentence).count()).toBe(0)
    await form.close()
  })
})
