import { expect, test } from 'vitest'
import type { AppliedStandard } from '../../addon/standard/apply-standard.ts'
import type { ScoreSetup } from '../../addon/standard/standard-setup.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { exportedHeaders } from '../core/tabs/exported-headers.ts'
import { sheetHarness } from './sheet-harness.ts'

/** A row under an export's headings, from the cells that are filled. */
function row(header: readonly string[], cells: Record<string, Cell>): Cell[] {
  return header.map((name) => cells[name] ?? '')
}
const headerOf = (name: string) => exportedHeaders.find((each) => each.name === name)!.header as readonly string[]

/** Whose order, days ago and amount: the first customer is the best by each figure, the last the worst. */
const bought = [
  { at: 0, ago: 1, amount: 900 },
  { at: 0, ago: 20, amount: 900 },
  { at: 1, ago: 10, amount: 800 },
  { at: 2, ago: 40, amount: 100 },
  { at: 3, ago: 300, amount: 20 },
]

test.each([
  {
    product: 'Zoho CRM',
    language: 'en' as const,
    files: ['Zoho CRM accounts', 'Zoho CRM sales orders'],
    customer: (at: number) => ({
      'Record Id': `zcrm_${100 + at}`,
      'Account Name': `Acme ${at} Ltd`,
      'Account Owner': 'Ann',
      Industry: 'Retail',
    }),
    order: (at: number, number: number, date: string, amount: number) => ({
      'SO Number': `SO-${number}`,
      'Account Name.id': `zcrm_${100 + at}`,
      'Account Name': `Acme ${at} Ltd`,
      'Created Time': `${date} 10:15:00`,
      'Grand Total': amount,
    }),
    ids: ['zcrm_100', 'zcrm_101', 'zcrm_102', 'zcrm_103'],
    id: 'Record Id',
    tier: 'Tier',
  },
  {
    product: 'Fxiaoke',
    language: 'zh-CN' as const,
    files: ['Fxiaoke 客户', 'Fxiaoke 销售订单'],
    customer: (at: number) => ({
      客户名称: `杭州第${at}商贸有限公司`,
      客户编号: `KH00${at}`,
      负责人: '李雷',
      电话: '0571-88001234',
    }),
    order: (at: number, number: number, date: string, amount: number) => ({
      销售订单编号: `SO${number}`,
      客户名称: `杭州第${at}商贸有限公司`,
      下单日期: date,
      '销售订单金额(元)': amount,
    }),
    ids: ['KH000', 'KH001', 'KH002', 'KH003'],
    id: '客户编号',
    tier: '客户级别',
  },
])('an export of $product is set up, scored and tiered without a hand’s work', async (given) => {
  const [people = [], orders = []] = given.files.map(headerOf)
  const day = (ago: number) => new Date(Date.UTC(2025, 11, 31) - ago * 86_400_000).toISOString().slice(0, 10)
  const sheet = await sheetHarness({
    language: given.language,
    tabs: {
      Kunden: [[...people], ...given.ids.map((_, at) => row(people, given.customer(at)))],
      Verkauf: [
        [...orders],
        ...bought.map(({ at, ago, amount }, number) => row(orders, given.order(at, number, day(ago), amount))),
      ],
    },
  })
  await sheet.call('saveSetUp', (await sheet.call<{ choices: object[] }>('setUp')).choices)
  expect(sheet.tabNames()).toEqual(['Kunden', 'Verkauf'])
  const { standard } = await sheet.call<ScoreSetup>('scoreSetup')
  const applied = await sheet.call<AppliedStandard>('applyTiers', standard)
  expect(applied).toMatchObject({ sheet: 'Kunden', customers: 4, first: 4 })
  expect(sheet.column('Kunden', given.id)).toEqual(given.ids)
  const tiers = sheet.column('Kunden', given.tier)
  expect([tiers[0], tiers[3]]).toEqual(['A', 'C'])
})
