import { beforeAll, describe, expect, test } from 'vitest'
import { anonymousAnswer } from '../../../functions/store/anonymous-answer.ts'
import {
  type Answer,
  deletedAnswerWrites,
  editedAnswerWrites,
  erasedAnswerWrite,
  findAnswer,
  followedAnswerWrite,
  saveNewAnswer,
} from '../../../functions/store/answer.ts'
import { rowStamp } from '../../../functions/store/day-head.ts'
import { transact } from '../../../functions/store/table.ts'
import { bareTable } from '../bare-table.ts'
import { answerOf, itemAt, surveyOf, workspace } from './answers.ts'

const survey = surveyOf({ followUp: [{ question: 'nps', atMost: 6, opens: 'task' }] })
let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

let days = 0
/** An answer of a customer on a day of its own. */
async function kept(change: Partial<Answer> = {}): Promise<Answer> {
  const answer = answerOf({
    ...{ id: `answer-${++days}`, day: `2026-01-${String(days).padStart(2, '0')}`, customerId: 'C1', tier: 'A' },
    ...{ owner: 'Li', segment: 'Key', operation: 'op', invited: { day: '2025-12-01' }, ...change },
  })
  await saveNewAnswer(table, workspace, survey, answer)
  return answer
}
const rowOf = ({ day, id }: Answer) => itemAt(table, 'W#ws#S#survey#0', `R#${day}#${id}`)
const headOf = ({ day }: Answer) => itemAt(table, 'W#ws#S#survey#0', `H#${day}`)
const followUpOf = ({ day, id }: Answer) => itemAt(table, 'W#ws#F', `${day}#survey#${id}`)
/** What stays of one that is gone. */
const markOf = ({ day, id, revision }: Answer) => ({
  ...{ pk: 'W#ws#S#survey#0', sk: `R#${day}#${id}`, day, id, channel: 'link', version: 1, operation: 'op' },
  ...{ revision: revision + 1, answers: {}, answeredAt: day, digest: '', deleted: true, stamp: 2 * rowStamp(id) },
})

describe('an edit', () => {
  test('replaces what was answered, and its day is seen to have changed', async () => {
    const before = await kept()
    const after = { ...before, answers: { nps: 10, why: 'mended' }, version: 2 }
    expect(await transact(table, editedAnswerWrites(workspace, survey, before, after))).toBeUndefined()
    expect(await findAnswer(table, workspace, survey, before.day, before.id)).toEqual({ ...after, revision: 2 })
    expect(await rowOf(before)).toMatchObject({ stamp: 2 * rowStamp(before.id) })
    expect(await headOf(before)).toMatchObject({ n: 1, version: 2, stamp: 2 * rowStamp(before.id) })
  })
  test('to something low is followed up', async () => {
    const before = await kept({ operation: undefined })
    await transact(table, editedAnswerWrites(workspace, survey, before, { ...before, answers: { nps: 3 } }))
    expect(await followUpOf(before)).toMatchObject({ score: 3 })
  })
  test('of what was edited or deleted meanwhile is refused', async () => {
    const before = await kept()
    const edit = editedAnswerWrites(workspace, survey, before, { ...before, answers: { nps: 1 } })
    await transact(table, edit)
    expect(await transact(table, edit)).toBeDefined()
    await transact(table, deletedAnswerWrites(workspace, survey, { ...before, revision: 2 }))
    const late = { ...before, revision: 3 }
    expect(await transact(table, editedAnswerWrites(workspace, survey, late, late))).toBeDefined()
    expect(await headOf(before)).toMatchObject({ n: 0, version: 3 })
  })
  test('to more text than can be kept is refused', async () => {
    const before = await kept()
    const after = { ...before, answers: { why: 'x'.repeat(395_000) } }
    expect(() => editedAnswerWrites(workspace, survey, before, after)).toThrow('KB')
  })
})

