import { describe, expect, test } from 'vitest'
import { en } from '../../../core/messages/en.ts'
import { zhCN } from '../../../core/messages/zh-cn.ts'
import type { Definition } from '../../../core/own-statistics/statistic.ts'
import type { StatisticField } from '../../../core/own-statistics/statistic-field.ts'
import { statisticSentence } from '../../../core/own-statistics/statistic-sentence.ts'
import { REMOVED, type StatisticRow, statisticVersions } from '../../../core/own-statistics/statistic-versions.ts'
import { all, any } from './rows.ts'

const fields: StatisticField[] = [
  { id: 'tier', label: 'Tier', type: 'text' },
  { id: 'lastOrder', label: 'Last order', type: 'date' },
  { id: 'owner', label: 'Owner', type: 'text' },
  { id: 'state', label: 'State', type: 'text', choices: [['in_progress', 'In progress']] },
]
const says = (definition: Partial<Definition>, language = en) => {
  const whole: Definition = { module: 'customers', where: all(), measure: { kind: 'count' }, ...definition }
  return statisticSentence(whole, { fields }, language)
}
const recent: Definition = {
  module: 'customers',
  where: all(
    { field: 'tier', operator: 'oneOf', texts: ['A', 'B'] },
    { field: 'lastOrder', operator: 'lastDays', days: 90 },
  ),
  measure: { kind: 'count' },
  group: { field: 'owner' },
}

describe('a definition in words', () => {
  test('in both languages', () => {
    expect(says(recent)).toBe(
      'Number of customers where Tier is A or B and Last order is in the last 90 days, by Owner.',
    )
    expect(says(recent, zhCN as typeof en)).toBe(
      '客户数量，条件：Tier为 A、B 之一，且Last order在最近 90 天内；按Owner分组。',
    )
  })

  test('with groups in brackets, choices by name, a share in per cent and a column that is gone', () => {
    const isA = { field: 'tier', operator: 'is', text: 'A' } as const
    const works = { field: 'state', operator: 'isNot', text: 'in_progress' } as const
    const cheap = { field: 'column:Rank', operator: 'less', value: 3 } as const
    expect(says({ where: all(isA, any(works, cheap)) })).toBe(
      'Number of customers where Tier is A and (State is not In progress or Rank < 3).',
    )
    const target = { value: 0.55, direction: 1 } as const
    expect(says({ measure: { kind: 'share', where: all(isA) }, target })).toBe(
      'Share of customers of which Tier is A, among all; target: at least 55 %.',
    )
  })
})

describe('versions in the tab', () => {
  const text = JSON.stringify(recent)
  const row = (part: Partial<StatisticRow>): StatisticRow => ({
    ...{ row: 2, id: 'S1', name: 'Recent', version: 1, savedAt: '', savedBy: '', says: '', definition: text },
    ...part,
  })
  const broken = (part: Partial<StatisticRow>) => statisticVersions([row({}), row({ row: 3, version: 2, ...part })])

  test('the latest comes first, whatever the order of rows', () => {
    const [kept] = statisticVersions([row({ version: 2, name: 'New' }), row({}), row({ id: 'S2' })]).statistics
    expect(kept?.versions.map(({ version, name }) => [version, name])).toEqual([
      [2, 'New'],
      [1, 'Recent'],
    ])
  })

  test.each<[string, Partial<StatisticRow>, string, string]>([
    ['no JSON', { definition: '{' }, 'notDefinition', ''],
    [
      'an operator that there is not',
      { definition: text.replace('lastDays', 'lately') },
      'notDefinition',
      'where.of.1',
    ],
    ['a formula somebody typed', { version: undefined }, 'noVersion', ''],
    ['an id that can’t be', { id: 'S 1!' }, 'noVersion', ''],
    ['a version that is there already', { version: 1 }, 'sameVersion', ''],
  ])('%s is told, and the version before it holds', (_, part, why, where) => {
    const { statistics, broken: told } = broken(part)
    expect(statistics.map(({ id, versions }) => [id, versions[0].version])).toEqual([['S1', 1]])
    expect(told).toMatchObject([{ row: 3, why }])
    expect(told[0]?.part.startsWith(where)).toBe(true)
  })

  test('one that was removed says so, and blank rows say nothing', () => {
    const blank = { id: '', name: '', version: undefined, says: '', definition: '' }
    const { statistics, broken: told } = statisticVersions([
      row({}),
      row({ version: 2, definition: REMOVED }),
      row(blank),
    ])
    expect(statistics[0]?.versions[0].definition).toBeUndefined()
    expect(told).toEqual([])
  })
})
