import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { satisfactionQuestions } from '../../core/survey/satisfaction-questions.ts'
import type { Asked, RunningApp } from './running-app.ts'
import { runningApp } from './running-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await runningApp()
})
afterAll(() => app.close())

type Survey = { surveyId: string; status: string; revision: number; link?: string; questions: { id: string }[] }
const post = <T = Survey>(path: string, body: unknown, more: Asked = {}) =>
  app.call<T>('POST', app.at(path), { token: app.token, body, ...more })
const patch = (survey: Survey, body: unknown) =>
  app.call<Survey>('PATCH', app.at(`/surveys/${survey.surveyId}`), { token: app.token, body })
const answer = (surveyId: string, id: string, answers: unknown) =>
  post(`/surveys/${surveyId}/answers/import`, { rows: [{ id, date: '2026-03-01', answers }] })
const figures = (surveyId: string, query: string, language = 'en') =>
  app.call<{ rows: unknown[] }>('GET', app.at(`/surveys/${surveyId}/figures?${query}`), { token: app.token, language })

test('a survey without questions of its own gets the usual five', async () => {
  const { status, body } = await post('/surveys', { title: 'Spring' })
  expect(status).toBe(201)
  expect(body).toMatchObject({ title: 'Spring', status: 'draft', revision: 1, version: 1, kind: 'customers' })
  expect(body.questions.map(({ id }) => id)).toEqual(satisfactionQuestions().map(({ id }) => id))
  expect(body.link).toBeUndefined()
})

test('opening gives one link, the same ever after; closing takes it away', async () => {
  const { body: made } = await post('/surveys', { title: 'Links' })
  const opened = await post(`/surveys/${made.surveyId}/open`, undefined, { operation: 'open-1' })
  expect(opened.body).toMatchObject({ status: 'open', link: expect.stringMatching(/\/s\/[\w-]+\.[\w-]{43}$/) })
  expect((await post(`/surveys/${made.surveyId}/open`, undefined, { operation: 'open-1' })).body).toEqual(opened.body)
  expect((await post(`/surveys/${made.surveyId}/open`, undefined)).body.link).toBe(opened.body.link)
  expect((await patch(made, { status: 'closed' })).body).toMatchObject({ status: 'closed' })
  expect((await patch(made, { title: 'Later' })).body.link).toBeUndefined()
})

test('other questions make a new version: ids stay what they are, and answers keep the version they were given to', async () => {
  const { body: made } = await post('/surveys', { title: 'Changing', questions: [{ type: 'csat', title: 'Content?' }] })
  await answer(made.surveyId, '1', { q1: 5 })
  const questions = [
    { id: 'q1', type: 'csat', title: 'Happy?' },
    { type: 'nps', title: 'Recommend?' },
  ]
  expect((await patch(made, { questions })).body).toMatchObject({
    ...{ revision: 2, version: 2 },
    questions: [{ id: 'q1', title: 'Happy?' }, { id: 'q2' }],
  })
  expect(await patch(made, { revision: 1, title: 'Old' })).toMatchObject({
    status: 409,
    body: { error: { code: 'stale' } },
  })
  await answer(made.surveyId, '2', { q1: 1, q2: 9 })
  expect((await patch(made, { questions: [questions[1]] })).body).toMatchObject({
    version: 3,
    questions: [{ id: 'q3' }],
  })
  expect((await figures(made.surveyId, 'metric=CSAT&question=happy?')).body).toMatchObject({ n: 2, figure: 0.5 })
  expect((await figures(made.surveyId, 'metric=NPS')).body).toMatchObject({ n: 0 })
  expect(await patch(made, { questions: [{ id: 'q1', type: 'nps', title: 'Happy?' }] })).toMatchObject({
    status: 400,
    body: { error: { code: 'questionKindChanged' } },
  })
  const listed = await app.call<{ answers: { version: number }[] }>(
    'GET',
    app.at(`/surveys/${made.surveyId}/answers`),
    { token: app.token },
  )
  expect(listed.body.answers.map(({ version }) => version).sort()).toEqual([1, 2])
  expect(await patch(made, { title: 'New' })).toMatchObject({ status: 200, body: { title: 'New', version: 3 } })
})

