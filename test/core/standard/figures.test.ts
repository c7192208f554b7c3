import { describe, expect, it } from 'vitest'
import { contactFigures } from '../../../core/standard/contact-figures.ts'
import { countedTo } from '../../../core/standard/counted-to.ts'
import { openAmounts } from '../../../core/standard/open-amounts.ts'
import { orderFigures } from '../../../core/standard/order-figures.ts'
import { percentages } from '../../../core/standard/percentages.ts'
import { proposedWeights } from '../../../core/standard/proposed-weights.ts'
import { stepsInOne } from '../../../core/standard/steps-in-one.ts'

describe('figures over orders', () => {
  const orders = {
    ids: ['a', 'b', 'a', 'a', 'b', 'c'],
    days: [100, 100, 110, 120, 130, 500],
    amounts: [10, 20, 30, 40, 50, 60],
    products: ['Pump', 'Valve', ' pump', 'Seal', '', 'Pump'],
    due: [130, 130, 140, undefined, 150, undefined],
    paid: [120, undefined, 105, undefined, undefined, 501],
  }

  it('counts products, and days to payment with what is overdue up to as_of', () => {
    const { customers, columns } = orderFigures(orders, new Set(['products', 'collectDays']), 200)
    expect(customers).toEqual(['a', 'b'])
    expect(columns).toMatchObject({ recency: [80, 70], frequency: [3, 2], monetary: [80, 70], products: [2, 1] })
    // a: 20 days, and 0 for the one paid in advance; the third is not due. b: 100 and 70 days overdue.
    expect(columns.collectDays).toEqual([10, 85])
  })

  it('does not count an unpaid order before it is overdue, nor a payment of later', () => {
    const early = orderFigures(orders, new Set(['collectDays'] as const), 115)
    expect(early.columns.collectDays).toEqual([0, undefined])
  })
})

describe('figures over contacts and opportunities', () => {
  it('counts the contacts of 365 days, those for a service apart, in either language', () => {
    const contacts = {
      ids: ['a', 'a', 'a', 'b', 'b'],
      days: [1000, 635, 636, 1000, 1001],
      purposes: ['Call-back', 'Service', 'Repair visit', '售后服务', 'Service'],
    }
    const found = contactFigures(contacts, 1000)
    expect([...found.contacts]).toEqual([
      ['a', 2],
      ['b', 1],
    ])
    expect([...found.service]).toEqual([
      ['a', 1],
      ['b', 1],
    ])
  })

  it('adds up what is open: not closed by then, and in no final stage', () => {
    const deals = {
      ids: ['a', 'a', 'b', 'b', 'c'],
      amounts: [1, 2, 4, 8, 16],
      stages: ['Proposal', 'Lead', 'Won', '谈判', '输单'],
      closed: [undefined, 90, undefined, 120, undefined],
    }
    expect([...openAmounts(deals, 100)]).toEqual([
      ['a', 1],
      ['b', 8],
    ])
  })
})

describe('a stage', () => {
  const isOpen = (stage: string) =>
    openAmounts({ ids: ['a'], amounts: [1], stages: [stage], closed: [undefined] }, 100).size === 1

  it.each([
    ...['待成交', '预计成交', '即将成交', '谈判', '待关闭', '预计赢单', '报价', '', 'Proposal', 'Closing', 'Unclosed'],
  ])('"%s" is open', (stage) => expect(isOpen(stage)).toBe(true))

  it.each([
    ...[
      '成交',
      ' 成交 ',
      '已成交',
      '成交客户',
      '赢单',
      '输单',
      '丢单',
      '无效',
      '无效商机',
      '已关闭',
      '关闭',
      '作废',
      '已作废',
      '已取消',
    ],
    ...['Won', 'Closed won', 'CLOSED LOST', 'Closed', 'Cancelled', 'Canceled'],
  ])('"%s" has ended', (stage) => expect(isOpen(stage)).toBe(false))
})

describe('the day that is counted to', () => {
  it('is the day after the latest row that is not in the future', () => {
    expect(
      countedTo(
        [
          [10, 20],
          [15, 99],
        ],
        50,
      ),
    ).toBe(21)
    expect(countedTo([[50], []], 50)).toBe(51)
    expect(countedTo([[60], []], 50)).toBe(50)
    expect(countedTo([], 50)).toBe(50)
  })
})

describe('proposed weights', () => {
  const indicators = ['x', 'y'].map((key) => ({ key, label: key, direction: 1 as const, weight: 1 }))
  const columns: Record<string, (number | undefined)[]> = { x: [1, 1, 1, undefined], y: [1, 2, 3, 4], z: [-1, 2, 3, 4] }
  const valuesOf = (key: string) => columns[key] as number[]

  it('give everything to the only indicator that tells customers apart', () => {
    expect(proposedWeights(indicators, valuesOf, 'ENTROPY')).toEqual([0, 100])
    expect(proposedWeights(indicators, valuesOf, 'CRITIC')).toEqual([0, 100])
  })

  it('are whole per cent and 100 together', () => {
    expect(percentages([1 / 3, 1 / 3, 1 / 3])).toEqual([34, 33, 33])
    expect(percentages([0.615, 0.385])).toEqual([62, 38])
  })

  it('refuse what they cannot weigh', () => {
    const z = indicators.map((each) => ({ ...each, key: 'z', label: 'Balance' }))
    expect(() => proposedWeights(z, valuesOf, 'ENTROPY')).toThrow('"Balance" has values below 0')
    expect(() => proposedWeights(indicators, () => [1, undefined], 'CRITIC')).toThrow('Fewer than two customers')
  })
})

describe('the fineness of a column', () => {
  it.each([
    [[1, 20, undefined, 300], 1],
    [[1.5, 2], 10],
    [[0.1, 19.99], 100],
    [[1 / 3], 1_000_000],
    [[], 1],
  ])('%j has %i steps in one', (values, steps) => {
    expect(stepsInOne(values)).toBe(steps)
  })
})
