import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Question } from '../../core/survey/question.ts'
import type { Reply } from './running-app.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { surveyDesk } from './survey-desk.ts'

let app: RunningApp
/** A survey of 100 texts. */
let desk: Awaited<ReturnType<typeof surveyDesk>>
beforeAll(async () => {
  app = await runningApp()
  desk = await surveyDesk(app, { title: 'Long', questions: questions(100) })
})
afterAll(() => app.close())

type Failed = { error: { code: string; message: string } }
type Language = 'en' | 'zh-CN'

const texts = (count: number, text: string) => Object.fromEntries(ids(count).map((id) => [id, text]))
const ids = (count: number) => Array.from({ length: count }, (_, i) => `t${i + 1}`)
const questions = (count: number) => ids(count).map((id) => ({ id, type: 'text', title: 'Why?' }))
const row = (more: object = {}) => ({ id: String(Math.random()), date: '2026-03-01', answers: { t1: 'x' }, ...more })

const by = (method: string, path: string) => async (body: unknown, language: Language) =>
  app.call<Failed>(method, app.at(path), { token: app.token, body, language })
const toSurvey = (method: string, path: string) => (body: unknown, language: Language) =>
  by(method, `/surveys/${desk.surveyId}${path}`)(body, language)
const importing = toSurvey('POST', '/answers/import')
const taking = (answers: object, language: Language) =>
  toSurvey('POST', '/answers')({ date: '2026-03-01', channel: 'phone', answers }, language)
const submitting = async (answers: object, language: Language) => {
  const { body } = await app.call<{ ticket: string }>('GET', desk.path, { accept: 'application/json' })
  return app.call<Failed>('POST', desk.path, { body: { ticket: body.ticket, answers }, language })
}
/** What became of the one row of an import, as if it were the reply. */
const importingRow = async (answers: object, language: Language) => {
  const reply = await importing({ rows: [row({ answers })] }, language)
  const [told] = (reply.body as unknown as { rows: { status: string; error: Failed['error'] }[] }).rows
  return { ...reply, status: told!.status === 'accepted' ? 200 : 400, body: { error: told!.error } } as Reply<Failed>
}
/** JSON of exactly so many bytes, of which the server reads nothing but its length. */
const padded = (bytes: number) => `{"ticket":"${'x'.repeat(bytes - '{"ticket":""}'.length)}"}`

type Sent = (size: number, language: Language) => Promise<Reply<Failed>>
type Limit = { send: Sent; most: number; refused: [status: number, en: string, zh: string] }
const LIMITS: Record<string, Limit> = {
  'a body of 16 KB on a public route': {
    send: (bytes, language) => app.call<Failed>('POST', desk.path, { body: padded(bytes), language }),
    most: 16_000,
    refused: [
      413,
      'This is over 16 KB. Shorten it, or send it in smaller parts.',
      '内容超过 16 KB，请缩短或分批发送。',
    ],
  },
  'a body of 3 MB of somebody who signed in': {
    send: (bytes, language) => by('POST', '/surveys')(padded(bytes), language),
    most: 3_000_000,
    refused: [
      413,
      'This is over 3000 KB. Shorten it, or send it in smaller parts.',
      '内容超过 3000 KB，请缩短或分批发送。',
    ],
  },
  '100 questions of a survey': {
    send: (count, language) => by('POST', '/surveys')({ title: 'Long', questions: questions(count) }, language),
    most: 100,
    refused: [400, '"questions" must hold at most 100 entries.', '“questions”的条数应不大于 100。'],
  },
  '100 answers through a link': answers(submitting),
  '100 answers by phone': answers(taking),
  '100 answers of an imported row': answers(importingRow),
  'a text of 4,000 characters through a link': text(submitting),
  'a text of 4,000 characters by phone': text(taking),
  'a text of 4,000 characters of an imported row': text(importingRow),
  '500 rows of an import': {
    send: (count, language) => importing({ rows: Array.from({ length: count }, () => row()) }, language),
    most: 500,
    refused: [400, '"rows" must hold at most 500 entries.', '“rows”的条数应不大于 500。'],
  },
}

