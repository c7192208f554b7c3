import fc from 'fast-check'
import { safeParse } from 'valibot'
import { describe, expect, test } from 'vitest'
import {
  everOffered,
  newOption,
  withCopy,
  withMoved,
  withNewQuestion,
  withQuestion,
} from '../../../core/survey/draft/draft-changes.ts'
import { changedParts, draftParts } from '../../../core/survey/draft/draft-parts.ts'
import { draftProblems } from '../../../core/survey/draft/draft-problems.ts'
import { type Draft, draftOf, type KeptSurvey } from '../../../core/survey/draft/draft-survey.ts'
import { mergedDraft } from '../../../core/survey/draft/merged-draft.ts'
import { numberedQuestions } from '../../../core/survey/numbered-questions.ts'
import { type QuestionType, questionInputSchema } from '../../../core/survey/question.ts'
import { surveyTemplate, templateNames } from '../../../core/survey/templates.ts'
import { wordings } from '../../../core/survey/texts.ts'

const kept = (name: (typeof templateNames)[number]): KeptSurvey => {
  const { title, kind, questions, staffGroup } = surveyTemplate(name)
  const more = {
    surveyId: 's',
    status: 'draft' as const,
    version: 1,
    revision: 1,
    earlier: [],
    former: {},
    formerTitles: [],
  }
  return { ...more, title, kind, staffGroup, questions: numberedQuestions(questions) }
}
const survey = kept('afterService')
const known = survey.questions
const draft = draftOf(survey, 'en')
const at = (id: string, of = draft) => of.questions.findIndex((question) => question.id === id)
const named = (id: string, of = draft) => of.questions[at(id, of)]!

describe.each(templateNames)('the template %s', (name) => {
  test('can be created as it is, in both languages', () => {
    const { questions, title } = surveyTemplate(name)
    for (const question of questions) expect(safeParse(questionInputSchema, question).success).toBe(true)
    const texts = [title, ...questions.flatMap(({ title, options = [] }) => [title, ...options.map((o) => o.label)])]
    for (const text of texts) expect(new Set(wordings(text)).size).toBe(2)
  })
  test('as a draft it changes nothing and has no problem', () => {
    const { questions } = kept(name)
    const draft = draftOf(kept(name), 'zh-CN')
    expect(draftParts(draft, 'zh-CN')).toMatchObject({ questions })
    expect(draftProblems(draft, questions).any).toBe(false)
  })
})

test('a survey that says one thing to all keeps doing so', () => {
  const plain: KeptSurvey = {
    ...survey,
    title: 'Spring',
    questions: [{ id: 'q1', type: 'text', title: 'Why?', required: false }],
  }
  const draft = draftOf(plain, 'zh-CN')
  expect(draft).toMatchObject({ bothLanguages: false, title: { en: '', 'zh-CN': 'Spring' } })
  expect(draftParts(draft, 'zh-CN')).toMatchObject({ title: 'Spring', questions: plain.questions })
})

test('with another type it is another question, which what depends on it follows; back again it is the former', () => {
  const settled = named('settled')
  const asMany = withQuestion(draft, at('settled'), { ...settled, type: 'multiple' }, known)
  const changed = asMany.questions[at('settled')]!
  expect(changed.id).toBe('q8')
  expect(named('missing', asMany).showIf).toEqual({ question: 'q8', anyOf: ['partly', 'no'] })
  expect(draftProblems(asMany, known).any).toBe(false)
  const asText = withQuestion(asMany, at('settled'), { ...changed, type: 'text' }, known)
  expect(asText.questions[at('settled')]?.id).toBe('q8')
  expect(draftProblems(asText, known).questions.map((each) => each?.code)).toContain('showIfUnfit')
  const back = withQuestion(asText, at('settled'), { ...asText.questions[at('settled')]!, type: 'single' }, known)
  expect(draftParts(back, 'en')).toEqual(draftParts(draft, 'en'))
})

test('another number of points is another question, too', () => {
  const other = withQuestion(draft, 0, { ...draft.questions[0]!, points: 10 }, known)
  expect(draftParts(other, 'en').questions[0]).toMatchObject({ id: 'q8', points: 10 })
  expect(() => numberedQuestions(draftParts(other, 'en').questions, known)).not.toThrow()
})

test('rules about questions that are gone or have no score any more are left out', () => {
  const followUp = [
    { question: 'overall', atMost: 2, opens: 'task' as const },
    { question: 'gone', atMost: 2, opens: 'task' as const },
    { question: 'comment', atMost: 2, opens: 'task' as const },
  ]
  const ruled: Draft = { ...draft, settings: { ...draft.settings, followUp, staffGroup: 'ease' } }
  expect(draftParts(ruled, 'en')).toMatchObject({ followUp: [followUp[0]], staffGroup: null })
})

