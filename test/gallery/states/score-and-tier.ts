import type { Standard } from '../../../core/standard/standard.ts'
import { sheetHarness } from '../../addon/sheet-harness.ts'
import type { Stage } from '../stage.ts'
import { hardSheet } from './hard-rows.ts'

const manyTiers: Standard = {
  ...{ name: 'Key accounts, Europe, Middle East and Africa', version: 0, method: 'MINMAX', cut: 'SCORE' },
  ...{ product: '', note: '' },
  indicators: [
    { key: 'column:Visits', label: 'Visits', direction: 1, weight: 7 },
    { key: 'field:satisfaction', label: 'Satisfaction', direction: 1, weight: 3 },
  ],
  tiers: Array.from({ length: 50 }, (_, at) => ({ label: at % 2 ? `战略合作伙伴 ${at}` : `Tier ${at}`, from: 2 * at })),
  limits: { probability: null, collectDays: null },
}

/** A standard in all its parts, a run with Stop, why, versions, renaming and removing; fifty tiers. */
export const scoreStates = {
  async Standard({ open, text, language }: Stage) {
    const { scoreForm, form: words, tierRun } = text
    const sheet = await hardSheet(language)
    const form = await open('ScoreAndTier', sheet)
    const { page } = form
    for (const title of [
      scoreForm.standard,
      scoreForm.indicators,
      scoreForm.tiers,
      scoreForm.limits,
      scoreForm.timer,
    ]) {
      await page
        .locator('summary')
        .filter({ hasText: new RegExp(`^${title}`) })
        .click()
    }
    await page.getByLabel('Visits').check()
    await form.see('1-parts')
    form.hold('scoreBasis')
    await form.push(words.preview)
    await form.page.waitForTimeout(200)
    await form.see('2-reading')
    form.release()
    await form.settled()
    for (const title of [
      scoreForm.standard,
      scoreForm.indicators,
      scoreForm.tiers,
      scoreForm.limits,
      scoreForm.timer,
    ]) {
      await page
        .locator('summary')
        .filter({ hasText: new RegExp(`^${title}`) })
        .click()
    }
    await page.locator('summary', { hasText: scoreForm.movers }).click()
    await form.see('3-movers')
    await page.getByRole('list', { name: scoreForm.movers }).getByRole('button').first().click()
    await form.see('4-why')
    await page.locator('summary', { hasText: scoreForm.weights }).click()
    await page.getByRole('combobox', { name: scoreForm.weights }).selectOption('PAIRS')
    const pairs = page.locator('details[open] select')
    for (let at = 1; at < (await pairs.count()); at++) await pairs.nth(at).selectOption(at % 2 ? '9' : '-9')
    await form.see('5-pairs')
    form.hold('applyTiers')
    await form.push(scoreForm.apply)
    await page.getByText(tierRun.reading).waitFor()
    await form.see('6-running')
    await form.push(words.stop)
    await form.see('7-stopping')
    form.release()
    await form.settled()
    await form.see('8-stopped')
    await form.close()
  },
  async Versions({ open, text, language }: Stage) {
    const { scoreForm, form: words } = text
    const sheet = await hardSheet(language)
    const form = await open('ScoreAndTier', sheet)
    const { page } = form
    await form.do(words.preview)
    await form.do(scoreForm.apply)
    await page.locator('summary', { hasText: scoreForm.tiers }).first().click()
    await page
      .locator('details[open] input')
      .first()
      .fill(language === 'en' ? 'Top' : '特级')
    await form.do(scoreForm.apply)
    await form.see('1-written')
    await page
      .locator('summary')
      .filter({ hasText: new RegExp(`^${scoreForm.standard}`) })
      .click()
    await form.see('2-versions')
    await page.locator('summary', { hasText: scoreForm.rename }).click()
    await page.getByLabel(scoreForm.newNameOf).fill(manyTiers.name)
    await form.do(scoreForm.renameYes)
    await form.see('3-rename')
    await form.yes()
    await form.see('4-renamed')
    await page.locator('summary', { hasText: scoreForm.rename }).click()
    await form.do(scoreForm.removeYes)
    await form.see('5-remove')
    await form.yes()
    await form.see('6-removed')
    await form.close()
  },
  async FiftyTiers({ open, text, language }: Stage) {
    const { scoreForm, form: words, tiersForm } = text
    const sheet = await hardSheet(language)
    while ((await sheet.call<{ next: number | null }>('applyTiers', manyTiers)).next !== null);
    const form = await open('ScoreAndTier', sheet)
    await form.page.locator('summary', { hasText: scoreForm.tiers }).first().click()
    await form.see('1-parts')
    await form.page.locator('summary', { hasText: scoreForm.tiers }).first().click()
    await form.do(words.preview)
    await form.see('2-what-if')
    await form.close()
    for (let row = 2; row < 40; row++) sheet.type('Customers', row, 7, (row * 11) % 31)
    while ((await sheet.call<{ next: number | null }>('applyTiers', manyTiers)).next !== null);
    const tiers = await open('Tiers', sheet)
    await tiers.press(tiersForm.parts.moves)
    await tiers.see('3-moves')
    await tiers.page.locator('summary', { hasText: tiersForm.movement }).click()
    await tiers.do(tiersForm.show)
    await tiers.see('4-movement')
    await tiers.press(tiersForm.parts.playbook)
    await tiers.do(tiersForm.propose)
    await tiers.see('5-playbook')
    await tiers.close()
  },
  async Overwrite({ open, text: { scoreForm, form: words }, language }: Stage) {
    const sheet = await sheetHarness({
      language,
      tabs: {
        Customers: [
          ['Customer ID', 'Name', 'Visits', 'Tier'],
          ['C1', 'Alba', 9, 'VIP'],
          ['C2', 'Bo', 1, 'Hot'],
          ['C3', 'Cy', 5, ''],
        ],
      },
    })
    const form = await open('ScoreAndTier', sheet)
    await form.see('1-opened')
    await form.page.locator('summary', { hasText: scoreForm.indicators }).click()
    await form.page.getByRole('checkbox', { name: 'Visits' }).check()
    await form.page.locator('summary', { hasText: scoreForm.indicators }).click()
    await form.do(words.preview)
    await form.do(scoreForm.apply)
    await form.see('2-ask')
    await form.close()
  },
}
