import { startBackend } from '../../../local/backend.ts'
import { deskSheet, saidAgain } from '../../addon/sidebar/complaint-work.ts'
import type { Stage } from '../stage.ts'

/** Whom time running out is told, it is told in both languages. */
const bothLanguages = /in English/

/** Something is taken in that was told before; long words and a long history; two people at once. */
export const complaintStates = {
  async 'Complaint taken in'({ open, text, language }: Stage) {
    const { complaintIntake: words, complaintForm } = text
    const backend = await startBackend({ dir: ':memory:', port: 0 })
    const { sheet, log } = await deskSheet(backend, language)
    await log()
    const form = await open('Complaints', sheet)
    const { page } = form
    await form.press(complaintForm.parts.intake)
    await form.see('1-blank')
    await form.do(complaintForm.log)
    await form.see('2-missing')
    await page.getByLabel(complaintForm.category).selectOption('Delivery')
    await form.settled()
    await page.getByLabel(text.fields.whatHappened).fill(saidAgain[language])
    form.hold('likelyDuplicates')
    await form.push(complaintForm.log)
    await page.getByText(words.saving).waitFor()
    await form.see('3-saving')
    form.release()
    await form.settled()
    await form.see('4-duplicate')
    await form.do(words.logAllTheSame)
    await form.see('5-logged')
    await form.do(words.another)
    await form.do(words.stranger)
    await form.unfoldAll()
    await form.see('6-stranger')
    await form.close()
    await backend.close()
  },

  async 'One complaint'({ open, text: { complaintForm, oneComplaint: text }, language }: Stage) {
    const { actions } = complaintForm
    const backend = await startBackend({ dir: ':memory:', port: 0 })
    const { sheet, log, act } = await deskSheet(backend, language)
    const long = language === 'en' ? 'Wet '.repeat(200) : '受潮'.repeat(400)
    const email = `${'purchasing.'.repeat(5)}a@example.com`
    const contact = { name: 'Maximiliane Hohenstein-Württemberg', email, language }
    const links = [`https://example.com/${'photo'.repeat(30)}`]
    const { id, number } = await log({ description: long, contact, links, receivedAt: '2026-01-05T01:00:00.000Z' })
    const form = await open('Complaints', sheet)
    const { page } = form
    await page.getByText(number).first().click()
    await form.settled()
    await form.see('1-breached')
    for (const action of [actions.acknowledge, actions.reply, actions.assign, actions.identify]) {
      await form.do(action)
      await form.see(`2-${action}`, bothLanguages)
      await form.do(action)
      await form.see(`3-${action}`, bothLanguages)
      if (action !== actions.acknowledge) await form.push(language === 'en' ? 'Cancel' : '取消')
    }
    const { version } = await sheet.call<{ version: number }>('complaint', id)
    await form.do(actions.wait)
    await act(id, {
      action: 'assign',
      owner: '王伟',
      text: language === 'en' ? 'Please' : '请处理',
      expectedVersion: version,
    })
    await form.do(actions.wait)
    await form.see('4-changed', bothLanguages)
    await form.do(text.onTop)
    await form.unfoldAll()
    await form.see('5-waiting', bothLanguages)
    await form.do(actions.resolve)
    await form.do(actions.resolve)
    await form.unfoldAll()
    await form.see('6-asked', bothLanguages)
    await form.close()
    await backend.close()
  },
}