test('each question says what is wrong with it', () => {
  let worse = withNewQuestion(draft, 'single', known)
  worse = withNewQuestion(worse, 'text', known)
  worse = { ...worse, title: { en: ' ', 'zh-CN': '' } }
  const last = worse.questions.length
  const written = { ...worse.questions[last - 2]!, title: { en: '', 'zh-CN': '哪里？' } }
  worse = withQuestion(worse, last - 2, written, known)
  const { title, questions } = draftProblems(worse, known)
  expect(title?.code).toBe('surveyTitleBlank')
  expect(questions.slice(0, -2)).toEqual(Array(7).fill(undefined))
  expect(questions.at(-2)?.message).toBe('Option 1 of question 8 is blank. Fill it in, or remove it.')
  expect(questions.at(-1)?.message).toBe('Question 9 has no wording. Write what is to be asked.')
  const one = withQuestion(worse, last - 2, { ...written, options: [newOption([])] }, known)
  expect(draftProblems(one, known).questions.at(-2)?.code).toBe('optionsMissing')
})

test('a new option gets an id that none of its question had, also while it is another by its type', () => {
  const settled = named('settled')
  const left = settled.options.slice(0, -1)
  const { id } = newOption(left, everOffered(settled, known))
  expect(settled.options.map((option) => option.id)).not.toContain(id)
  const removed = [{ ...settled, id: 'q1', options: [{ id: 'o1' }, { id: 'o2' }] }]
  const retyped = { ...settled, id: 'q9', was: 'q1' }
  expect(newOption([{ id: 'o1' }], everOffered(retyped, removed as never)).id).toBe('o3')
})

test('a question before the one that it depends on is said to be unfit', () => {
  const moved = withMoved(draft, at('missing'), 0)
  expect(draftProblems(moved, known).questions[0]?.code).toBe('showIfUnfit')
  expect(withMoved(draft, 0, -1)).toBe(draft)
})

test('only what was changed is sent', () => {
  expect(changedParts(draft, draft, 'en')).toEqual({})
  expect(changedParts(draft, { ...draft, settings: { ...draft.settings, quota: 50 } }, 'en')).toEqual({ quota: 50 })
  expect(Object.keys(changedParts(draft, withMoved(draft, 0, 1), 'en'))).toEqual(['questions'])
})

test('what two people changed in different parts is kept of both; in the same part what was typed, and it is named', () => {
  const mine = withMoved(draft, 0, 1)
  const theirs: Draft = { ...draft, revision: 2, settings: { ...draft.settings, quota: 50 } }
  expect(mergedDraft(draft, mine, theirs)).toEqual({
    draft: { ...mine, revision: 2, settings: theirs.settings },
    both: [],
  })
  const other = { ...withMoved(theirs, 2, 3) }
  expect(mergedDraft(draft, mine, other)).toMatchObject({ draft: { questions: mine.questions }, both: ['questions'] })
})

test('however a draft is changed, the API takes it once nothing is said to be wrong', () => {
  const types: QuestionType[] = ['nps', 'csat', 'ces', 'single', 'multiple', 'text']
  const step = fc.oneof(
    fc.record({ do: fc.constant('add' as const), type: fc.constantFrom(...types) }),
    fc.record({ do: fc.constantFrom('copy', 'remove', 'up', 'down'), at: fc.nat(6) }),
    fc.record({ do: fc.constant('type' as const), at: fc.nat(6), type: fc.constantFrom(...types) }),
    fc.record({ do: fc.constant('points' as const), at: fc.nat(6), points: fc.constantFrom(5 as const, 7, 10) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const after = steps.reduce((current, each) => changed(current, each), draft)
      const ids = after.questions.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      if (draftProblems(after, known).any) return
      const { questions } = draftParts(after, 'en')
      for (const question of questions) expect(safeParse(questionInputSchema, question).success).toBe(true)
      expect(numberedQuestions(questions, known)).toEqual(questions)
    }),
  )
})

type Step = { do: string; at?: number; type?: QuestionType; points?: 5 | 7 | 10 }

function changed(draft: Draft, { do: what, at = 0, type = 'text', points = 5 }: Step): Draft {
  if (what === 'add') {
    const added = withNewQuestion(draft, type, known)
    const last = added.questions.length - 1
    const words = { en: 'Words', 'zh-CN': '' }
    const question = added.questions[last]!
    const options = question.options.map((option) => ({ ...option, label: words }))
    return withQuestion(added, last, { ...question, title: words, options }, known)
  }
  const question = draft.questions[at]
  if (!question) return draft
  if (what === 'copy') return withCopy(draft, at, known)
  if (what === 'remove') return { ...draft, questions: draft.questions.filter((_, i) => i !== at) }
  if (what === 'type') return withQuestion(draft, at, { ...question, type }, known)
  if (what === 'points') return withQuestion(draft, at, { ...question, points }, known)
  return withMoved(draft, at, at + (what === 'up' ? -1 : 1))
}
