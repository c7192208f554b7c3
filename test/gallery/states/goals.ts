import type { Stage } from '../stage.ts'
import { hardSheet } from './hard-rows.ts'

const MS_PER_DAY = 86_400_000
const iso = (ahead: number) => new Date(Date.now() + ahead * MS_PER_DAY).toISOString().slice(0, 10)

/** A goal as it is written, asked about, handed on and followed; with long names and a tree that is a circle. */
export const goalStates = {
  async Goals({ open, text: { goalsForm: text, goalSubjects, kpis, tabs }, language }: Stage) {
    const sheet = await hardSheet(language)
    const isEnglish = language === 'en'
    const form = await open('Goals', sheet)
    const { page } = form
    await form.see('1-none')
    await form.do(text.newGoal)
    await page
      .locator('textarea')
      .first()
      .fill(isEnglish ? 'Improve service' : '加强客户服务')
    await form.see('2-vague')
    await page
      .locator('textarea')
      .first()
      .fill(isEnglish ? 'Raise repeat purchase by 5 %' : '复购率提高5%')
    await page.getByLabel(text.subjectKind).selectOption(goalSubjects.person)
    await page.locator('select').nth(1).selectOption({ index: 1 })
    await page.getByLabel(text.measure).selectOption(kpis.repeat_rate)
    await form.settled()
    await page.getByLabel(text.baseline('%')).fill('40')
    await page.getByLabel(text.due, { exact: true }).fill(iso(200))
    await form.do(text.save)
    await form.see('3-asked')
    await page.getByRole('radio').first().check()
    await page
      .locator('textarea')
      .last()
      .fill(isEnglish ? 'They are worth most' : '这些客户价值最高')
    await form.do(text.save)
    await form.see('4-saved')
    const shared = {
      id: '',
      owner: 'Ann Lee',
      why: 'x',
      subjectKind: '',
      subject: '',
      unit: '',
      weight: null,
      baseline: 0,
    }
    const goal = isEnglish
      ? 'Revenue of the whole group, to be handed on to everybody who sells'
      : '集团全年销售额目标，分解到每一位销售负责人'
    const days = { start: '2026-01-01', due: iso(120) }
    await sheet.call('saveGoal', { ...shared, ...days, goal, parent: '', measure: 'revenue', target: 1_000_000 })
    await sheet.call('updateGoalProgress')
    await page.reload()
    await form.settled()
    await page.getByRole('button', { name: `${text.cascade}: ${goal}` }).click()
    await form.settled()
    await form.see('5-hand-on')
    await page.getByLabel(text.split).selectOption('revenue')
    await page.locator('.part input').first().fill('1000')
    await form.see('6-rest')
    await form.do(text.shareRest)
    await form.do(text.write(3))
    await form.see('7-written')
    await form.press(text.parts.tree)
    await form.do(text.update)
    await form.see('8-tree')
    await page
      .getByRole('button', { name: `${text.edit}: ${goal}` })
      .first()
      .click()
    await form.settled()
    await form.see('9-edit')
    sheet.type(tabs.goals.name, 3, 2, 'G2')
    await page.reload()
    await form.settled()
    await form.see('9-circle')
    await form.close()
  },
}