test('a correction answers the questions as they were then', async () => {
  const questions = [
    { id: 'nps', type: 'nps', title: 'Recommend?' },
    { id: 'speed', type: 'csat', title: 'Speed?' },
  ]
  const { body: made } = await post('/surveys', { title: 'Corrected', questions })
  const { body } = await answer(made.surveyId, '1', { nps: 3, speed: 4 })
  const { answerId } = (body as unknown as { rows: { answerId: string }[] }).rows[0]!
  await patch(made, { questions: [questions[0]] })
  const at = app.at(`/surveys/${made.surveyId}/answers/${answerId}`)
  const edited = { revision: 1, answers: { nps: 9, speed: 4 } }
  expect(await app.call('PATCH', at, { token: app.token, body: edited })).toMatchObject({
    status: 200,
    body: { version: 1, answers: { nps: 9, speed: 4 } },
  })
  expect((await figures(made.surveyId, 'metric=CSAT&question=speed')).body).toMatchObject({ n: 1 })
})

test('one answer is told with the questions of its time, and those of one customer, the latest first', async () => {
  const questions = [
    { id: 'nps', type: 'nps', title: 'Recommend?' },
    { id: 'speed', type: 'csat', title: 'Speed?' },
  ]
  const { body: made } = await post('/surveys', { title: 'Found', questions })
  const row = (id: string, customerId: string, date: string) => ({
    id,
    date,
    customerId,
    answers: { nps: 3, speed: 4 },
  })
  const rows = [row('1', 'C-1', '2026-03-01'), row('2', 'C-1', '2026-03-04'), row('3', 'C-2', '2026-03-05')]
  await post(`/surveys/${made.surveyId}/answers/import`, { rows })
  await patch(made, { questions: [questions[0]] })
  type Listed = { answers: { answerId: string; day: string }[] }
  const list = async (query: string) => {
    const path = app.at(`/surveys/${made.surveyId}/answers?${query}`)
    return (await app.call<Listed>('GET', path, { token: app.token })).body.answers
  }
  const found = await list('customerId=C-1')
  expect(found.map(({ day }) => day)).toEqual(['2026-03-04', '2026-03-01'])
  expect((await list('customerId=C-1&limit=1')).map(({ day }) => day)).toEqual(['2026-03-04'])
  expect(await list('customerId=C-1&from=2026-03-01&to=2026-03-03')).toMatchObject([{ day: '2026-03-01' }])
  const one = await app.call('GET', app.at(`/surveys/${made.surveyId}/answers/${found[0]!.answerId}`), {
    token: app.token,
  })
  expect(one.body).toMatchObject({ revision: 1, customerId: 'C-1', questions: [{ id: 'nps' }, { id: 'speed' }] })
})

test("the list says which day it is where the workspace is, by which a survey's last day is over", async () => {
  const listed = () => app.call<{ today: string }>('GET', app.at('/surveys'), { token: app.token })
  const before = app.clock.now
  app.clock.now = new Date('2026-03-10T23:30:00Z')
  expect((await listed()).body.today).toBe('2026-03-10')
  const { body: far } = await app.call<{ workspaceId: string }>('POST', '/v1/workspaces', {
    token: app.token,
    body: { name: 'Far', timeZone: 'Asia/Shanghai' },
  })
  const there = `/v1/workspaces/${far.workspaceId}/surveys`
  expect((await app.call<{ today: string }>('GET', there, { token: app.token })).body.today).toBe('2026-03-11')
  app.clock.now = before
})

test('a day of more values than an item holds is counted all the same', async () => {
  const { body: made } = await post('/surveys', { title: 'Many', questions: [{ id: 'nps', type: 'nps', title: 'R?' }] })
  for (let page = 0; page < 10; page++) {
    const rows = Array.from({ length: 500 }, (_, i) => {
      return {
        id: `${page}-${i}`,
        date: '2026-03-01',
        segment: `segment ${page}-${i} ${'x'.repeat(60)}`,
        answers: { nps: 9 },
      }
    })
    await post(`/surveys/${made.surveyId}/answers/import`, { rows })
  }
  for (let again = 0; again < 2; again++) {
    const { status, body } = await figures(made.surveyId, 'metric=COUNT&by=segment')
    expect([status, body.rows?.length]).toEqual([200, 5000])
  }
})

test('interviews and reviews are shown by channel and never counted among answers', async () => {
  const { body: made } = await post('/surveys', { title: 'Apart' })
  const rows = ['phone', 'review', 'interview'].map((channel, i) => {
    return { id: channel, date: '2026-03-01', channel, answers: { nps: i === 0 ? 10 : 0 } }
  })
  await post(`/surveys/${made.surveyId}/answers/import`, { rows })
  expect((await figures(made.surveyId, 'metric=NPS')).body).toMatchObject({ n: 1, figure: 100 })
  for (const by of ['tier', 'tier_now', 'month']) {
    expect((await figures(made.surveyId, `by=${by}`)).body).toMatchObject({ n: 1, rows: [{ n: 1 }] })
  }
  expect((await figures(made.surveyId, 'by=channel')).body).toMatchObject({
    ...{ n: 1, figure: 100 },
    rows: [
      { value: 'interview', n: 1 },
      { value: 'phone', n: 1 },
      { value: 'review', n: 1, figure: -100 },
    ],
  })
})

