import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ComplaintDesk } from './complaint-desk.ts'
import { complaintDesk } from './complaint-desk.ts'

let desk: ComplaintDesk
let surveyId: string
beforeAll(async () => {
  desk = await complaintDesk()
  const made = await desk.call<{ surveyId: string }>('POST', desk.path('/surveys'), {
    token: desk.token,
    body: { title: { en: 'Spring', 'zh-CN': '春季' } },
  })
  surveyId = made.body.surveyId
})
afterAll(() => desk.close())

type Timeline = {
  answers: { survey: string; day: string; nps?: number; satisfaction: object[]; comment?: string }[]
  complaints: { number: string; state: string; dueAt?: string; closedAt?: string }[]
  more: object
}
type Facts = { id: string; latestNps?: number; satisfaction?: number; complaints: number; openComplaints: number }

const answer = async (customerId: string, date: string, answers: object, id = `${customerId} ${date}`) => {
  const path = desk.path(`/surveys/${surveyId}/answers/import`)
  const body = { rows: [{ id, date, customerId, answers }] }
  const reply = await desk.call<{ rows: { answerId: string }[] }>('POST', path, { token: await desk.signedIn(), body })
  return reply.body.rows[0]!.answerId
}
const timeline = async (customerId: string, language = 'en') => {
  const path = desk.path(`/customer-timeline?customerId=${encodeURIComponent(customerId)}`)
  return (await desk.call<Timeline>('GET', path, { token: await desk.signedIn(), language })).body
}
const facts = async (...ids: string[]) => {
  const asked = { token: await desk.signedIn(), body: { ids } }
  return (await desk.call<{ facts: Facts[] }>('POST', desk.path('/customer-facts'), asked)).body.facts
}

test('a timeline has the answers to all surveys, newest first, in the language asked, and nothing of others', async () => {
  await answer('C-1', '2026-01-05', { nps: 3, productQuality: 2, serviceAttitude: 5, comment: 'x'.repeat(300) })
  await answer('C-1', '2026-02-05', { nps: 9 })
  await answer('C-2', '2026-02-06', { nps: 1 })
  const { answers, complaints, more } = await timeline('C-1')
  expect(answers.map(({ day, nps, survey }) => [day, nps, survey])).toEqual([
    ['2026-02-05', 9, 'Spring'],
    ['2026-01-05', 3, 'Spring'],
  ])
  expect(answers[1]).toMatchObject({
    satisfaction: [
      { dimension: 'Product quality', score: 2 },
      { dimension: 'Service attitude', score: 5 },
    ],
    comment: `${'x'.repeat(199)}…`,
  })
  expect([complaints, more]).toEqual([[], { answers: false, complaints: false }])
  expect((await timeline('C-1', 'zh-CN')).answers[1]).toMatchObject({
    survey: '春季',
    satisfaction: [{ dimension: '产品质量' }, { dimension: '服务态度' }],
  })
})

test('a complaint stands in the timeline as its head stands, after every step', async () => {
  desk.at('2026-03-10T08:00:00Z')
  const { body: logged } = await desk.log({ customerId: 'C-3', severity: 'high' })
  const brief = { id: logged.id, number: logged.number, kind: 'complaint', severity: 'high' }
  expect((await timeline('C-3')).complaints).toEqual([
    { ...brief, state: 'received', receivedAt: logged.receivedAt, dueAt: logged.dueAt },
  ])
  let { version } = logged
  for (const [day, action] of ['acknowledge', 'start', 'resolve', 'close'].entries()) {
    desk.at(`2026-03-1${day}T09:00:00Z`)
    version = (await desk.act(logged.id, { action, expectedVersion: version, text: 'done' })).body.version
  }
  const { body: head } = await desk.get(`/complaints/${logged.id}`)
  expect((await timeline('C-3')).complaints).toEqual([
    { ...brief, state: 'closed', receivedAt: logged.receivedAt, closedAt: head.closings[0] },
  ])
  await desk.act(logged.id, { action: 'reopen', expectedVersion: version, text: 'again' })
  expect((await timeline('C-3')).complaints[0]).not.toHaveProperty('closedAt')
})

test('an answer that was corrected or deleted is so in the timeline', async () => {
  desk.at('2026-03-10T08:00:00Z')
  const id = await answer('C-4', '2026-03-01', { nps: 2 })
  const path = desk.path(`/surveys/${surveyId}/answers/${id}`)
  const token = await desk.signedIn()
  await desk.call('PATCH', path, { token, body: { revision: 1, answers: { nps: 8 } } })
  expect((await timeline('C-4')).answers).toMatchObject([{ nps: 8 }])
  await desk.call('DELETE', path, { token })
  expect((await timeline('C-4')).answers).toEqual([])
})