type Answering = (answers: object, language: Language) => Promise<Reply<Failed>>
function answers(send: Answering): Limit {
  return {
    send: (count, language) => send(texts(count, 'x'), language),
    most: 100,
    refused: [400, '"answers" must hold at most 100 entries.', '“answers”的条数应不大于 100。'],
  }
}
function text(send: Answering): Limit {
  return {
    send: (length, language) => send({ t1: '字'.repeat(length) }, language),
    most: 4000,
    refused: [
      400,
      'The answer to question 1 is not a text of at most 4000 characters. Shorten it.',
      '第 1 题的答案应为不超过 4000 个字符的文字，请缩短。',
    ],
  }
}

test.each(Object.entries(LIMITS))('%s, and not one more', async (_, { send, most, refused: [status, en, zh] }) => {
  const { status: taken, body } = await send(most, 'en')
  expect([taken, body.error?.message]).not.toContain(en)
  expect(taken).not.toBe(413)
  expect(await send(most + 1, 'en')).toMatchObject({ status, body: { error: { message: en } } })
  expect(await send(most + 1, 'zh-CN')).toMatchObject({ status, body: { error: { message: zh } } })
})

test('a body whose length nobody says is cut off where it gets too long', async () => {
  const sent = (bytes: number) => {
    const body = new Blob([padded(bytes)]).stream()
    const headers = { 'Content-Type': 'application/json', 'Accept-Language': 'en' }
    return app.hono.request(desk.path, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
  }
  expect((await sent(16_000)).status).toBe(400)
  expect(await (await sent(16_001)).json()).toMatchObject({ error: { code: 'bodyTooLarge' } })
})

test('a browser that sends too much is given a page that says so', async () => {
  const sent = async (fields: object) => {
    const form = new URLSearchParams({ ticket: (await desk.open()).ticket, ...fields })
    const reply = await app.hono.request(desk.path, {
      method: 'POST',
      body: form,
      headers: { 'Accept-Language': 'en' },
    })
    return [reply.status, await reply.text()] as const
  }
  const many = Object.fromEntries(ids(101).map((id) => [`answers.${id}`, 'x']))
  const [status, page] = await sent(many)
  expect(status).toBe(400)
  expect(page).toContain('must hold at most 100')
  expect((await sent({ 'answers.t1': 'x'.repeat(16_000) }))[0]).toBe(413)
})

describe('what is longer than an item of the table can be is refused with one sentence, and nothing is kept of it', () => {
  const refused = { status: 413, body: { error: { code: 'tooMuchText' } } }
  /** 500 characters of three bytes. */
  const long = '长'.repeat(500)
  const options = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ id: `o${i}`, label: `${i}${long.slice(4)}` }))
  const choices = (count: number): Partial<Question>[] =>
    Array.from({ length: count }, (_, i) => ({ id: `c${i}`, type: 'single', title: long, options: options(50) }))
  const held = async () => (await by('GET', '/surveys')(undefined, 'en')).body

  test('a survey, when it is made and when it is changed', async () => {
    const before = await held()
    expect(await by('POST', '/surveys')({ title: 'Much', questions: choices(6) }, 'en')).toMatchObject({
      status: 413,
      body: {
        error: {
          message:
            'All texts of this together would take 462 KB, and only 390 KB can be kept. Shorten some or leave some out.',
        },
      },
    })
    expect(await by('POST', '/surveys')({ title: '多', questions: choices(6) }, 'zh-CN')).toMatchObject({
      body: { error: { message: '全部文字合计 462 KB，最多只能保存 390 KB。请缩短或删去一部分。' } },
    })
    expect(await held()).toEqual(before)
    const made = await by('POST', '/surveys')({ title: 'Much', questions: choices(5) }, 'en')
    expect(made.status).toBe(201)
    const { surveyId } = made.body as unknown as { surveyId: string }
    const more = [...choices(5), { id: 'more', type: 'single', title: long, options: options(50) }]
    expect(await by('PATCH', `/surveys/${surveyId}`)({ questions: more }, 'en')).toMatchObject(refused)
    expect((await by('POST', `/surveys/${surveyId}/open`)(undefined, 'en')).status).toBe(200)
    expect((await by('PATCH', `/surveys/${surveyId}`)({ status: 'closed' }, 'en')).status).toBe(200)
  })

  test('an answer by phone, imported or corrected', async () => {
    const much = texts(40, '长'.repeat(4000))
    const fits = texts(32, '长'.repeat(4000))
    expect(await taking(much, 'en')).toMatchObject(refused)
    const { rows } = (await importing({ rows: [row({ answers: much }), row({ answers: fits })] }, 'en'))
      .body as unknown as { rows: { status: string; answerId: string; error?: object }[] }
    expect(rows).toMatchObject([{ status: 'rejected', error: { code: 'tooMuchText' } }, { status: 'accepted' }])
    const path = `/surveys/${desk.surveyId}/answers/${rows[1]!.answerId}`
    expect(await by('PATCH', path)({ revision: 1, answers: much }, 'en')).toMatchObject(refused)
  })

  test('targets of the complaint desk, a key with grants without end', async () => {
    const policy = (await by('GET', '/complaint-policy')(undefined, 'en')).body as unknown as { rules: object[] }
    const rules = [...Array(1000).fill({ tier: long, responseMinutes: 1, resolutionMinutes: 1 }), ...policy.rules]
    expect(await by('POST', '/complaint-policy')({ ...policy, rules }, 'en')).toMatchObject(refused)
    const key = { spreadsheetId: 'sheet', grants: Array(60_000).fill('figures') }
    expect(await by('POST', '/document-keys')(key, 'en')).toMatchObject(refused)
  })
})