const badSurveys: [string, unknown, string][] = [
  ['no title', {}, '"title" is missing. Add it.'],
  ['a blank title', { title: '' }, '"title" must be a text that is not blank.'],
  ['no questions', { title: 'A', questions: [] }, '"questions" must hold at least 1 entries.'],
  [
    'an unknown type',
    { title: 'A', questions: [{ type: 'stars', title: 'Q' }] },
    '"questions.0.type" must be one of nps, csat, ces, single, multiple, text.',
  ],
  [
    'a choice without options',
    { title: 'A', questions: [{ type: 'single', title: 'Q' }] },
    'Question 1 has no options to choose from. Add at least two.',
  ],
  [
    'options where none belong',
    { title: 'A', questions: [{ type: 'nps', title: 'Q', options: [{ label: 'a' }, { label: 'b' }] }] },
    'Question 1 is not a choice. Leave its options out.',
  ],
  [
    'an id twice',
    {
      title: 'A',
      questions: [
        { id: 'q2', type: 'nps', title: 'Q' },
        { id: 'q2', type: 'nps', title: 'R' },
      ],
    },
    'The id q2 comes twice. Send each once.',
  ],
  [
    'an id that every object has',
    { title: 'A', questions: [{ id: 'constructor', type: 'nps', title: 'Q' }] },
    '"questions.0.id" must be another id.',
  ],
]
test.each(badSurveys)('%s is refused with one sentence', async (_, body, message) => {
  expect(await post('/surveys', body)).toMatchObject({ status: 400, body: { error: { message } } })
})

describe('answers', () => {
  let surveyId: string
  beforeAll(async () => {
    surveyId = (await post('/surveys', { title: 'Listed', peakPerSecond: 60 })).body.surveyId
    for (let i = 0; i < 7; i++) await answer(surveyId, String(i), { nps: i, comment: `No ${i}` })
  })

  test('are listed page by page, each once', async () => {
    const seen: string[] = []
    let cursor: string | undefined = ''
    do {
      const at = app.at(`/surveys/${surveyId}/answers?limit=3${cursor && `&cursor=${cursor}`}`)
      const page: { body: { answers: { answerId: string }[]; cursor?: string } } = await app.call('GET', at, {
        token: app.token,
      })
      expect(page.body.answers.length).toBeLessThanOrEqual(3)
      seen.push(...page.body.answers.map(({ answerId }) => answerId))
      cursor = page.body.cursor
    } while (cursor)
    expect(new Set(seen).size).toBe(7)
    expect(seen).toHaveLength(7)
  })

  test('can be corrected at their revision and deleted for good', async () => {
    const { body } = await answer(surveyId, 'mine', { nps: 1, comment: 'Private' })
    const { answerId } = (body as unknown as { rows: { answerId: string }[] }).rows[0]!
    const at = app.at(`/surveys/${surveyId}/answers/${answerId}`)
    const edit = (revision: number, answers: unknown) =>
      app.call('PATCH', at, { token: app.token, body: { revision, answers } })
    expect(await edit(1, { nps: 99 })).toMatchObject({ status: 400, body: { error: { code: 'answerScale' } } })
    expect(await edit(1, { nps: 8 })).toMatchObject({
      status: 200,
      body: { answerId, revision: 2, answers: { nps: 8 } },
    })
    expect(await edit(1, { nps: 9 })).toMatchObject({ status: 409, body: { error: { code: 'stale' } } })
    expect((await app.call('DELETE', `${at}?revision=1`, { token: app.token })).status).toBe(409)
    expect((await app.call('DELETE', `${at}?revision=2`, { token: app.token })).status).toBe(200)
    expect((await edit(2, { nps: 9 })).status).toBe(404)
    expect(await answer(surveyId, 'mine', { nps: 1, comment: 'Private' })).toMatchObject({ body: { duplicate: 1 } })
    const listed = await app.call('GET', app.at(`/surveys/${surveyId}/answers?limit=500`), { token: app.token })
    expect(JSON.stringify(listed.body)).not.toContain('Private')
  })

  test.each([['limit=0'], ['limit=501'], ['from=2026-13-01']])('%s is refused', async (query) => {
    const reply = await app.call('GET', app.at(`/surveys/${surveyId}/answers?${query}`), { token: app.token })
    expect(reply).toMatchObject({ status: 400, body: { error: { code: 'fieldFormat' } } })
  })
})