test('a timeline tells the latest twenty and that there are more, and takes any id', async () => {
  const odd = '客户 1/2#?&'
  for (let day = 1; day <= 21; day++) await answer(odd, `2026-02-${String(day).padStart(2, '0')}`, { nps: 5 })
  const { answers, more } = await timeline(odd)
  expect([answers.length, answers[0]!.day, answers[19]!.day]).toEqual([20, '2026-02-21', '2026-02-02'])
  expect(more).toEqual({ answers: true, complaints: false })
})

test('facts are those of the latest answers that have them; who was never asked has none', async () => {
  desk.at('2026-03-20T08:00:00Z')
  const id = 'facts'
  await desk.call('POST', desk.path('/customers'), { token: await desk.signedIn(), body: { customers: [{ id }] } })
  await answer(id, '2026-03-01', { nps: 4, productQuality: 5, responseSpeed: 4 })
  await answer(id, '2026-03-05', { nps: 10 })
  await desk.log({ customerId: id })
  await desk.log({ customerId: id, kind: 'praise' })
  await desk.log({ customerId: id, receivedAt: '2025-03-21T09:00:00Z' })
  await desk.log({ customerId: id, receivedAt: '2025-03-20T09:00:00Z' })
  expect(await facts('never asked', id)).toEqual([
    { id: 'never asked', complaints: 0, openComplaints: 0 },
    { id, latestNps: 10, satisfaction: 4.5, lastAnswer: '2026-03-05', complaints: 2, openComplaints: 3 },
  ])
})

test('of two answers of one day the later one holds, whichever survey it is to and whatever id it has', async () => {
  desk.at('2026-03-20T08:00:00Z')
  const times = ['T20:00:00Z', 'T09:00:00+08:00', '', 'T18:30:00-04:00', 'T03:00:00Z']
  for (const [nps, time] of times.entries()) {
    await answer('twice', `2026-03-04${time}`, { nps, productQuality: 1 + nps }, `id ${nps}`)
  }
  expect((await timeline('twice')).answers.map(({ nps }) => nps)).toEqual([3, 0, 4, 1, 2])
  expect(await facts('twice')).toMatchObject([{ latestNps: 3, satisfaction: 4 }])
})

test('a timeline tells an answer by the questions that were asked then', async () => {
  const token = await desk.signedIn()
  const question = (title: string) => [
    { id: 'nps', type: 'nps', title: 'Recommend?' },
    { id: 'speed', type: 'csat', title },
    { id: 'why', type: 'text', title: 'Why?' },
  ]
  const post = <T>(path: string, body: object) => desk.call<T>('POST', desk.path(path), { token, body })
  const made = await post<{ surveyId: string }>('/surveys', { title: 'Versions', questions: question('How fast?') })
  const path = `/surveys/${made.body.surveyId}`
  const rows = [{ id: '1', date: '2026-03-01', customerId: 'then', answers: { nps: 4, speed: 5, why: 'Slow' } }]
  await post(`${path}/answers/import`, { rows })
  const questions = [{ id: 'clear', type: 'csat', title: 'How clear?' }, { ...question('How quick?')[1] }]
  expect((await desk.call('PATCH', desk.path(path), { token, body: { questions } })).status).toBe(200)
  expect((await timeline('then')).answers).toMatchObject([
    { nps: 4, comment: 'Slow', satisfaction: [{ dimension: 'How fast?', score: 5 }] },
  ])
})

test('facts of a customer into whom others were merged are of all that came in under any of the ids', async () => {
  desk.at('2026-03-20T08:00:00Z')
  const token = await desk.signedIn()
  const customers = ['kept', 'gone', 'constructor'].map((id) => ({ id }))
  await desk.call('POST', desk.path('/customers'), { token, body: { customers } })
  await answer('kept', '2026-03-01', { nps: 4, productQuality: 5 })
  await answer('gone', '2026-03-02', { nps: 10 })
  await answer('constructor', '2026-02-01', { nps: 1, productQuality: 1 })
  for (const customerId of ['kept', 'gone', 'gone']) await desk.log({ customerId })
  const told = async (body: object) =>
    (await desk.call<{ facts: Facts[] }>('POST', desk.path('/customer-facts'), { token, body })).body.facts
  const ids = ['kept', 'constructor']
  const [alone, other] = await told({ ids })
  expect(alone).toMatchObject({ latestNps: 4, lastAnswer: '2026-03-01', complaints: 1 })
  expect(await told({ ids, merged: { kept: ['gone', 'constructor'] } })).toEqual([
    { id: 'kept', latestNps: 10, satisfaction: 5, lastAnswer: '2026-03-02', complaints: 3, openComplaints: 3 },
    other,
  ])
})

test('facts of 500 customers come in one call, of 501 in none', async () => {
  const ids = Array.from({ length: 501 }, (_, i) => `many ${i}`)
  expect(await facts(...ids.slice(1))).toHaveLength(500)
  const asked = { token: await desk.signedIn(), body: { ids } }
  expect((await desk.call('POST', desk.path('/customer-facts'), asked)).status).toBe(400)
})