describe('what is kept of an import does not grow with what its rows are called', () => {
  const bytesOf = async (rows: unknown[], operation: string) => {
    const path = app.at(`/surveys/${desk.surveyId}/answers/import`)
    const reply = await app.call<{ rows: { id: string; error: object }[] }>('POST', path, {
      token: app.token,
      body: { rows },
      operation,
    })
    expect([reply.status, await app.call('POST', path, { token: app.token, body: { rows }, operation })]).toMatchObject(
      [200, { body: reply.body }],
    )
    const kept = await stored(`OP#${operation}`)
    return { rows: reply.body.rows, bytes: Buffer.byteLength(JSON.stringify(kept)) }
  }
  const stored = async (sk: string) => {
    const { GetCommand } = await import('@aws-sdk/lib-dynamodb')
    const { db, table } = app.backend
    return (await db.send(new GetCommand({ TableName: table, Key: { pk: `W#${app.workspaceId}`, sk } }))).Item
  }

  test('a row with an endless id, an endless question or an id that is no text is rejected under what can be told of it', async () => {
    const rows = [
      row({ id: '长'.repeat(100_000) }),
      row({ id: 'question', answers: { ['长'.repeat(100_000)]: 1 } }),
      row({ id: { toString: 1 } }),
      null,
    ]
    const { rows: told, bytes } = await bytesOf(rows, 'endless')
    expect(told.map(({ id }) => id)).toEqual(['长'.repeat(200), 'question', '', ''])
    expect(JSON.stringify(told[1]!.error).length).toBeLessThan(400)
    expect(bytes).toBeLessThan(3000)
  })

  test('a page of 500 rows at the longest fits', async () => {
    const rows = Array.from({ length: 500 }, (_, i) =>
      row({ id: `${i}${'长'.repeat(196)}`, answers: { ['长'.repeat(900)]: 1 } }),
    )
    const { bytes } = await bytesOf(rows, 'longest')
    expect(bytes).toBeLessThan(300_000)
  })
})