describe('an answer that is deleted', () => {
  test('leaves an empty mark: nothing of who gave it, nothing to follow up, one less on its day', async () => {
    const before = await kept()
    await table.put({ pk: 'W#ws#F', sk: `${before.day}#survey#${before.id}` })
    expect(await transact(table, deletedAnswerWrites(workspace, survey, before))).toBeUndefined()
    expect(await rowOf(before)).toEqual(markOf(before))
    expect(await findAnswer(table, workspace, survey, before.day, before.id)).toBeUndefined()
    expect(await headOf(before)).toMatchObject({ n: 0, version: 2, stamp: 2 * rowStamp(before.id) })
    expect(await followUpOf(before)).toBeUndefined()
    expect(await saveNewAnswer(table, workspace, survey, before)).toBe('duplicate')
  })
  test('has to be as it was seen, and is deleted once', async () => {
    const before = await kept()
    expect(await transact(table, deletedAnswerWrites(workspace, survey, { ...before, revision: 2 }))).toBeDefined()
    await transact(table, deletedAnswerWrites(workspace, survey, before))
    expect(await transact(table, deletedAnswerWrites(workspace, survey, { ...before, revision: 2 }))).toBeDefined()
    expect(await rowOf(before)).toEqual(markOf(before))
  })
})

test('an answer is erased as it is, once; its day is told by others', async () => {
  const before = await kept()
  expect(await transact(table, [erasedAnswerWrite(workspace, survey, { ...before, revision: 9 })])).toBeUndefined()
  expect(await rowOf(before)).toEqual(markOf(before))
  expect(await headOf(before)).toMatchObject({ n: 1, version: 1 })
  expect(await transact(table, [erasedAnswerWrite(workspace, survey, before)])).toBeDefined()
})

describe('an answer follows its customer', () => {
  const follow = (answer: Answer, customer?: { tier?: string; owner?: string }) =>
    transact(table, [followedAnswerWrite(workspace, survey, answer, customer)])

  test('to what it is now', async () => {
    const answer = await kept()
    expect(await follow(answer, { tier: 'B', owner: 'Wang' })).toBeUndefined()
    expect(await rowOf(answer)).toMatchObject({ tier: 'A', tierNow: 'B', ownerNow: 'Wang', revision: 1 })
    expect(await rowOf(answer)).toMatchObject({ stamp: 2 * rowStamp(answer.id) })
    expect(await headOf(answer)).toMatchObject({ version: 1 })
  })
  test.each([[{}], [undefined]])('to nothing where nothing is known: %j', async (customer) => {
    const answer = await kept({ tierNow: 'A', ownerNow: 'Li' })
    await follow(answer, customer)
    expect(await rowOf(answer)).toMatchObject({ tierNow: '', ownerNow: '' })
  })
  test('unless it is of nobody, or deleted', async () => {
    expect(await follow(await kept({ customerId: undefined }), { tier: 'B' })).toBeDefined()
    const deleted = await kept()
    await transact(table, deletedAnswerWrites(workspace, survey, deleted))
    expect(await follow(deleted, { tier: 'B' })).toBeDefined()
    expect(await rowOf(deleted)).toEqual(markOf(deleted))
  })
})

describe('an answer of staff', () => {
  const group = {
    ...{ id: 'group', type: 'single' as const, title: 'Where?', required: true },
    options: [
      { id: 'a', label: { en: 'Sales', 'zh-CN': '销售' } },
      { id: 'b', label: 'Service' },
    ],
  }
  const staff = surveyOf({ kind: 'staff', staffGroup: 'group', questions: [...survey.questions, group] })
  const given = (answers: Answer['answers']) =>
    answerOf({ answers, customerId: 'C1', tier: 'A', owner: 'Li', tierNow: 'A', invited: { day: '2026-03-01' } })

  test('is of nobody and of no hour, with the group that was chosen', () => {
    const answers = { nps: 3, group: 'b' }
    expect(anonymousAnswer(staff, given(answers))).toEqual({
      ...{ day: '2026-03-10', id: 'one', answers, version: 1, revision: 1, digest: 'sent', deleted: false },
      ...{ channel: 'staff', answeredAt: '2026-03-10', segment: 'Service' },
    })
    expect(anonymousAnswer(staff, given({ group: 'a' })).segment).toBe('Sales')
  })
  test.each([
    ['none was chosen', staff, { nps: 3 }],
    ['none is asked for', { ...staff, staffGroup: undefined }, { group: 'b' }],
    ['the question is gone', { ...staff, questions: survey.questions }, { group: 'b' }],
    ['it has no options', { ...staff, staffGroup: 'why' }, { why: 'b' }],
  ])('has no group where %s', (_, of, answers) => {
    expect(anonymousAnswer(of, given(answers as Answer['answers'])).segment).toBeUndefined()
  })
})
