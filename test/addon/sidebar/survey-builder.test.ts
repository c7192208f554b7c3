import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messagesFor } from '../../../core/messages/messages.ts'
import { surveyTemplate } from '../../../core/survey/templates.ts'
import { textIn } from '../../../core/survey/texts.ts'
import { type RunningBackend, startBackend } from '../../../local/backend.ts'
import { formLanguages } from '../../form-languages.ts'
import { openForm } from '../../open-form.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { builtAddon } from '../built-code.ts'
import { sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

/** A folder for pictures of each step, to be looked at. */
const pictures = process.env.PICTURES

let browser: Browser
let backend: RunningBackend
beforeAll(async () => {
  ;[browser, backend] = await Promise.all([
    sharedBrowser(),
    startBackend({ dir: ':memory:', port: 0, now: () => new Date('2026-03-10T08:00:00Z') }),
  ])
  if (pictures) mkdirSync(pictures, { recursive: true })
})
afterAll(() => backend.close())

type Kept = {
  surveyId: string
  title: unknown
  questions: { id: string; type: string; title: unknown }[]
  version: number
}

async function opened(language: 'en' | 'zh-CN' = 'en') {
  const messages = messagesFor(language)
  const text = messages.surveyBuilder
  const tabs = {
    Customers: [
      ['Customer ID', 'Name', 'Tier'],
      ['C-1', 'Northwind', 'A'],
      ['C-2', 'Contoso', 'B'],
    ],
  }
  const sheet = await sheetHarness({ tabs, language, backend })
  await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
  let isDown = false
  const call: typeof sheet.call = async (name, ...args) => {
    if (isDown) throw new Error('The line is down.')
    return sheet.call(name, ...args)
  }
  const show = async (surveyId?: string) => {
    const html = (await builtAddon()).get('SurveyBuilder.html') as string
    const form = surveyId
      ? await openForm(browser, html.replace('<body', `<body data-survey="${surveyId}"`), language, call)
      : await sheetForm(browser, { ...sheet, call }, 'Surveys', language)
    if (surveyId) await form.page.setViewportSize({ width: 720, height: 640 })
    const { page } = form
    const press = async (name: string, at = 0) => {
      await page.getByRole('button', { name, exact: true }).nth(at).click()
      await form.settled()
    }
    const see = async (name: string) => {
      expect.soft(await form.faults(), name).toEqual([])
      if (!pictures) return
      if (surveyId) await page.screenshot({ path: `${pictures}/${name}.${language}.png`, fullPage: true })
      else await form.picture(`${pictures}/${name}.${language}.png`)
    }
    const card = (place: number) => page.locator('.question').nth(place - 1)
    const unfold = (place: number) => card(place).locator('.question-head').click()
    const said = () => page.locator('.action-bar .notice, .action-bar p').allInnerTexts()
    return { ...form, page, press, choose: form.press, see, card, unfold, said }
  }
  const made = async (name: Parameters<typeof surveyTemplate>[0]) => {
    const { title, ...template } = surveyTemplate(name)
    return sheet.call<{ surveyId: string }>('createSurvey', textIn(title, language), crypto.randomUUID(), template)
  }
  const survey = async (surveyId: string) => (await sheet.call<{ survey: Kept }>('surveyToEdit', surveyId)).survey
  const down = (is: boolean) => {
    isDown = is
  }
  return { sheet, text, messages, show, made, survey, down }
}

describe.each(formLanguages('zh-CN'))('in %s', (language) => {
  test('a survey is made from a template, changed, previewed, saved, opened and closed', async () => {
    const { sheet, text, messages, show, survey } = await opened(language)
    const { page, press, see, card, unfold, said, ...form } = await show()
    await see('1-none')
    await press(messages.surveyForm.create)
    await page.getByRole('radio', { name: text.templates.afterService }).check()
    await see('2-template')
    await press(messages.form.create)
    await see('3-builder')
    const [{ surveyId } = { surveyId: '' }] = await sheet.call<{ surveyId: string }[]>('listSurveys')
    expect(await form.primary()).toBe(text.toOpen)

    await unfold(5)
    await see('4-question')
    await card(5).getByLabel(text.type).first().selectOption('multiple')
    await press(text.add)
    await see('5-added')
    const wording = text.inLanguage({ label: text.wording, language: text.languages['zh-CN'] })
    await page.getByLabel(wording).fill('还有什么？')
    await press(text.up)
    await page.keyboard.press('Alt+ArrowUp')
    await page.getByText(text.settings, { exact: true }).click()
    await page.getByLabel(text.quota).fill('50')
    await press(text.addRule)
    await see('6-settings')
    await page.getByText(text.settings, { exact: true }).click()
    await page.locator('summary').filter({ hasText: text.preview }).click()
    await press(messages.form.preview)
    await page.frameLocator('iframe').getByText('还有什么？').waitFor({ state: 'attached' })
    await see('7-preview')
    await press(text.save)
    expect(await said()).toContain(text.saved)
    expect(await page.locator('.phone.old').count()).toBe(0)
    const { questions, ...saved } = await survey(surveyId)
    expect(saved).toMatchObject({
      quota: 50,
      followUp: [{ question: 'overall', atMost: 2, opens: 'task' }],
      version: 2,
    })
    expect(questions.map(({ id }) => id)).toEqual([
      ...['overall', 'responseSpeed', 'serviceAttitude', 'ease', 'q8', 'q9', 'missing', 'comment'],
    ])
    await press(text.toOpen)
    await see('8-open')
    await press(messages.surveyForm.open)
    await see('9-opened')
    const lastDay = async (closesOn: string) => {
      await sheet.call('saveSurvey', surveyId, { closesOn }, null, crypto.randomUUID())
      await press(messages.form.back)
      await page.getByRole('button', { name: textIn(surveyTemplate('afterService').title, language) }).click()
      await form.settled()
      await form.choose(text.parts.send)
    }
    await lastDay('2026-03-09')
    await page.getByText(text.closedByDay('2026-03-09')).waitFor()
    expect(await page.locator('input[readonly]').count()).toBe(0)
    await see('9b-over')
    await lastDay('2026-03-10')
    await page.locator('input[readonly]').first().waitFor()
    await press(text.close)
    await press(text.close)
    await see('10-closed')
    expect(await form.primary()).toBe(text.again)
    await form.close()
  })

  test('in the wider window the same is changed, with what was typed before; what is missing is marked', async () => {
    const { sheet, text, show, made, survey, down } = await opened(language)
    const { surveyId } = await made('staff')
    const typed = await show(surveyId)
    const inChinese = { label: text.title, language: text.languages['zh-CN'] }
    await typed.page.getByLabel(text.inLanguage(inChinese)).fill('团队')
    await typed.press(text.add)
    await typed.see('11-window')
    await typed.press(text.save)
    expect(await typed.said()).toContain(text.wrong(1))
    expect(await typed.page.locator('textarea:focus').getAttribute('aria-invalid')).toBe('true')
    await typed.see('12-missing')
    await typed.page.waitForTimeout(1200)
    await typed.settled()
    await typed.close()

    const again = await show(surveyId)
    await again.page.getByText(text.draftKept).waitFor()
    await again.unfold(7)
    await again.press(text.remove)
    await again.see('13-removed')
    down(true)
    await again.press(text.save)
    expect(await again.said()).toContain('The line is down.')
    down(false)
    await again.press(text.save)
    expect(await again.said()).toContain(text.saved)
    const { title, questions, version } = await survey(surveyId)
    expect({ title, count: questions.length, version }).toMatchObject({
      title: { 'zh-CN': '团队' },
      count: 6,
      version: 1,
    })
    expect(await sheet.call('surveyToEdit', surveyId)).toMatchObject({ draft: null })
    await again.close()
  })

  test('what somebody else saved meanwhile is kept where it is something else, and told where it is the same', async () => {
    const { sheet, text, show, made, survey } = await opened(language)
    const { surveyId } = await made('blank')
    const { page, press, see, said, close } = await show(surveyId)
    const label = text.inLanguage({ label: text.title, language: text.languages.en })
    await page.getByLabel(label).fill('Mine')
    await sheet.call('saveSurvey', surveyId, { quota: 7 }, null, crypto.randomUUID())
    await press(text.save)
    await page.getByText(text.keptBoth).waitFor()
    expect(await survey(surveyId)).toMatchObject({ quota: 7, title: { en: 'Mine' } })
    await page.getByLabel(label).fill('Mine again')
    await sheet.call('saveSurvey', surveyId, { title: 'Theirs' }, null, crypto.randomUUID())
    await press(text.save)
    await page.getByText(text.conflict([text.conflictParts.title])).waitFor()
    expect(await page.getByLabel(label).inputValue()).toBe('Mine again')
    await see('14-conflict')
    await press(text.save)
    expect(await said()).toContain(text.saved)
    expect(await survey(surveyId)).toMatchObject({ title: { en: 'Mine again' } })
    await page.locator('.hint', { hasText: 'Theirs' }).waitFor()
    await close()
  })

  test('answers are kept for some months once it was said how many go, and what is typed stays', async () => {
    const { sheet, text, messages, show, made, survey } = await opened(language)
    const { surveyId } = await made('blank')
    await sheet.call('openSurvey', surveyId, crypto.randomUUID())
    for (const date of ['2026-01-10', '2026-02-10', '2026-02-11']) {
      const taken = { channel: 'phone', date, customerId: 'C-1', answers: { q1: 4 } }
      await sheet.call('recordAnswer', surveyId, taken, crypto.randomUUID())
    }
    const { page, press, see, said, close } = await show(surveyId)
    const title = text.inLanguage({ label: text.title, language: text.languages.en })
    await page.getByLabel(title).fill('Mine')
    await page.locator('summary').filter({ hasText: text.retention.title }).click()
    await page.getByText(text.retention.now(undefined)).waitFor()
    const months = page.getByLabel(text.retention.months)
    await months.fill('121')
    await see('18-unfit')
    expect(await page.getByRole('button', { name: text.retention.set, exact: true }).isDisabled()).toBe(true)
    await months.fill('1')
    await press(text.retention.set)
    const question = (await page.getByRole('alertdialog').allInnerTexts()).join()
    expect(question).toContain('2026-02-11')
    expect(question).toMatch(/(: 2\.|：2 份)/)
    await see('19-retention-asked')
    await press(messages.form.cancel)
    expect(await survey(surveyId)).not.toHaveProperty('retentionMonths')
    await press(text.retention.set)
    await press(text.retention.yes(1))
    await page.getByText(text.retention.now(1)).waitFor()
    await see('20-retention-set')
    expect(await survey(surveyId)).toMatchObject({ retentionMonths: 1 })
    await press(text.save)
    expect(await said()).toContain(text.saved)
    expect(await page.getByText(text.keptBoth).count()).toBe(0)
    await months.fill('')
    await press(text.retention.set)
    await page.getByText(text.retention.now(undefined)).waitFor()
    expect(await survey(surveyId)).toMatchObject({ title: { en: 'Mine' } })
    await close()
  })

  test('an answer is taken on the phone, kept where it fails, and a low one is followed up', async () => {
    const { sheet, text, messages, show, made, down } = await opened(language)
    const { surveyId } = await made('afterService')
    const followUp = [{ question: 'overall', atMost: 2, opens: 'task' }]
    await sheet.call('saveSurvey', surveyId, { followUp }, null, crypto.randomUUID())
    await sheet.call('openSurvey', surveyId, crypto.randomUUID())
    sheet.select('Customers', 3)
    const { page, press, see, said, ...form } = await show()
    await page.getByRole('button', { name: textIn(surveyTemplate('afterService').title, language) }).click()
    await form.settled()
    await form.choose(text.parts.answers)
    await page.getByText('C-2 Contoso').waitFor()
    await press(text.keep)
    expect(await said()).toContain(messages.errors.nothingAnswered())
    await page.getByText(messages.errors.answerRequired({ place: 1 })).waitFor()
    await page.getByRole('radio', { name: '2', exact: true }).first().check()
    const missing = textIn(surveyTemplate('afterService').questions[5]!.title, language)
    expect(await page.getByLabel(missing).count()).toBe(0)
    await page.getByRole('radio', { name: messages.surveyTemplate.settled.no, exact: true }).check()
    await page.getByLabel(missing).fill('=1+1')
    await page.getByLabel(text.day).fill('2026-03-09')
    await see('15-take')
    down(true)
    await press(text.keep)
    expect(await said()).toContain('The line is down.')
    expect(await page.getByLabel(missing).inputValue()).toBe('=1+1')
    down(false)
    await press(text.keep)
    expect(await said()).toContain(text.kept)
    await see('16-taken')
    expect(await sheet.call('listSurveys')).toMatchObject([{ answers: 1 }])

    await press(messages.form.back)
    await form.choose(text.tabs.followUps)
    await page.getByText('C-2 Contoso').waitFor()
    await see('17-follow-ups')
    await press(text.openCustomer)
    await press(text.done)
    expect(await page.getByText('C-2 Contoso').count()).toBe(0)
    await page.getByLabel(text.openOnly).uncheck()
    await press(text.notDone)
    expect((await sheet.call<{ followUps: unknown[] }>('listFollowUps', '')).followUps).toMatchObject([
      { customerId: 'C-2', name: 'Contoso', score: 2, state: 'open', number: '' },
    ])
    await form.close()
  })

  test('an answer is found by its customer, corrected and deleted; what a customer sent is not changed', async () => {
    const { sheet, text, messages, show, made } = await opened(language)
    const { surveyId } = await made('afterService')
    await sheet.call('openSurvey', surveyId, crypto.randomUUID())
    const taken = { channel: 'phone', date: '2026-03-09', customerId: 'C-2', answers: { overall: 2, settled: 'no' } }
    await sheet.call('recordAnswer', surveyId, taken, crypto.randomUUID())
    sheet.select('Customers', 3)
    const { page, press, see, said, ...form } = await show()
    await page.getByRole('button', { name: textIn(surveyTemplate('afterService').title, language) }).click()
    await form.settled()
    await form.choose(text.parts.answers)
    await press(messages.givenAnswers.title)
    const found = `2026-03-09 · ${messages.answerChannels.phone} · C-2 Contoso`
    await page.getByRole('button', { name: found }).waitFor()
    await see('18-found')
    await press(found)
    expect(await page.getByRole('radio', { name: '2', exact: true }).first().isChecked()).toBe(true)
    await page.getByRole('radio', { name: '5', exact: true }).first().check()
    await see('19-correct')
    const { revision, answerId } = await sheet.call<{ revision: number; answerId: string }>(
      'answerToCorrect',
      surveyId,
      (await sheet.call<{ answers: { answerId: string }[] }>('givenAnswers', surveyId, { customerId: 'C-2', day: '' }))
        .answers[0]!.answerId,
    )
    expect(revision).toBe(1)
    await press(messages.givenAnswers.save)
    await page.getByText(messages.givenAnswers.corrected).waitFor()
    expect(await sheet.call('answerToCorrect', surveyId, answerId)).toMatchObject({
      revision: 2,
      answers: { overall: 5, settled: 'no' },
    })
    await see('20-corrected')

    await press(text.without)
    await page.getByLabel(text.day).fill('2026-03-09')
    await form.settled()
    await press(found)
    await press(messages.givenAnswers.remove)
    await see('21-delete')
    await page.getByRole('alertdialog').getByRole('button').first().click()
    await form.settled()
    await page.getByText(messages.givenAnswers.removed).waitFor()
    await page.getByText(messages.givenAnswers.none).waitFor()
    expect(await sheet.call('listSurveys')).toMatchObject([{ answers: 0 }])

    const sent = { id: 'own', date: '2026-03-08', channel: 'link', answers: { overall: 4 } }
    await sheet.call('sendAnswers', surveyId, 'Customers', [sent], crypto.randomUUID())
    await page.getByLabel(text.day).fill('2026-03-08')
    await form.settled()
    await press(`2026-03-08 · ${messages.answerChannels.link} · ${text.anonymous}`)
    await page.getByText(messages.givenAnswers.own).waitFor()
    await see('22-own')
    expect(await page.getByRole('button', { name: messages.givenAnswers.save }).count()).toBe(0)
    await form.close()
  })
})
