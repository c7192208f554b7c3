import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { type Stage, stage } from './stage.ts'
import { audienceStates } from './states/audiences.ts'
import { complaintQueueStates } from './states/complaint-queue.ts'
import { complaintSettingsStates } from './states/complaint-settings.ts'
import { complaintStates } from './states/complaints.ts'
import { customerStates } from './states/customer.ts'
import { customerFileStates } from './states/customer-file.ts'
import { entryStandardStates } from './states/entry-standard.ts'
import { failingStates } from './states/failing.ts'
import { goalStates } from './states/goals.ts'
import { improvementStates } from './states/improvements.ts'
import { kpiSheetStates } from './states/kpi-sheet.ts'
import { ownStatisticsStates } from './states/own-statistics.ts'
import { privacyStates } from './states/privacy.ts'
import { scoreStates } from './states/score-and-tier.ts'
import { surveyResultStates } from './states/survey-results.ts'
import { teamStates } from './states/team.ts'
import { tiersStates } from './states/tiers.ts'
import { writeAlbum } from './write-album.ts'

const OUT = join('dist', 'gallery')
const states: Record<string, (stage: Stage) => Promise<void>> = {
  ...audienceStates,
  ...complaintStates,
  ...complaintQueueStates,
  ...complaintSettingsStates,
  ...customerFileStates,
  ...customerStates,
  ...entryStandardStates,
  ...goalStates,
  ...improvementStates,
  ...kpiSheetStates,
  ...ownStatisticsStates,
  ...privacyStates,
  ...scoreStates,
  ...surveyResultStates,
  ...teamStates,
  ...tiersStates,
  ...failingStates,
}

let browser: Browser
beforeAll(async () => {
  await mkdir(OUT, { recursive: true })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await writeAlbum(OUT)
})

/** What the sample does not come to: long names, much of everything, work under way, and what goes wrong. */
describe.each(['en', 'zh-CN'] as const)('states in %s', (language) => {
  test.each(Object.entries(states))('%s', (name, show) => show(stage(browser, OUT, name, language)))
})
