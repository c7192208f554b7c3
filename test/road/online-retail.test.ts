import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ordersFile } from '../../local/orders-file.ts'
import { importedAnswers } from '../addon/imported-answers.ts'
import { allPages, type Page, total } from './pages.ts'
import { npsByTier } from './recount.ts'
import { runningWorkbench } from './running-workbench.ts'

const file = fileURLToPath(new URL('../../../shared/data/online_retail_invoices.csv', import.meta.url))

describe.runIf(existsSync(file))('the road on 18,532 real invoices', () => {
  let road: Awaited<ReturnType<typeof runningWorkbench>>
  beforeAll(async () => {
    const { name, sheets, accepted } = await ordersFile(file, 'en')
    const answered = [...new Set(accepted.map(({ customer }) => customer))].map((customer, at) => {
      const score = (at * 7 + Math.floor(at / 13)) % 11
      return [customer, '2011-12-05', score, 1 + (at % 5)]
    })
    const header = ['Customer ID', 'Date', 'NPS', 'Response speed']
    const answers = { name: 'Answers', header, columns: ['text', 'text', 'number', 'number'] as const, rows: answered }
    const tabs = [...sheets, { ...answers, columns: [...answers.columns] }]
    road = await runningWorkbench(() => ({ name, locale: 'en_GB', timeZone: 'Europe/London', sheets: tabs }))
  })
  afterAll(() => road.close())

  test('RFM in cells scores 4,338 customers and sums every invoice', async () => {
    const [header, ...rows] = await road.table('RFM')
    expect(header?.[0]).toBe('customer')
    expect(rows).toHaveLength(4338)
    expect(rows.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(18_532)
  })

  test('tiers are written for every customer', async () => {
    const { standard } = await road.call<{ standard: object }>('scoreSetup')
    expect(await road.call('applyTiers', standard)).toMatchObject({ customers: 4338, first: 4338 })
  })

  test('every customer is mirrored, every answer counted once, and figures by tier equal a recount', async () => {
    await road.call('connectWorkspace', 'Retail', crypto.randomUUID())
    expect(total(await allPages((row) => road.call<Page>('syncCustomerPage', 'Customers', row)), 'added')).toBe(4338)
    const { surveyId } = await road.call<{ surveyId: string }>('createSurvey', 'Retail survey', crypto.randomUUID())
    expect(await importedAnswers(road.call, surveyId, 'Answers')).toEqual({ taken: 4338, known: 0, rejected: [] })
    const shown = await road.type('Customers', 1, 12, '=TS_SURVEY("Retail survey", "NPS", , "tier")', 4, 5)
    const recounted = npsByTier(await road.table('Answers'), await road.table('Customers'))
    expect(shown.slice(1).map(([tier, n, nps]) => [tier, n, nps])).toEqual(
      recounted.map(([tier, n, nps]) => [tier, n, expect.closeTo(nps, 9)]),
    )
  })
})
