import type { Stage } from '../stage.ts'
import { hardSheet } from './hard-rows.ts'

/** A customer with long words in every field, and contacts that lack something. */
export const customerStates = {
  async LongCustomer({ open, text: { customerForm: text }, language }: Stage) {
    const sheet = await hardSheet(language)
    await sheet.select('Customers', 2)
    const form = await open('Customer', sheet)
    const { page } = form
    await form.unfoldAll()
    await form.see('1-page')
    await form.do(text.log)
    await form.see('2-log')
    await form.do(text.log)
    await form.see('3-blank')
    await page.getByRole('combobox', { name: text.channel, exact: true }).selectOption({ label: text.other })
    await page.getByLabel(text.typeOther(text.channel)).fill(language === 'en' ? 'Carrier pigeon' : '飞鸽传书')
    await page.getByLabel(text.purpose).selectOption({ index: 2 })
    await page.getByLabel(text.outcome).selectOption({ index: 1 })
    sheet.killAfter(0)
    await form.do(text.log)
    await form.see('4-failed', /in English/)
    sheet.revive()
    form.hold('logContact')
    await form.push(text.log)
    await page.getByText(text.saving).waitFor()
    await form.see('5-saving')
    form.release()
    await form.settled()
    await form.see('6-logged')
    await form.press(text.parts.find)
    await form.pressPrimary()
    await form.see('7-found')
    await page.locator('summary', { hasText: text.filters }).first().click()
    await form.see('8-filters')
    await page.getByLabel(text.search).fill('nobody is called so')
    await form.pressPrimary()
    await form.see('9-nobody')
    await form.close()
  },
}
