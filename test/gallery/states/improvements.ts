import type { Stage } from '../stage.ts'
import { hardSheet } from './hard-rows.ts'

const MS_PER_DAY = 86_400_000
const iso = (ahead: number) => new Date(Date.now() + ahead * MS_PER_DAY).toISOString().slice(0, 10)

/** Actions that are late, done and part of account plans, one that is written, and what checks of figures say. */
export const improvementStates = {
  async Improvements({ open, text: { improvementsForm: text }, language }: Stage) {
    const sheet = await hardSheet(language)
    const isEnglish = language === 'en'
    const form = await open('Improvements', sheet)
    const { page } = form
    await form.see('1-none')
    await form.do(text.newAction)
    await form.see('2-new')
    const what = isEnglish
      ? 'Visit every customer of the highest tier once a quarter and write down what each of them is missing'
      : '每季度走访一次最高等级的客户，并记录每位客户认为还缺少的服务内容'
    const [, first] = sheet.table('Customers')
    const action = {
      ...{ id: '', what, who: 'Ann Lee', until: iso(-12), status: 'open', customerId: String(first?.[0] ?? '') },
      ...{ side: 'ours', review: iso(-1), figure: 'average_order', by: '', group: '', began: '2026-01-15' },
      ...{ claim: 5, claimKind: 'relative' },
    }
    await sheet.call('saveImprovement', action)
    await sheet.call('saveImprovement', { ...action, side: 'theirs', until: iso(9), figure: 'revenue' })
    await sheet.call('saveImprovement', { ...action, customerId: '', status: 'done', figure: '' })
    await page.reload()
    await form.settled()
    await form.see('3-list')
    await form.press(text.parts.plans)
    await form.see('4-plans')
    await form.press(text.parts.check)
    await form.do(text.check)
    await form.see('5-effect')
    await page.locator('select').first().selectOption('I2')
    await form.do(text.check)
    await form.see('6-untested')
    await page.locator('input[type=date]').fill('2020-01-01')
    await form.do(text.check)
    await form.see('7-not-yet')
    await form.press(text.parts.list)
    await page.locator('button.link').first().click()
    await form.see('8-edit')
    await form.close()
  },
}
