import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { startBackend } from '../../../local/backend.ts'
import type { Cell } from '../../../local/workbench/workbook.ts'
import { importedAnswers } from '../../addon/imported-answers.ts'
import { sheetHarness } from '../../addon/sheet-harness.ts'
import type { Stage } from '../stage.ts'

const file = fileURLToPath(new URL('../../../../shared/data/nps_botanic_scores.csv', import.meta.url))
const OWNERS = ['Li Na', 'Maximiliane Katharina von Hohenstein-Waldburg', '欧阳建国', '']
const CHANNELS = ['Phone', 'Visit', 'Import', 'Interview', 'Mini programme of the loyalty club']
const TIERS: Record<string, string> = { Once: 'C', Some: 'B', Often: 'A' }
const CUTS = ['tier', 'owner', 'segment', 'channel', 'question', 'day', 'week', 'month', 'quarter'] as const

/** The figures of some 14,000 answers over nineteen months, by everything that they can be broken down by. */
export const surveyResultStates = {
  async 'Survey results'({ open, text: { surveyForm, surveyResults: text }, language }: Stage) {
    const backend = await startBackend({ dir: ':memory:', port: 0, now: () => new Date('2026-03-10T08:00:00Z') })
    const sheet = await sheetHarness({ tabs: { Visitors: rows() }, language, backend })
    await sheet.call('connectWorkspace', 'Gardens', crypto.randomUUID())
    const { surveyId } = await sheet.call<{ surveyId: string }>('createSurvey', surveyForm.title, crypto.randomUUID())
    await importedAnswers(sheet.call, surveyId, 'Visitors')
    const form = await open('Surveys', sheet)
    const { page } = form
    await form.see('1-list')
    await form.do(surveyForm.title)
    await form.see('2-in-brief')
    await form.do(text.open)
    await form.see('3-whole')
    const choose = async (label: string, value: string) => {
      await page.getByRole('combobox', { name: label }).selectOption(value)
      await form.settled()
    }
    for (const cut of CUTS) {
      await choose(text.by, cut)
      await form.see(`4-by-${cut}`)
    }
    await choose(text.question, 'productQuality')
    await choose(text.by, 'owner')
    await form.unfoldAll()
    await form.see('5-satisfied')
    await form.press(text.comments)
    await form.see('6-no-comments')
    await form.close()
    await backend.close()
  },
}

/** Without the file some made up answers stand in. */
function rows(): Cell[][] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1) : madeUp()
  const header = ['Date', 'NPS', 'Product quality', 'Segment', 'Tier', 'Owner', 'Channel']
  return [
    header,
    ...lines.map((line, at): Cell[] => {
      const [, score, satisfaction, , visits = '', , month] = line.split(',')
      const day = Date.UTC(2024, 7 + Number(month), 1 + (at % 28)) / 86_400_000 + 25_569
      const band = visits === '' ? '' : Number(visits) < 2 ? 'Once' : Number(visits) < 7 ? 'Some' : 'Often'
      const numbers = [score ?? '', satisfaction ? Math.ceil(Number(satisfaction) / 2) : '']
      const tier = TIERS[band] ?? ''
      return [{ date: day }, ...numbers, band, tier, OWNERS[at % 4] as string, CHANNELS[(at % 37) % 5] as string]
    }),
  ]
}

function madeUp(): string[] {
  return Array.from({ length: 2000 }, (_, at) => `${at},${at % 11},${1 + (at % 10)},,${at % 9},,${at % 19}`)
}
