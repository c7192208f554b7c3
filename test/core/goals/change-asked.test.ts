import { describe, expect, it } from 'vitest'
import { type ChangeAsked, changeAsked } from '../../../core/goals/change-asked.ts'
import { changeReadings, type GoalScale, scaleOf } from '../../../core/goals/change-readings.ts'

const up = (amount: number, told: ChangeAsked['told'] = 'percent'): ChangeAsked => ({ direction: 1, amount, told })
const down = (amount: number, told: ChangeAsked['told'] = 'percent'): ChangeAsked => ({ direction: -1, amount, told })

describe('the change that a text asks for', () => {
  it.each<[string, ChangeAsked | undefined]>([
    ['Raise satisfaction by 5 %', up(5)],
    ['raise satisfaction by 5%', up(5)],
    ['Increase repeat purchase by 2.5 per cent by June 2027', up(2.5)],
    ['Raise satisfaction by 5 percentage points', up(5, 'points')],
    ['grow NPS by 5 points', up(5, 'points')],
    ['Increase retention by 3 pp', up(3, 'points')],
    ['Raise NPS by 10', up(10, 'plain')],
    ['Win 1,200 more customers', up(1200, 'plain')],
    ['Revenue 8 % above last year', up(8)],
    ['Revenue +8 %', up(8)],
    ['Improve satisfaction by 5 %', up(5)],
    ['Reduce complaints by 20 %', down(20)],
    ['improve handling: cut open complaints by 20 %', down(20)],
    ['15 % fewer complaints', down(15)],
    ['Raise satisfaction to 90 %', undefined],
    ['Keep satisfaction at 90 %', undefined],
    ['Raise satisfaction', undefined],
    ['Raise satisfaction by 0 %', undefined],
    ['', undefined],
    ['满意度提高5%', up(5)],
    ['满意度提高５％', up(5)],
    ['满意度提高5个百分点', up(5, 'points')],
    ['净推荐值提升10分', up(10, 'points')],
    ['复购率提升百分之五', up(5)],
    ['销售额增长百分之十五', up(15)],
    ['销售额增长百分之二十', up(20)],
    ['新客户增加200', up(200, 'plain')],
    ['投诉减少20%', down(20)],
    ['投诉处理时间缩短了3天', down(3, 'plain')],
    ['满意度提高到90%', undefined],
    ['满意度达到90%', undefined],
    ['提高满意度', undefined],
  ])('%s', (text, change) => {
    expect(changeAsked(text)).toEqual(change)
  })
})

describe('what a change can mean', () => {
  it.each<[string, ChangeAsked, GoalScale, number | undefined, [string, number][]]>([
    [
      'per cent of a share is asked',
      up(5),
      'share',
      0.8,
      [
        ['points', 0.85],
        ['relative', 0.84],
      ],
    ],
    [
      'per cent of points is asked',
      up(5),
      'points',
      40,
      [
        ['points', 45],
        ['relative', 42],
      ],
    ],
    [
      'down, too',
      down(10),
      'share',
      0.3,
      [
        ['points', 0.2],
        ['relative', 0.27],
      ],
    ],
    [
      'a bare number of a share is asked',
      up(5, 'plain'),
      'share',
      0.8,
      [
        ['points', 0.85],
        ['relative', 0.84],
      ],
    ],
    [
      'a part of a negative figure goes up',
      up(5),
      'points',
      -20,
      [
        ['points', -15],
        ['relative', -19],
      ],
    ],
    ['points are said', up(5, 'points'), 'share', 0.8, [['points', 0.85]]],
    ['points of points', up(10, 'plain'), 'points', 30, [['points', 40]]],
    ['per cent of money is relative', up(8), 'plain', 250_000, [['relative', 270_000]]],
    ['so much more of what is counted', up(200, 'plain'), 'plain', 600, [['plain', 800]]],
    ['no baseline, nothing to add to', up(5), 'share', undefined, []],
  ])('%s', (_, change, scale, baseline, readings) => {
    expect(changeReadings(change, scale, baseline).map(({ as, target }) => [as, target])).toEqual(readings)
  })

  it.each([
    ['%', 'points'],
    ['％', 'points'],
    ['Percent', 'points'],
    ['分', 'points'],
    ['visits', 'plain'],
    ['', 'plain'],
  ])('a typed unit %s is %s', (unit, scale) => {
    expect(scaleOf(unit)).toBe(scale)
  })
})
