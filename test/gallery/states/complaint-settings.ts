import { defaultPolicy } from '../../../core/complaint/complaint-policy.ts'
import { startBackend } from '../../../local/backend.ts'
import { sheetHarness } from '../../addon/sheet-harness.ts'
import type { Stage } from '../stage.ts'

const LONG = 'Maximiliana-Alexandra von Hohenstein-Württemberg'

/** A desk with long names, a rule that never holds, somebody away, a level that reaches nobody; and what is wrong. */
export const complaintSettingsStates = {
  async 'Complaint settings'({ open, text, language }: Stage) {
    const { complaintSettings: words } = text
    const backend = await startBackend({ dir: ':memory:', port: 0 })
    const sheet = await sheetHarness({ language, backend, timeZone: 'Asia/Shanghai' })
    await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
    await sheet.call('saveComplaintSettings', fullPolicy(), crypto.randomUUID())
    const form = await open('ComplaintSettings', sheet)
    const { page } = form
    const { targets, people, words: texts } = words
    await form.press(words.parts.targets)
    await form.see('1-targets')
    await form.unfoldAll()
    await form.see('2-targets-unfolded')
    await form.do(targets.addRule)
    await form.do(words.save)
    await form.see('3-rule-for-nothing')
    await form.do(targets.removeRule)
    await form.press(words.parts.people)
    await form.see('4-people')
    await form.unfoldAll()
    await form.see('5-people-unfolded')
    await form.do(people.addRule)
    await form.do(words.save)
    await form.see('6-to-nobody')
    await form.do(people.fromStaff)
    await form.see('7-no-staff-tab')
    await form.press(words.parts.words)
    await form.unfoldAll()
    await form.see('8-texts')
    await form.do(texts.fromComplaints)
    await page.getByText(texts.categoriesAdded(0)).waitFor()
    await form.see('9-categories')
    await form.close()
    await backend.close()
  },
}

function fullPolicy() {
  const policy = defaultPolicy('Asia/Shanghai')
  const away = { from: '2026-01-01', to: '2099-12-31', deputy: '欧阳娜娜' }
  return {
    ...policy,
    rules: [{ severity: 'high', responseMinutes: 50, resolutionMinutes: 1000 }, ...policy.rules],
    people: [
      {
        name: LONG,
        position: 'Customer-relations-manager-north',
        skills: ['Billing', 'Delivery'],
        capacity: 12,
        away,
      },
      { name: '欧阳娜娜', email: 'ouyang@example.com', skills: [], capacity: 0 },
    ],
    routing: [
      { kind: 'complaint', category: 'Billing', tier: 'A', severity: 'critical', channel: 'hotline', names: [LONG] },
      { skill: 'Delivery', names: ['欧阳娜娜'] },
      { tier: 'B', skill: 'Delivery', names: [] },
    ],
    rights: { steps: { close: 'admin', resolve: 'handler', reopen: 'admin' }, compensationLimit: 5000 },
    wording: {
      ...policy.wording,
      acknowledgement: { en: 'Dear {name}, we have {number}.' },
      replies: [{ title: 'Refund', text: 'Your money is on its way.' }],
    },
  }
}
