import type { Stage } from '../stage.ts'
import { hardSheet } from './hard-rows.ts'

/** Rules saved twice, with a list that is blank in between, the fuller set, and the check of a poor file. */
export const entryStandardStates = {
  async EntryRules({ open, text: { entryForm: text, scoreForm }, language }: Stage) {
    const form = await open('EntryStandard', await hardSheet(language))
    const { page } = form
    await form.do(text.apply)
    await form.yes()
    await form.see('1-saved')
    await form.do(text.askFuller)
    await page.locator('details.section > summary').nth(0).click()
    await page.locator('details.section[open] select').first().selectOption('list')
    await form.see('2-list')
    await form.do(text.apply)
    await form.see('3-blank')
    await page.locator('details.section[open] textarea').first().fill('Königlich-Bayerisch\n国有企业\nLtd')
    await form.do(text.apply)
    await form.see('4-ask')
    await form.yes()
    await form.unfold(scoreForm.versions)
    await form.see('5-versions')
    await form.do(scoreForm.bringBack)
    await form.see('6-brought-back')
    await form.press(text.parts.check)
    await form.do(text.check)
    await form.unfoldAll()
    await form.see('7-check')
    await form.do(text.writeColumn)
    await form.see('8-written')
    await form.close()
  },
}
