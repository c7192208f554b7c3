import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messagesFor } from '../../../core/messages/messages.ts'
import { type RunningBackend, startBackend } from '../../../local/backend.ts'
import { formLanguages } from '../../form-languages.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { complaintWork, saidAgain } from './complaint-work.ts'

let browser: Browser
let backend: RunningBackend
beforeAll(async () => {
  ;[browser, backend] = await Promise.all([sharedBrowser(), startBackend({ dir: ':memory:', port: 0 })])
})
afterAll(() => backend.close())

type Listed = { complaints: Record<string, unknown>[] }

describe.each(formLanguages('zh-CN'))('taking in, in %s', (language) => {
  const messages = messagesFor(language)
  const text = messages.complaintIntake
  const words = messages.complaintForm

  test('what is missing is marked, a duplicate is told before it is saved, and thanks are there to copy', async () => {
    const { sheet, open, log } = await complaintWork(browser, backend, language)
    const earlier = await log()
    const form = await open()
    const { page, button, field, see, says } = form
    const focused = () => page.evaluate(() => document.activeElement?.id)
    await form.press(words.parts.intake)
    await says('c1 Northwind')
    await see('intake-1-blank')
    expect(await form.faults()).toEqual([])

    await button(words.log)
    await says(messages.errors.blankField({ field: messages.fields.whatHappened }))
    expect(await focused()).toBe(await field(messages.fields.whatHappened).getAttribute('id'))
    await form.unfold(text.more)
    await field(text.links).fill('http://example.com/a')
    await field(text.receivedAt).fill('2999-01-01T08:00')
    await field(text.email).fill('nobody')
    await button(words.log)
    for (const wrong of [text.linksWrong, text.receivedAhead, text.emailWrong]) await says(wrong)
    expect(await page.locator('[aria-invalid=true]').count()).toBe(4)
    await see('intake-2-wrong')

    await field(text.links).fill('https://example.com/a\nhttps://example.com/b')
    await field(text.receivedAt).fill('2026-03-02T09:30')
    await field(text.email).fill('mei@example.com')
    await field(words.category).selectOption('Delivery')
    await field(words.wanted).fill('Replacement')
    await field(messages.fields.whatHappened).fill(saidAgain[language])
    await field(words.wanted).focus()
    await form.settled()
    await says(text.duplicates)
    await see('intake-3-duplicate')
    expect(await form.faults()).toEqual([])

    // The other one is looked at; what was typed is still there.
    await button(text.openInstead)
    await says(`${earlier.number} · ${words.states.received}`)
    await button(messages.form.back)
    expect(await field(messages.fields.whatHappened).inputValue()).toBe(saidAgain[language])
    await button(words.log)
    await button(text.logAllTheSame)
    const { complaints } = await sheet.call<Listed>('listedComplaints', 'status=open')
    expect(complaints).toHaveLength(2)
    const made = complaints.find(({ id }) => id !== earlier.id)!
    expect(made).toMatchObject({
      category: 'Delivery',
      receivedAt: '2026-03-02T01:30:00.000Z',
      links: ['https://example.com/a', 'https://example.com/b'],
      contact: { email: 'mei@example.com', language: language === 'en' ? 'en' : 'zh-CN' },
      wantedOutcome: 'Replacement',
    })
    await says(text.taken(made.number as string))
    expect(await form.main()).toContain(`${text.handler}Li Na`)
    expect(await field(text.thanks).inputValue()).toContain(made.number)
    await see('intake-4-taken')
    expect(await form.faults()).toEqual([])
    await button(messages.form.copy)
    await says(messages.form.copied)
    await button(text.another)
    expect(await field(messages.fields.whatHappened).inputValue()).toBe('')
    await form.close()
  })

  test('somebody who is not in the customer file needs only a way to be reached; a channel and a category of their own', async () => {
    const { sheet, open } = await complaintWork(browser, backend, language)
    const form = await open()
    const { button, field, see, says } = form
    await form.press(words.parts.intake)
    await sheet.select('Customers', 3)
    await button(text.takeSelected)
    await says(text.mailsTo('dong@example.com'))
    expect(await field(text.customerType).inputValue()).toBe('person')
    await field(text.customerType).selectOption('business')
    await see('intake-0-from-the-row')
    await button(text.stranger)
    expect(await field(text.email).inputValue()).toBe('')
    await field(messages.fields.whatHappened).fill('Nobody answers')
    await button(words.log)
    await says(text.contactMissing)
    await field(text.phone).fill('139 0000 0000')
    await field(text.customerType).selectOption('person')
    await field(words.kind).selectOption('enquiry')
    await field(words.channel).selectOption({ label: text.other })
    await button(words.log)
    await says(text.channelMissing)
    await field(text.typeOther(words.channel)).fill('Fair')
    await see('intake-5-stranger')
    expect(await form.faults()).toEqual([])
    await button(words.log)
    await says(text.another)
    const { complaints } = await sheet.call<Listed>('listedComplaints', 'status=open')
    expect(complaints).toMatchObject([
      {
        customer: { id: '' },
        contact: { phone: '139 0000 0000' },
        ...{ customerType: 'person', kind: 'enquiry', channel: 'Fair', category: '' },
      },
    ])
    await button(text.open)
    await says(complaints[0]!.number as string)
    await see('intake-6-opened')
    await form.close()
  })
})