describe('figures', () => {
  let surveyId: string
  beforeAll(async () => {
    const customers = [
      { id: 'C1', tier: 'A', owner: 'Li' },
      { id: 'C2', tier: 'B' },
    ]
    await post('/customers', { customers })
    const questions = [
      { id: 'nps', type: 'nps', title: 'Recommend?' },
      { id: 'quality', type: 'csat', title: 'Quality?', dimension: { en: 'Product quality', 'zh-CN': '产品质量' } },
      { id: 'speed', type: 'csat', title: 'Speed?' },
      { id: 'ease', type: 'ces', title: 'Easy?' },
      {
        id: 'how',
        type: 'multiple',
        title: 'How?',
        options: [{ label: { en: 'Phone', 'zh-CN': '电话' } }, { label: 'Web' }],
      },
      { id: 'comment', type: 'text', title: 'More?' },
    ]
    surveyId = (await post('/surveys', { title: { en: 'All kinds', 'zh-CN': '各种题目' }, questions })).body.surveyId
    const rows = [
      {
        id: '1',
        date: '2025-12-31',
        customerId: 'C1',
        channel: 'phone',
        answers: { nps: 10, quality: 5, speed: 3, ease: 7, how: ['o1', 'o2'], comment: 'Fine' },
      },
      {
        id: '2',
        date: '2026-01-01',
        customerId: 'C2',
        channel: 'phone',
        answers: { nps: 0, quality: 4, ease: 5, how: 'Web' },
      },
      { id: '3', date: '2026-01-05', channel: 'visit', answers: { nps: 9, quality: 1 } },
    ]
    expect((await post(`/surveys/${surveyId}/answers/import`, { rows })).body).toMatchObject({ accepted: 3 })
  })

  const cases: [string, unknown][] = [
    ['', { metric: 'NPS', n: 3, figure: 100 / 3, question: { id: 'nps', title: 'Recommend?' } }],
    ['metric=CSAT', { n: 3, figure: 2 / 3, question: { id: 'quality' } }],
    ['metric=CSAT&question=3', { n: 1, figure: 0, question: { id: 'speed' } }],
    ['metric=CSAT&question=product%20Quality', { n: 3, question: { id: 'quality' } }],
    ['metric=CSAT&question=产品质量', { n: 3, question: { id: 'quality' } }],
    ['metric=CES', { n: 2, figure: 6 }],
    ['metric=MEAN&question=Quality?', { n: 3, figure: 10 / 3 }],
    ['metric=COUNT', { n: 3, figure: 3, low: null }],
    ['metric=COUNT&question=comment', { n: 1, figure: 1 }],
    [
      'metric=SHARE',
      {
        n: 2,
        rows: [
          { value: 'Phone', n: 1, figure: 0.5 },
          { value: 'Web', n: 2, figure: 1 },
        ],
      },
    ],
    [
      'metric=SHARE&by=tier&value=B',
      {
        n: 1,
        rows: [
          { n: 0, figure: 0 },
          { n: 1, figure: 1 },
        ],
      },
    ],
    [
      'by=tier',
      {
        rows: [
          { value: '', n: 1 },
          { value: 'A', n: 1, figure: 100 },
          { value: 'B', n: 1, figure: -100 },
        ],
      },
    ],
    ['by=tier&value=A', { n: 1, figure: 100 }],
    ['by=tier&value=Z', { n: 0, figure: null, low: null, high: null }],
    [
      'by=owner',
      {
        rows: [
          { value: '', n: 2 },
          { value: 'Li', n: 1 },
        ],
      },
    ],
    [
      'by=channel',
      {
        rows: [
          { value: 'phone', n: 2, figure: 0 },
          { value: 'visit', n: 1 },
        ],
      },
    ],
    [
      'by=week',
      {
        rows: [
          { value: '2025-12-29', n: 2 },
          { value: '2026-01-05', n: 1 },
        ],
      },
    ],
    [
      'by=month',
      {
        rows: [
          { value: '2025-12', n: 1 },
          { value: '2026-01', n: 2 },
        ],
      },
    ],
    [
      'by=quarter',
      {
        rows: [
          { value: '2025-Q4', n: 1 },
          { value: '2026-Q1', n: 2 },
        ],
      },
    ],
    [
      'metric=CSAT&by=question',
      {
        rows: [
          { value: 'Product quality', n: 3 },
          { value: 'Speed?', n: 1 },
        ],
      },
    ],
    ['metric=CSAT&by=question&value=Speed?', { n: 1, figure: 0 }],
    ['from=2026-01-01', { n: 2 }],
    ['from=2026-01-01&to=2026-01-01', { n: 1, figure: -100 }],
  ]
  test.each(cases)('%s', async (query, expected) => {
    expect(await figures(surveyId, query)).toMatchObject({ status: 200, body: expected })
  })

  test('rows of a table are in the language asked for', async () => {
    expect((await figures(surveyId, 'metric=SHARE', 'zh-CN')).body.rows[0]).toMatchObject({ value: '电话' })
  })

  test('as it was stays when a customer changes tier, as it is now follows', async () => {
    await post('/customers', { customers: [{ id: 'C2', tier: 'A' }] })
    expect((await figures(surveyId, 'by=tier&value=B')).body).toMatchObject({ n: 1 })
    expect((await figures(surveyId, 'by=tier_now')).body.rows).toMatchObject([
      { value: '', n: 1 },
      { value: 'A', n: 2, figure: 0 },
    ])
  })

  const bad: [string, string][] = [
    ['metric=LOVE', '"metric" must be one of NPS, CSAT, CES, MEAN, COUNT, RESPONSE_RATE, SHARE.'],
    [
      'by=planet',
      '"by" must be one of tier, owner, segment, channel, tier_now, owner_now, question, day, week, month, quarter.',
    ],
    ['question=9', 'The survey has no question "9". Check its number or title.'],
    [
      'metric=NPS&question=comment',
      'NPS cannot be counted from this question or survey. Choose another question or metric.',
    ],
    ['from=yesterday', '"from" must be a day such as 2026-03-31.'],
    ['from=2026-02-01&to=2026-01-01', 'The last day is before the first. Swap them.'],
    ['value=A', 'A value is given, but not of what. Give "by" as well.'],
    ['metric=SHARE&by=tier', 'SHARE is a table already. Give a value to break it down by, or leave "by" out.'],
    [
      'metric=RESPONSE_RATE&by=channel',
      'A response rate is of whole answers, told by when and to whom links were given. Leave the question out, and break it down by tier, owner, segment, day, week, month or quarter.',
    ],
  ]
  test.each(bad)('%s is refused with one sentence', async (query, message) => {
    expect(await figures(surveyId, query)).toMatchObject({ status: 400, body: { error: { message } } })
  })
  test.each(['answers', 'comments', 'recount', 'comparison'])(
    '%s of days that end before they begin are refused too',
    async (what) => {
      const asked = await app.call('GET', app.at(`/surveys/${surveyId}/${what}?from=2026-02-01&to=2026-01-01`), {
        token: app.token,
      })
      expect(asked).toMatchObject({ status: 400, body: { error: { code: 'spanEmpty' } } })
    },
  )

  test('cells get values and tables, each query by itself', async () => {
    const { body } = await post<{ documentKey: string }>('/document-keys', { spreadsheetId: 'sheet' })
    const queries = [
      { function: 'SURVEY', survey: 'all KINDS' },
      { function: 'SURVEY', survey: '各种题目', metric: 'csat', question: 2, by: 'channel', value: '' },
      { function: 'SURVEY', survey: surveyId, metric: 'CES', by: 'channel', value: 'visit' },
      { function: 'SURVEY', survey: 'Unheard of' },
      { function: 'SURVEY', survey: surveyId, metric: 'LOVE' },
      { function: 'COMPLAINTS', metric: 'OPEN' },
    ]
    const asked = { key: body.documentKey, body: { queries } }
    const reply = await app.call<{ results: unknown[] }>('POST', app.at('/cells'), asked)
    expect(reply.body.results).toEqual([
      { value: 100 / 3 },
      {
        value: [
          ['Value', 'n', 'Figure', 'Low', 'High'],
          ['phone', 2, 1, expect.any(Number), 1],
          ['visit', 1, 0, 0, expect.any(Number)],
        ],
      },
      { value: '' },
      { error: { code: 'surveyUnknown', message: 'There is no survey "Unheard of". Check its title.' } },
      { error: { code: 'fieldChoice', message: expect.stringContaining('"metric" must be one of NPS') } },
      { value: 0 },
    ])
    const chinese = await app.call<{ results: { value: string[][] }[] }>('POST', app.at('/cells'), {
      ...asked,
      language: 'zh-CN',
    })
    expect(chinese.body.results[1]!.value[0]).toContain('下限')
  })
})
