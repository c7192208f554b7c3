import { describe, expect, it, test } from 'vitest'
import type { GoalDraft } from '../../../core/goals/goal-draft.ts'
import type { GoalMeasure } from '../../../core/goals/goal-measure.ts'
import { type SmartFacts, type SmartFinding, smartCheck } from '../../../core/goals/smart-check.ts'
import { en } from '../../../core/messages/en.ts'
import { zhCN } from '../../../core/messages/zh-cn.ts'

const today = 20_000
const nps: GoalMeasure = { unit: 'points', direction: 1, adds: false }
const revenue: GoalMeasure = { unit: 'money', direction: 1, adds: true }
const open: GoalMeasure = { unit: 'count', direction: -1, adds: false }
const share: GoalMeasure = { unit: 'share', direction: 1, adds: false }

/** Nothing is wrong with it. */
const whole: GoalDraft = {
  ...{
    goal: 'Raise NPS of tier A from 30 to 40',
    subjectKind: 'tier',
    subject: 'A',
    owner: '',
    measure: 'nps',
    unit: '',
  },
  ...{ baseline: 30, target: 40, start: today, due: today + 365, parent: '', why: 'They recommend us' },
}
const facts: SmartFacts = { today, measure: nps, months: [] }

const codes = (draft: Partial<GoalDraft>, more: Partial<SmartFacts> = {}) =>
  smartCheck({ ...whole, ...draft }, { ...facts, ...more }).map(({ letter, code }) => `${letter} ${code}`)

describe('the SMART check, letter by letter', () => {
  test('a whole goal is fine', () => expect(codes({})).toEqual([]))
  test('so is one in Chinese', () => expect(codes({ goal: '净推荐值从30提高到40' })).toEqual([]))

  it.each<[string, Partial<GoalDraft>, string[]]>([
    ['nothing written', { goal: ' ' }, ['S noGoal']],
    ['no subject', { subject: '' }, ['S noSubject']],
    ['nobody at all', { subjectKind: '', subject: '' }, ['S nobody']],
    ['an owner is somebody', { subjectKind: '', subject: '', owner: 'Ann' }, []],
    ['vague', { goal: 'Improve service', measure: '', unit: 'points' }, ['S vague']],
    ['vague, 提高', { goal: '提高服务质量', measure: '', unit: '分' }, ['S vague']],
    ['vague, 加强', { goal: '加强客户关系', measure: '', unit: '分' }, ['S vague']],
    ['a measure with its target names the figure', { goal: 'Better service' }, []],
    ['no figure', { goal: 'Service for tier A', measure: '', unit: 'points' }, ['S noFigure']],
    ['a year is no figure', { goal: 'Service for tier A in 2027', measure: '', unit: 'points' }, ['S noFigure']],
    ['a quarter is no figure', { goal: '2027年第一季度服务客户', measure: '', unit: '分' }, ['S noFigure']],
    ['no direction', { goal: 'NPS 40', baseline: undefined }, ['S noDirection', 'M noBaseline']],
    ['the other way', { goal: 'Reduce NPS to 40' }, ['S otherWay']],
    ['the other way in Chinese', { goal: '净推荐值降低到40' }, ['S otherWay']],
    ['no unit', { measure: '', goal: 'Raise visits from 30 to 40' }, ['M noUnit']],
    ['no baseline', { baseline: undefined }, ['M noBaseline']],
    ['no target', { target: undefined }, ['M noTarget']],
    ['no way to go', { target: 30 }, ['M noWay']],
    ['no reason', { why: '' }, ['R noWhy']],
    ['a parent is a reason', { why: '', parent: 'G1' }, []],
    ['no first day', { start: undefined }, ['T noStart']],
    ['no last day', { due: undefined }, ['T noDue']],
    ['over', { start: today - 400, due: today - 1 }, ['T duePast']],
    ['due today is not over', { start: today - 100, due: today }, []],
    ['the wrong way round', { start: today + 30, due: today + 30 }, ['T dueBeforeStart']],
    ['short', { due: today + 27 }, ['T shortSpan']],
    ['four weeks are enough', { due: today + 28 }, []],
    ['long', { due: today + 1100 }, ['T longSpan']],
  ])('%s', (_, draft, expected) => {
    const more = draft.measure === '' ? { measure: undefined } : {}
    expect(codes(draft, more)).toEqual(expected)
  })

  it.each<[string, Partial<GoalDraft>, Partial<SmartFacts>, string[]]>([
    [
      'worse for the measure',
      { goal: 'Let there be 40 open ones', measure: 'complaints_open' },
      { measure: open },
      ['S worse'],
    ],
    ['a share over 1', { target: 85, baseline: 0.8 }, { measure: share }, ['M noShare', 'A large']],
    ['large beside the baseline', { target: 46 }, {}, ['A large']],
    ['half as much again is not large', { target: 45 }, {}, []],
    ['from 0', { baseline: 0, target: 5 }, {}, ['A unknown']],
  ])('%s', (_, draft, more, expected) => expect(codes(draft, more)).toEqual(expected))

  // A straight line of 30, 31 ... 41 goes on to 53 after 12 months, without any scatter.
  const line = Array.from({ length: 12 }, (_, at) => 30 + at)
  // The slope of 30, 30.5, 30, 30.5 ... is about 0; changes are 0.5 at most.
  const flat = Array.from({ length: 24 }, (_, at) => 30 + (at % 2) / 2)
  const scattered = Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? 30 : 40))
  it.each<[string, Partial<GoalDraft>, Partial<SmartFacts>, string[]]>([
    ['beyond the forecast', { baseline: 41, target: 54 }, { months: line }, ['A beyondForecast']],
    ['within the interval of months that scatter', { baseline: 40, target: 44 }, { months: scattered }, []],
    ['as the trend goes', { baseline: 41, target: 52 }, { months: line }, []],
    ['never moved so much', { target: 40 }, { months: flat }, ['A beyondForecast', 'A neverMoved']],
    ['too few months are no history', { target: 46 }, { months: [30, undefined, 31, 32] }, ['A large']],
    // 12 months of 100: the goal's twelve months lead to 1,200
    [
      'a sum beyond',
      { baseline: 1200, target: 1300 },
      { measure: revenue, months: Array(12).fill(100) },
      ['A beyondForecast', 'A neverSoMuch'],
    ],
    ['a sum as ever', { baseline: 1000, target: 1200 }, { measure: revenue, months: Array(12).fill(100) }, []],
  ])('%s', (_, draft, more, expected) => expect(codes(draft, more)).toEqual(expected))

  test('what is achievable is asked, never forbidden', () => {
    const found = smartCheck({ ...whole, target: 90 }, { ...facts, months: flat })
    expect(found.map(({ weight }) => weight)).toEqual(['question', 'question'])
  })

  test('the figures that a question names', () => {
    const found = smartCheck({ ...whole, baseline: 41, target: 54 }, { ...facts, months: line })
    expect(found[0]?.figures?.forecast).toBeCloseTo(53, 6)
  })
})

test('every finding has a sentence in both languages', () => {
  const words = { word: 'x', percent: '1', target: '1', forecast: '1', low: '1', high: '1', most: '1', change: '1' }
  const more = { months: '1', due: '1', start: '1', days: '1', least: '1', years: '1' }
  for (const { smart } of [en, zhCN]) {
    for (const [code, says] of Object.entries(smart.says) as [SmartFinding['code'], (d: object) => string][]) {
      expect(says({ ...words, ...more }), code).not.toMatch(/undefined|^$/)
    }
  }
})
