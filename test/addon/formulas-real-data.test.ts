import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { builtAddon, column, type Formulas, formulasOf } from './built-code.ts'

const DATA = '../shared/data'

let en: Formulas

beforeAll(async () => {
  en = formulasOf((await builtAddon()).get('Code.js') as string)
})

function records(file: string): Record<string, string>[] {
  return parse(readFileSync(`${DATA}/${file}`), { columns: true })
}

function count(cells: unknown[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const cell of cells) counts[String(cell)] = (counts[String(cell)] ?? 0) + 1
  return counts
}

describe.skipIf(!existsSync(DATA))('on real orders and answers', () => {
  it('scores 995 customers as the README of the R package rfm does', () => {
    const orders = records('rfm_data_orders.csv')
    const rows = en(
      'TS_RFM',
      column(...orders.map((order) => order.customer_id)),
      column(...orders.map((order) => order.order_date)),
      column(...orders.map((order) => Number(order.revenue))),
      '2006-12-31',
    ) as unknown[][]
    const scored = new Map(rows.map((row) => [row[0], [row[2], row[3], row[4], row[8]]]))
    expect(scored.size).toBe(996)
    expect(scored.get("Abbey O'Reilly")).toEqual([205, 6, 472, '343'])
    expect(scored.get('Add Senger')).toEqual([140, 3, 340, '412'])
    expect(scored.get('Aden Lesch')).toEqual([194, 4, 405, '323'])
    expect(scored.get('Aden Murphy')).toEqual([98, 7, 596, '544'])
    expect(scored.get('Ailene Hermann')).toEqual([281, 8, 699, '355'])
    expect(scored.get('Aiyanna Bruen')).toEqual([246, 4, 157, '321'])
  })

  it('puts 4,338 customers of a shop into the segments that numpy percentiles give', () => {
    const invoices = records('online_retail_invoices.csv')
    const ids = column(...invoices.map((invoice) => Number(invoice.CustomerID)))
    const dates = column(...invoices.map((invoice) => new Date(`${invoice.InvoiceDate}T00:00:00Z`)))
    const amounts = column(...invoices.map((invoice) => Number(invoice.TotalPrice)))
    const rows = en('TS_RFM', ids, dates, amounts, '', '', '', '', 0) as unknown[][]
    expect(rows[0]).toMatchObject({ 0: 17850, 2: 373, 3: 34, 8: '155' })
    const codes = count(rows.map((row) => row[8]))
    expect([codes['555'], codes['111']]).toEqual([324, 330])
    expect(count(rows.map((row) => row[9]))).toEqual({
      Hibernating: 1335,
      'Loyal Customers': 688,
      Champions: 604,
      'Potential Loyalists': 484,
      'About To Sleep': 478,
      'At Risk': 357,
      Promising: 169,
      'Need Attention': 121,
      'New Customers': 67,
      "Can't Lose Them": 35,
    })
    const cohorts = en('TS_COHORT', ids, dates, 'MONTH', 'COUNT') as unknown[][]
    expect(cohorts[1]?.slice(0, 6)).toEqual(['2010-12', 885, 885, 324, 286, 340])
    expect(cohorts[2]?.slice(0, 6)).toEqual(['2011-01', 417, 417, 92, 111, 96])
  })

  it('finds the score of 13,612 survey answers and its limits', () => {
    const answers = records('nps_botanic_scores.csv').map(({ nps }) => (nps === '' ? '' : Number(nps)))
    const [row] = en('TS_NPS_STATS', column(...answers), '', '', 0) as number[][]
    expect(row?.slice(0, 4)).toEqual([13612, 8465, 3953, 1194])
    expect(row?.[4]).toBeCloseTo(53.41610343814281, 10)
    expect(row?.[6]).toBeCloseTo(52.31012685770337, 10)
    expect(row?.[7]).toBeCloseTo(54.4985400537913, 10)
    expect(row?.[8]).toBe(0)
  })
})

it('scores half a million orders', () => {
  const ids = Array.from({ length: 500_000 }, (_, i) => [`C${(i * 7919) % 20_000}`])
  const dates = ids.map((_, i) => [40_000 + ((i * 104_729) % 730)])
  const amounts = ids.map((_, i) => [i % 997])
  expect(en('TS_RFM', ids, dates, amounts)).toHaveLength(20_001)
})
