import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lookAtFigures } from '../../functions/survey/audited-day.ts'
import { type RunningApp, runningApp } from './running-app.ts'

/* Days are large by what their heads say: so many rows would take too long to write. */

let app: RunningApp
let surveyId: string
beforeEach(async () => {
  app = await runningApp()
  const body = { title: 'S', questions: [{ id: 'nps', type: 'nps', title: 'Recommend?' }] }
  surveyId = (await app.call<{ surveyId: string }>('POST', app.at('/surveys'), { token: app.token, body })).body
    .surveyId
})
afterEach(() => app.close())

const importing = (day: string, ...ids: string[]) => {
  const body = { rows: ids.map((id) => ({ id, date: day, answers: { nps: 9 } })) }
  return app.call('POST', app.at(`/surveys/${surveyId}/answers/import`), { token: app.token, body })
}
const sized = (day: string, n: number) =>
  app.backend.db.send(
    new UpdateCommand({
      TableName: app.backend.table,
      Key: { pk: `W#${app.workspaceId}#S#${surveyId}#0`, sk: `H#${day}` },
      UpdateExpression: 'SET n = :n',
      ExpressionAttributeValues: { ':n': n },
    }),
  )
type Reply = { figure?: number; asOf?: string; behind?: true; error?: { code: string; message: string } }
const count = async (): Promise<Reply> => {
  const path = app.at(`/surveys/${surveyId}/figures?metric=COUNT`)
  return (await app.call<Reply>('GET', path, { token: app.token })).body
}
const auditedDay = (day: string) => lookAtFigures(app.backend, `W#${app.workspaceId}#G#${surveyId}#0`, `all#${day}`)
const now = () => app.clock.now.toISOString()
const later = (seconds: number) => {
  app.clock.now = new Date(app.clock.now.getTime() + seconds * 1000)
}

test('a large day that was counted a moment ago is told as of then, and counted again after a minute', async () => {
  await importing('2026-03-01', '1', '2')
  await importing('2026-03-02', '1')
  await sized('2026-03-01', 30_000)
  const counted = now()
  expect(await count()).toMatchObject({ figure: 3, asOf: counted })
  later(30)
  await importing('2026-03-01', '3')
  await importing('2026-03-02', '2')
  const reply = await count()
  expect(reply).toMatchObject({ figure: 4, asOf: counted, behind: true })
  later(31)
  const again = await count()
  expect(again).toMatchObject({ figure: 5, asOf: now() })
  expect(again).not.toHaveProperty('behind')
})

test('days that were never counted are counted step by step, and until then no figure is told', async () => {
  for (const day of ['2026-03-01', '2026-03-02']) {
    await importing(day, '1')
    await sized(day, 100_000)
  }
  expect((await count()).error).toMatchObject({ code: 'figuresCounting', details: { days: 1 } })
  expect(await count()).toMatchObject({ figure: 2, asOf: now() })
})

test('a day that nobody can wait for is counted by the audit, and told as of then', async () => {
  const day = '2026-03-01'
  await importing(day, '1')
  await sized(day, 200_000)
  for (let ask = 0; ask < 2; ask++) expect((await count()).error?.code).toBe('figuresCounting')
  expect(await auditedDay(day)).toBe('right')
  const counted = now()
  expect(await count()).toMatchObject({ figure: 1, asOf: counted })
  later(3600)
  await importing(day, '2')
  expect(await count()).toMatchObject({ figure: 1, asOf: counted, behind: true })
  expect(await auditedDay(day)).toBe('right')
  expect(await count()).toMatchObject({ figure: 2, asOf: now() })
})
