import { describe, expect, it } from 'vitest'
import { salesInput, salesInputs } from '../../../core/goals/sales-inputs.ts'
import { salesKpis } from '../../../core/goals/sales-kpis.ts'

describe('salesKpis', () => {
  // Each by its definition in FUNCTIONS.md, with inputs that are told apart by the result.
  const figures = {
    plan: 200,
    sales: 180,
    prior_sales: 150,
    list_value: 240,
    expenses: 9,
    collected: 130,
    due: 160,
    visits: 50,
    successful_visits: 15,
    complaints: 3,
    customers: 60,
    new_customers: 12,
    customers_start: 80,
    retained: 68,
  }
  const expected = {
    planCompletion: 0.9,
    growth: 0.2,
    priceRetention: 0.75,
    expenseRatio: 0.05,
    collection: 0.8125,
    visitSuccess: 0.3,
    complaintRate: 0.05,
    newCustomerRate: 0.15,
    retention: 0.85,
  }

  it('counts each by its definition', () => {
    const found = salesKpis(figures)
    expect(Object.keys(found)).toEqual(Object.keys(expected))
    for (const [name, value] of Object.entries(expected)) {
      expect(found[name as keyof typeof found], name).toBeCloseTo(value, 12)
    }
  })

  it('gives nothing where a figure below 0 divides: sales that rise from it are no growth', () => {
    expect(salesKpis({ sales: 50, prior_sales: -100, plan: -5, list_value: -1, collected: 3, due: -3 })).toEqual(
      salesKpis({}),
    )
    expect(salesKpis({ sales: -50, expenses: 5 }).expenseRatio).toBeUndefined()
    expect(salesKpis({ sales: -50, prior_sales: 100 }).growth).toBe(-1.5)
  })

  it('gives 0 for 0 of something, and nothing where an input is missing or 0 divides', () => {
    expect(salesKpis({ complaints: 0, customers: 60 }).complaintRate).toBe(0)
    expect(salesKpis({ sales: 0, prior_sales: 10 }).growth).toBe(-1)
    expect(salesKpis({ sales: 5 })).toMatchObject({ planCompletion: undefined, growth: undefined })
    expect(salesKpis({ plan: 5, prior_sales: 5 })).toMatchObject({ planCompletion: undefined, growth: undefined })
    expect(new Set(Object.values(salesKpis({})))).toEqual(new Set([undefined]))
    const zeros = Object.fromEntries(Object.keys(figures).map((name) => [name, 0]))
    expect(new Set(Object.values(salesKpis(zeros)))).toEqual(new Set([undefined]))
  })
})

describe('salesInput', () => {
  it.each([
    ['plan', 'plan'],
    ['Prior sales', 'prior_sales'],
    [' PRIOR_SALES ', 'prior_sales'],
    ['customers-start', 'customers_start'],
    ['ｓａｌｅｓ', 'sales'],
    ['销售额', 'sales'],
    ['期初 客户数', 'customers_start'],
    ['上期销售额', 'prior_sales'],
    ['target', undefined],
    ['', undefined],
  ])('%j is %s', (heading, input) => {
    expect(salesInput(heading)).toBe(input)
  })

  it('knows every name once', () => {
    for (const [input, names] of Object.entries(salesInputs)) {
      for (const name of names) expect(salesInput(name)).toBe(input)
    }
    const all = Object.values(salesInputs).flat()
    expect(new Set(all).size).toBe(all.length)
  })
})
