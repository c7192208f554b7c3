import type { Standard } from '../../../core/standard/standard.ts'
import type { Stage } from '../stage.ts'
import { hardSheet } from './hard-rows.ts'

const standard: Standard = {
  ...{ name: 'Main', version: 0, method: 'MINMAX', cut: 'SCORE', product: '', note: '' },
  indicators: [{ key: 'column:Visits', label: 'Visits', direction: 1, weight: 1 }],
  tiers: [
    { label: 'C', from: 0 },
    { label: 'B', from: 40 },
    { label: 'A', from: 70 },
  ],
  limits: { probability: null, collectDays: null },
}

/** Moves with their stories and a follow-up, a round from start to publication, overrides; with long names. */
export const tiersStates = {
  async Rounds({ open, text: { tiersForm: text, tierRun, form: words }, language }: Stage) {
    const sheet = await hardSheet(language)
    const apply = async () => {
      while ((await sheet.call<{ next: number | null }>('applyTiers', standard)).next !== null);
    }
    await apply()
    for (let row = 2; row < 50; row++) sheet.type('Customers', row, 7, (row * 11) % 31)
    await apply()
    const form = await open('Tiers', sheet)
    const { page } = form
    await form.see('1-to-do')
    await form.press(text.parts.moves)
    await form.see('2-moves')
    await form.do(text.followUp)
    await form.see('3-follow-up')
    await form.do(text.followUpSave)
    await form.see('4-planned')
    await form.press(text.parts.rounds)
    for (let row = 2; row < 50; row++) sheet.type('Customers', row, 7, (row * 5) % 31)
    form.hold('startRound')
    await form.push(text.startRound)
    await page.getByText(tierRun.reading).waitFor()
    await form.see('5-starting')
    form.release()
    await form.settled()
    await form.see('6-proposed')
    await form.do(text.exception)
    await form.see('7-exception')
    await form.do(words.cancel).catch(() => undefined)
    await form.do(text.approve('ann@example.com'))
    await form.see('8-approved')
    await form.do(text.publish)
    await form.see('9-ask')
    form.hold('publishRound')
    await page.getByRole('alertdialog').getByRole('button').first().click()
    await page.getByText(tierRun.reading).waitFor()
    await form.see('9-publishing')
    form.release()
    await form.settled()
    await form.see('9-published')
    await form.close()
  },
  async Overrides({ open, text: { tiersForm: text }, language }: Stage) {
    const sheet = await hardSheet(language)
    while ((await sheet.call<{ next: number | null }>('applyTiers', standard)).next !== null);
    const form = await open('Tiers', sheet)
    await form.press(text.parts.overrides)
    await form.see('1-none')
    await sheet.select('Customers', 3)
    await form.do(text.takeSelected)
    await form.page
      .getByLabel(text.reason)
      .fill(
        language === 'en'
          ? 'Strategic: the board promised them the terms of tier A until the joint venture in Łódź is decided'
          : '战略客户：董事会承诺在合资项目确定之前按最高等级提供服务条件，并由总经理亲自负责联系',
      )
    await form.do(text.setOverride)
    await form.see('2-set')
    await form.do(text.end)
    await form.see('3-ask')
    await form.yes()
    await form.see('4-ended')
    await form.close()
  },
}
