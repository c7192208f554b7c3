import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SheetTable } from '../../local/sheet-table.ts'
import { importedAnswers } from '../addon/imported-answers.ts'
import { runningWorkbench } from './running-workbench.ts'

const answers: SheetTable = {
  name: 'Answers',
  header: ['Customer ID', 'Date', 'NPS'],
  columns: ['text', 'text', 'number'],
  rows: [
    ['c1', '2026-03-01', 10],
    ['c2', '2026-03-01', 9],
    ['c3', '2026-03-02', 0],
    ['c4', '2026-03-02', 8],
  ],
}
const cells: SheetTable = { name: 'Cells', header: [], columns: [], rows: [] }

let road: Awaited<ReturnType<typeof runningWorkbench>>
beforeAll(async () => {
  const sheets = [answers, cells]
  road = await runningWorkbench(() => ({ name: 'Away', locale: 'en_US', timeZone: 'UTC', sheets }))
})
afterAll(() => road.close())

test('while the service is away, cells keep the last known figure and say since when', async () => {
  await road.call('connectWorkspace', 'Team', crypto.randomUUID())
  const { surveyId } = await road.call<{ surveyId: string }>('createSurvey', 'Care', crypto.randomUUID())
  await importedAnswers(road.call, surveyId, 'Answers')
  expect(await road.type('Cells', 1, 1, '=TS_SURVEY("Care", "NPS", , , , , , "first")')).toEqual([[25]])
  expect(await road.type('Cells', 2, 1, '=TS_LIVE_STATUS("first")')).toEqual([['Up to date']])

  await road.backend.close()
  expect(await road.type('Cells', 3, 1, '=TS_SURVEY("Care", "NPS", , , , , , "second")')).toEqual([[25]])
  const [[status]] = (await road.type('Cells', 4, 1, '=TS_LIVE_STATUS("second")')) as [[string]]
  expect(status).toMatch(/^Not reached since \d{4}-\d\d-\d\d \d\d:\d\d: figures are the last known$/)
  const [[never]] = (await road.type('Cells', 5, 1, '=TS_SURVEY("Care", "COUNT")')) as unknown as [[{ note: string }]]
  expect(never.note).toBe(
    'TS_SURVEY: The Tiersheet service cannot be reached. Nothing was lost; try again in a minute.',
  )
  await expect(road.call('createSurvey', 'Other', crypto.randomUUID())).rejects.toThrow(/cannot be reached/)
  expect(await road.type('Cells', 6, 1, '=TS_NPS(Answers!C2:C5)')).toEqual([[25]])
})
