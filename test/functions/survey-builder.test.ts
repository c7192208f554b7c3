import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningApp } from './running-app.ts'
import { runningApp } from './running-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await runningApp()
})
afterAll(() => app.close())

type Survey = { surveyId: string; title: string; formerTitles: string[]; earlier: { id: string }[]; answers?: number }
const made = async (survey: Record<string, unknown>) =>
  (await app.call<Survey>('POST', app.at('/surveys'), { token: app.token, body: survey })).body
const changed = (id: string, body: unknown) =>
  app.call<Survey>('PATCH', app.at(`/surveys/${id}`), { token: app.token, body })
const answered = async (surveyId: string, n: number) => {
  const rows = Array.from({ length: n }, (_, id) => ({ id: String(id), date: '2026-03-01', answers: { q1: 5 } }))
  await app.call('POST', app.at(`/surveys/${surveyId}/answers/import`), { token: app.token, body: { rows } })
}
/** What a cell says that counts a survey's answers. */
const cell = async (survey: string) => {
  const body = { spreadsheetId: 'sheet', grants: ['figures'] }
  const { documentKey: key } = (
    await app.call<{ documentKey: string }>('POST', app.at('/document-keys'), { token: app.token, body })
  ).body
  const queries = [{ function: 'SURVEY', survey, metric: 'COUNT' }]
  const reply = await app.call<{ results: unknown[] }>('POST', app.at('/cells'), { key, body: { queries } })
  return reply.body.results[0]
}
const csat = [{ id: 'q1', type: 'csat', title: 'Content?' }]

test('a page that shows how questions would look stores nothing and is in the language asked for', async () => {
  const questions = [
    {
      type: 'single',
      title: { en: 'Done?', 'zh-CN': '办好了吗？' },
      options: [{ label: 'Yes' }, { id: 'no', label: 'No' }],
    },
    { type: 'text', title: 'What is missing?', showIf: { question: 'q1', anyOf: ['no'] } },
  ]
  const preview = (body: unknown) =>
    app.call<{ html: string }>('POST', app.at('/survey-preview'), { token: app.token, body })
  const shown = await preview({ title: { en: 'Care', 'zh-CN': '关怀' }, questions, language: 'zh-CN' })
  expect(shown.status).toBe(200)
  expect(shown.body.html).toContain('<html lang="zh-CN">')
  for (const words of ['关怀', '办好了吗？', 'name="answers.q1"', 'value="no"'])
    expect(shown.body.html).toContain(words)
  const unfit = await preview({ title: 'Care', questions: [...questions].reverse(), language: 'en' })
  expect(unfit).toMatchObject({ status: 400, body: { error: { code: 'showIfUnfit' } } })
  const list = await app.call<{ surveys: unknown[] }>('GET', app.at('/surveys'), { token: app.token })
  expect(list.body.surveys).toEqual([])
})

test('a renamed survey is found by what it was called, unless another is called so now', async () => {
  const { surveyId } = await made({ title: 'Spring', questions: csat })
  expect((await changed(surveyId, { title: { en: 'Summer', 'zh-CN': '夏' } })).body.formerTitles).toEqual(['Spring'])
  const back = await changed(surveyId, { title: 'Spring' })
  expect(back.body.formerTitles).toEqual([{ en: 'Summer', 'zh-CN': '夏' }])
  await changed(surveyId, { title: 'Autumn' })
  expect((await changed(surveyId, { questions: csat })).body.formerTitles).toHaveLength(2)
  await answered(surveyId, 1)
  expect(await cell('spring')).toMatchObject({ value: 1 })
  expect(await cell('夏')).toMatchObject({ value: 1 })
  const other = await made({ title: 'Spring', questions: csat })
  await answered(other.surveyId, 2)
  expect(await cell('Spring')).toMatchObject({ value: 2 })
  await changed(other.surveyId, { title: 'Winter' })
  expect(await cell('Spring')).toMatchObject({ error: { code: 'surveyAmbiguous' } })
})

test('the questions that are asked no more are told, and how many answers there are', async () => {
  const { surveyId } = await made({ title: 'Counted', questions: csat })
  await answered(surveyId, 3)
  await changed(surveyId, { questions: [{ type: 'text', title: 'Why?' }] })
  const one = await app.call<Survey>('GET', app.at(`/surveys/${surveyId}?counts=1`), { token: app.token })
  expect(one.body).toMatchObject({ answers: 3, earlier: [{ id: 'q1' }], questions: [{ id: 'q2' }] })
  const list = await app.call<{ surveys: Survey[] }>('GET', app.at('/surveys?counts=1'), { token: app.token })
  expect(list.body.surveys.find((survey) => survey.surveyId === surveyId)?.answers).toBe(3)
  const staff = await made({ title: 'Staff', questions: csat, kind: 'staff' })
  const hidden = await app.call<Survey>('GET', app.at(`/surveys/${staff.surveyId}?counts=1`), { token: app.token })
  expect(hidden.body.answers).toBeUndefined()
})

test('a removed option stays known, its id is given to no other, and its answers are told beside the others', async () => {
  const labels = (...all: string[]) => all.map((label) => ({ label }))
  const asked = (...all: string[]) => [{ id: 'q1', type: 'single', title: 'How?', options: labels(...all) }]
  const { surveyId } = await made({ title: 'Ways', questions: asked('Phone', 'Shop', 'Web') })
  const rows = ['Phone', 'Shop', 'Shop'].map((q1, id) => ({ id: String(id), date: '2026-03-01', answers: { q1 } }))
  await app.call('POST', app.at(`/surveys/${surveyId}/answers/import`), { token: app.token, body: { rows } })
  await changed(surveyId, { questions: asked('Phone', 'Web') })
  const { body } = await changed(surveyId, { questions: asked('Phone', 'Web', 'Chat') })
  expect(body).toMatchObject({
    questions: [{ options: [{ id: 'o1' }, { id: 'o3' }, { id: 'o4', label: 'Chat' }] }],
    former: { q1: { options: [{ id: 'o2', label: 'Shop' }] } },
  })
  const figures = await app.call<{ n: number; rows: { value: string; n: number }[] }>(
    'GET',
    app.at(`/surveys/${surveyId}/figures?metric=SHARE`),
    { token: app.token },
  )
  expect(figures.body.rows.map(({ value, n }) => [value, n])).toEqual([
    ['Phone', 1],
    ['Web', 0],
    ['Chat', 0],
    ['Shop', 2],
  ])
  const again = await changed(surveyId, { questions: asked('Phone', 'Web', 'Shop') })
  expect(again.body).toMatchObject({ former: { q1: { options: [{ id: 'o4' }] } } })
})

test('a renamed question is found by its former title and dimension, unless another is called so now', async () => {
  const [before, after] = ['Staff', 'People'].map((dimension) => ({
    id: 'q1',
    type: 'csat',
    title: `${dimension}?`,
    dimension,
  }))
  const { surveyId } = await made({ title: 'Renaming', questions: [before] })
  await answered(surveyId, 3)
  const n = async (question: string) =>
    (
      await app.call<{ n: number }>('GET', app.at(`/surveys/${surveyId}/figures?metric=CSAT&question=${question}`), {
        token: app.token,
      })
    ).body.n
  await changed(surveyId, { questions: [after] })
  expect([await n('staff'), await n('Staff%3F'), await n('people')]).toEqual([3, 3, 3])
  await changed(surveyId, { questions: [{ id: 'q2', type: 'csat', title: 'Staff' }, after] })
  expect([await n('staff'), await n('Staff%3F')]).toEqual([0, 3])
})
