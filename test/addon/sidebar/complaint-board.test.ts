import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { messagesFor } from '../../../core/messages/messages.ts'
import { formLanguages } from '../../form-languages.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { complaintDesk } from './complaint-desk-form.ts'

let browser: Browser
beforeAll(async () => {
  browser = await sharedBrowser()
})

describe.each(formLanguages('zh-CN'))('the board in %s', (language) => {
  const messages = messagesFor(language)
  const text = messages.complaintQueue
  const { states, actions, severities } = messages.complaintForm

  test('a card is moved by its buttons and by dragging, and opened; what cannot be says so', async () => {
    const desk = await complaintDesk(language)
    const [first, second] = [await desk.log({ severity: 'critical' }), await desk.log({ customerId: 'C-2' })]
    await desk.act(await desk.log({ customerId: 'C-3' }), 'acknowledge')
    desk.at('2026-03-10T09:50:00Z')
    const { page, see, settled } = await desk.form(browser, 'ComplaintBoard', { width: 1100 })
    // Column after column: the next begins above where the last ended.
    const faults = async (step: string) =>
      (await see(step)).filter((fault) => !fault.startsWith('is reached out of order'))
    const column = (state: keyof typeof states) => page.getByRole('list', { name: states[state], exact: true })
    const card = (number: string) => page.getByRole('listitem').filter({ hasText: number })
    await column('received').getByText(severities.critical).waitFor()
    expect(await column('received').getByRole('listitem').count()).toBe(2)
    expect(await faults('board-1')).toEqual([])

    await page.getByLabel(text.moveOf(first.number)).press('Enter')
    await card(first.number).getByRole('button', { name: actions.acknowledge }).press('Enter')
    await page.getByText(text.moved({ number: first.number, state: states.acknowledged })).waitFor()
    expect(await column('acknowledged').getByRole('listitem').count()).toBe(2)

    await card(first.number).dragTo(column('in_progress').locator('xpath=..'))
    await settled()
    await column('in_progress').getByText(first.number).waitFor()
    await card(second.number).dragTo(column('resolved').locator('xpath=..'))
    await page.getByText(text.noMove({ number: second.number, state: states.resolved })).waitFor()
    expect(await faults('board-2-moved')).toEqual([])

    // What the customer would be written is said first; what was done is told as it is now.
    const third = await desk.log({ contact: { name: 'Mei', email: 'mei@example.com', language } })
    await page.getByRole('button', { name: messages.complaintForm.refresh }).click()
    await settled()
    await card(third.number).dragTo(column('acknowledged').locator('xpath=..'))
    await page.getByRole('alertdialog').getByText('mei@example.com').waitFor()
    expect(await faults('board-3-mails')).toEqual([])
    expect(await column('received').getByText(third.number).count()).toBe(1)
    await page.getByRole('alertdialog').getByRole('button', { name: actions.acknowledge }).click()
    await page.getByText(text.moved({ number: third.number, state: states.acknowledged })).waitFor()
    await card(third.number).dragTo(column('resolved').locator('xpath=..'))
    await page.getByRole('alertdialog').getByRole('button', { name: actions.resolve }).click()
    await page.getByText(text.moved({ number: third.number, state: states.feedback })).waitFor()

    await card(second.number).getByRole('button', { name: second.number }).click()
    await page.getByRole('heading', { name: second.number }).waitFor()
  })
})
