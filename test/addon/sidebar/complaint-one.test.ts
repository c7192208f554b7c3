import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Complaint } from '../../../core/complaint/complaint.ts'
import { messagesFor } from '../../../core/messages/messages.ts'
import { type RunningBackend, startBackend } from '../../../local/backend.ts'
import { formLanguages } from '../../form-languages.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { complaintWork } from './complaint-work.ts'

let browser: Browser
let backend: RunningBackend
beforeAll(async () => {
  ;[browser, backend] = await Promise.all([sharedBrowser(), startBackend({ dir: ':memory:', port: 0 })])
})
afterAll(() => backend.close())

describe.each(formLanguages('en'))('one complaint, in %s', (language) => {
  const messages = messagesFor(language)
  const text = messages.oneComplaint
  const words = messages.complaintForm
  const { actions } = words

  test('walks the whole road: each step with its own fields, its history told', async () => {
    const business = { needs: ['rootCause' as const], asksFeedback: true, closesAfterDays: 14 }
    const flows = { business, person: { ...business, needs: [] } }
    const { sheet, open, log } = await complaintWork(browser, backend, language, { flows })
    const { id, number } = await log({ links: ['https://example.com/photo'], contact: { name: 'Mei', phone: '139' } })
    const form = await open()
    const { page, button, field, see, says } = form
    const labels = () => page.locator('main > fieldset:last-of-type label.field > span:first-child').allTextContents()
    const read = () => sheet.call<Complaint & { history: unknown[] }>('complaint', id)
    await page.getByText(number).first().click()
    await form.settled()
    await says(`${number} · ${words.states.received}`)
    await see('one-1-received')
    expect(await form.faults()).toEqual([])

    await button(actions.acknowledge)
    expect(await field(text.said.acknowledge).inputValue()).toContain(number)
    await says(text.byHand)
    await see('one-2-acknowledge')
    expect(await form.faults()).toEqual([])
    await button(actions.acknowledge)
    await says(text.done({ action: actions.acknowledge, state: words.states.acknowledged }))

    await button(actions.reply)
    await button(actions.reply)
    await says(text.textMissing)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
    await field(text.quickReply).selectOption('01')
    expect(await field(text.said.reply).inputValue()).toBe(`${number}: Northwind`)
    await see('one-3-reply')
    await button(actions.reply)

    await button(actions.note)
    await field(text.said.note).fill('Ask carrier')
    await button(messages.form.cancel)
    await button(actions.note)
    expect(await field(text.said.note).inputValue()).toBe('Ask carrier')
    await button(actions.note)
    await button(actions.wait)
    await button(actions.wait)
    await says(`${number} · ${words.states.waiting}`)
    await see('one-4-waiting')
    await button(actions.resume)
    await button(actions.resume)

    await button(actions.assign)
    await button(actions.assign)
    await says(text.ownerMissing)
    await field(text.assignTo).selectOption('王伟')
    await button(actions.assign)
    await button(actions.change_severity)
    await field(words.severity).selectOption('high')
    await button(actions.change_severity)
    await button(actions.classify)
    await field(words.category).selectOption('Billing')
    await button(actions.classify)
    await sheet.select('Customers', 3)
    await button(actions.identify)
    await button(messages.complaintIntake.takeSelected)
    await says('c2 东方贸易')
    await see('one-5-identify')
    await button(actions.identify)

    await button(text.mendContact)
    await button(text.mendContact)
    await says(text.contactSame)
    await field(messages.complaintIntake.phone).fill('138')
    await see('one-5-mend')
    expect(await form.faults()).toEqual([])
    await button(text.mendContact)
    await says(text.done({ action: text.mendContact, state: words.states.in_progress }))
    expect(await read()).toMatchObject({ contact: { name: 'Mei', phone: '138' }, customer: { id: 'c2' } })

    await button(actions.resolve)
    expect(await labels()).toEqual([text.said.resolve, words.rootCause, words.correctiveAction, text.compensation])
    await button(actions.resolve)
    await says(messages.errors.complaintNeeds({ missing: ['rootCause'] }))
    await see('one-6-needs')
    await field(words.rootCause).selectOption('Packing')
    await field(text.compensation).fill('50.5')
    await field(text.said.resolve).fill('Sent new')
    await button(actions.resolve)
    await says(text.feedbackAsked)
    expect(await field(text.feedbackLink).inputValue()).toMatch(/\/f\//)
    expect(await field(text.feedbackText).inputValue()).toContain(await field(text.feedbackLink).inputValue())
    await see('one-7-asked')
    expect(await form.faults()).toEqual([])
    const link = await field(text.feedbackLink).inputValue()
    await button(actions.ask_feedback)
    await button(actions.ask_feedback)
    await expect.poll(() => field(text.feedbackLink).inputValue()).not.toBe(link)
    await button(actions.close)
    await field(text.satisfaction).selectOption('4')
    await button(actions.close)
    await button(actions.reopen)
    await field(text.said.reopen).fill('It came back')
    await button(actions.reopen)
    await see('one-8-reopened')

    const shown = await form.main()
    for (const [label, value] of [
      [text.handler, 'Li Na → 王伟'],
      [words.severity, `${words.severities.normal} → ${words.severities.high}`],
      [words.category, 'Delivery → Billing'],
      [text.customer, 'Northwind · c1 → 东方贸易 · c2'],
      [text.compensation, '50.50'],
      [text.satisfaction, '4'],
    ] as const) {
      expect(shown).toContain(text.line({ label, value }))
    }
    expect(shown).toContain('Ask carrier')
    expect(await read()).toMatchObject({
      ...{ state: 'reopened', owner: '王伟', severity: 'high', category: 'Billing', rootCause: 'Packing' },
      customer: { id: 'c2' },
      compensations: [{ amount: 50.5 }],
      ratings: [{ score: 4 }],
    })
    await form.close()
  })

  test('whom two people edit at once: the second sees what the first changed, keeps what they typed, and goes on', async () => {
    const { sheet, open, log, act } = await complaintWork(browser, backend, language)
    const { id, number } = await log({ contact: { email: 'mei@example.com' } })
    const form = await open()
    const { page, button, field, see, says } = form
    await page.getByText(number).first().click()
    await form.settled()
    await button(actions.note)
    await field(text.said.note).fill('Called again')
    await act(id, { action: 'acknowledge', expectedVersion: 1, text: 'Thank you, Mei' })
    await act(id, { action: 'assign', expectedVersion: 2, owner: '王伟' })
    await button(actions.note)
    await says(text.changed)
    const told = (await page.locator('.notice.warn').textContent()) ?? ''
    for (const part of ['Thank you, Mei', 'Li Na → 王伟', actions.acknowledge]) expect(told).toContain(part)
    expect(await field(text.said.note).inputValue()).toBe('Called again')
    await says(`${number} · ${words.states.acknowledged}`)
    await see('two-1-changed')
    expect(await form.faults()).toEqual([])
    // A third change meanwhile is told as well.
    await act(id, { action: 'start', expectedVersion: 3 })
    await button(text.onTop)
    await says(`${number} · ${words.states.in_progress}`)
    expect(await page.locator('.notice.warn li').count()).toBe(3)
    await button(text.onTop)
    await says(text.done({ action: actions.note, state: words.states.in_progress }))
    await form.unfold(text.messages)
    await says(text.messageKinds.acknowledgement)
    await see('two-2-done')

    // A step that the other one made impossible: the words are kept as a note.
    await button(actions.wait)
    await field(text.said.wait).fill('Photos of the pallet')
    await act(id, { action: 'resolve', expectedVersion: 5 })
    await button(actions.wait)
    await says(text.impossible(actions.wait))
    await see('two-3-impossible')
    await button(text.asNote)
    expect(await field(text.said.note).inputValue()).toBe('Photos of the pallet')
    await button(actions.note)
    const { history } = await sheet.call<{ history: { action: string; text?: string }[] }>('complaint', id)
    expect(history.map(({ action }) => action)).toEqual([
      ...['receive', 'acknowledge', 'assign', 'start', 'note', 'resolve', 'ask_feedback', 'note'],
    ])
    await form.close()
  })

  test('who may not take a step is not offered it', async () => {
    const { open, log, act } = await complaintWork(browser, backend, language)
    const { id, number } = await log()
    await act(id, { action: 'acknowledge', expectedVersion: 1 })
    const form = await open({ without: ['wait', 'resolve', 'identify'] })
    const { page, button, says } = form
    // Nobody of this desk has their address: nothing is theirs, and the form says why.
    await button(messages.complaintQueue.mine)
    await says(messages.complaintQueue.mineUnknown('ann@example.com'))
    await form.see('mine-unknown')
    await button(messages.complaintQueue.mine)
    const count = (name: string) => page.getByRole('button', { name, exact: true }).count()
    await page.getByText(number).first().click()
    await form.settled()
    await page.getByRole('button', { name: actions.start, exact: true }).waitFor()
    expect(await Promise.all([actions.start, actions.note, actions.assign].map(count))).toEqual([1, 1, 1])
    const refused = [actions.wait, actions.resolve, actions.identify, text.mendContact, actions.acknowledge]
    expect(await Promise.all(refused.map(count))).toEqual([0, 0, 0, 0, 0])
    await form.close()
  })

  test('of a customer who was erased it says so', async () => {
    const { sheet, open, log } = await complaintWork(browser, backend, language)
    const { number } = await log()
    await sheet.call('beginErasure', 'c1', true)
    while ((await sheet.call<{ next: unknown }>('eraseNext')).next !== null);
    const form = await open()
    await form.page.getByText(number).first().click()
    await form.settled()
    await form.says(text.erased)
    await form.see('erased')
    expect(await form.faults()).toEqual([])
    await form.close()
  })
})
