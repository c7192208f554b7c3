import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RowsPage } from '../../addon/customer-file/read-pages.ts'
import type { AppliedStandard } from '../../addon/standard/apply-standard.ts'
import type { ScoreBasis } from '../../addon/standard/score-basis.ts'
import type { ScoreSetup } from '../../addon/standard/standard-setup.ts'
import type { TierStories } from '../../addon/tiering/tier-stories.ts'
import { importChanges } from '../../core/customer-file/import-changes.ts'
import { importPlan } from '../../core/customer-file/import-plan.ts'
import type { Standard } from '../../core/standard/standard.ts'
import { standardScores } from '../../core/standard/standard-scores.ts'
import { whatIf } from '../../core/standard/what-if.ts'
import { recognisedColumns } from '../../core/tabs/recognised-columns.ts'
import { ordersFile } from '../../local/orders-file.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { type Figures, type Invoice, orderFigures, scoresOf, tierOf } from './retail-recount.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const file = fileURLToPath(new URL('../../../shared/data/online_retail_invoices.csv', import.meta.url))

const standard: Standard = {
  name: 'Retail',
  version: 0,
  indicators: [
    { key: 'orders:recency', label: 'Recency', direction: -1, weight: 25 },
    { key: 'orders:frequency', label: 'Frequency', direction: 1, weight: 25 },
    { key: 'orders:monetary', label: 'Value', direction: 1, weight: 30 },
    { key: 'column:Visits', label: 'Visits', direction: 1, weight: 10 },
    { key: 'field:latestNps', label: 'NPS', direction: 1, weight: 10 },
  ],
  method: 'PERCENTRANK',
  cut: 'SCORE',
  tiers: [
    { label: 'C', from: 0 },
    { label: 'B', from: 40 },
    { label: 'A', from: 70 },
  ],
  product: '',
  limits: { probability: null, collectDays: null },
  note: '',
}
const reweighted: Standard = {
  ...standard,
  indicators: standard.indicators.map((each) => (each.key === 'orders:monetary' ? { ...each, weight: 60 } : each)),
}

/** The last day of the file is 2011-12-09; recency counts to the day after. */
const AS_OF = 40_887

describe.runIf(existsSync(file))(
  '18,532 real invoices: imported, set up, scored, re-weighted, overridden, run again',
  () => {
    let sheet: SheetHarness
    let invoices: Invoice[]
    let figures: Figures
    const facts = (id: string) => ({
      'column:Visits': (Number(id) * 7) % 23,
      'field:latestNps': Number(id) % 4 === 0 ? undefined : Number(id) % 11,
    })

    beforeAll(async () => {
      const { sheets, accepted } = await ordersFile(file, 'en')
      const orders = sheets.find(({ name }) => name === 'Orders')!
      invoices = accepted.map(({ customer, day, amount }) => ({ customer, day, amount }))
      const ids = [...new Set(invoices.map(({ customer }) => customer))]
      const zoho = ['Account Number', 'Account Name', 'Account Owner', 'Visits', 'Latest NPS']
      const rows = ids.map((id): Cell[] => {
        const { 'column:Visits': visits, 'field:latestNps': nps } = facts(id)
        return [id, `Shop ${id}`, `Owner ${Number(id) % 5}`, visits, nps ?? '']
      })
      const header = ['Customer ID', 'Name', 'Owner', 'Visits', 'Latest NPS']
      sheet = await sheetHarness({
        tabs: { Customers: [header], Export: [zoho, ...rows], Orders: [orders.header, ...orders.rows] },
        timeZone: 'Europe/London',
      })
      figures = recount()
    })

    function recount(): Figures {
      return new Map([...orderFigures(invoices, AS_OF)].map(([id, own]) => [id, { ...own, ...facts(id) }]))
    }
    function expectedTiers(by: Standard): Map<string, string> {
      return new Map([...scoresOf(by, figures)].map(([id, score]) => [id, tierOf(by, score)]))
    }
    function shown(header: string): Map<string, Cell> {
      const cells = sheet.column('Customers', header)
      return new Map(sheet.column('Customers', 'Customer ID').map((id, row) => [String(id), cells[row] ?? '']))
    }
    function moves(run?: string): string[] {
      const [header = [], ...rows] = sheet.table('Tier history')
      const at = (name: string) => header.indexOf(name)
      const wanted = rows.filter((row) => run === undefined || row[at('Run')] === run)
      return wanted.map((row) => `${row[at('Customer ID')]}: ${row[at('From tier')]} > ${row[at('To tier')]}`).sort()
    }
    const lastRun = () => String(sheet.column('Tier history', 'Run').at(-1))
    const movesBetween = (before: Map<string, Cell>, after: Map<string, string>) =>
      [...after].flatMap(([id, tier]) => (before.get(id) === tier ? [] : [`${id}: ${before.get(id)} > ${tier}`])).sort()

    test('4,338 customers are imported from an export, by the columns that its headers name', async () => {
      const page = await sheet.call<RowsPage>('importSourcePage', 'Export', 0)
      const header = sheet.table('Export')[0] as string[]
      const found = recognisedColumns(header, 'customers')
      const fieldAt = new Map(Object.entries(found).map(([field, at]) => [at, field]))
      const columns = header.map((name, at) => ({ key: fieldAt.get(at) ?? `column:${name}`, type: undefined }))
      const plan = importPlan({ columns, rows: [] }, { columns, rows: page.rows, firstRow: 2 }, 'customerId')
      expect([plan.added.length, plan.rejected]).toEqual([4338, []])
      const id = crypto.randomUUID()
      const changes = importChanges(plan, { fill: new Set(), overwrite: new Set() })
      await sheet.call('recordImport', id, 'Export', 0, changes)
      for (let next: number | null = 0; next !== null; ) {
        next = (await sheet.call<{ next: number | null }>('makeFileAction', id)).next
      }
      expect(new Set(shown('Owner').keys())).toEqual(new Set(figures.keys()))
      await sheet.call('saveSetUp', (await sheet.call<{ choices: object[] }>('setUp')).choices)
    })

    test('five indicators score and tier every customer as an independent count does', async () => {
      const offered = (await sheet.call<ScoreSetup>('scoreSetup')).indicators.map(({ key }) => key)
      expect(offered).toEqual(expect.arrayContaining(standard.indicators.map(({ key }) => key)))
      expect(await sheet.call<AppliedStandard>('applyTiers', standard)).toMatchObject({ customers: 4338, first: 4338 })
      const scores = scoresOf(standard, figures)
      for (const [id, score] of shown('Score')) expect(score, id).toBeCloseTo(scores.get(id) as number, 6)
      expect(shown('Tier')).toEqual(expectedTiers(standard))
      expect(moves()).toEqual([...expectedTiers(standard)].map(([id, tier]) => `${id}:  > ${tier}`).sort())
    })

    test('what-if names those whom another weight moves, and applying it moves and records just them', async () => {
      const before = shown('Tier')
      const expected = movesBetween(before, expectedTiers(reweighted))
      const basis = await sheet.call<ScoreBasis>('scoreBasis', reweighted)
      const columns = new Map(
        Object.entries(basis.columns).map(([key, cells]) => [key, cells.map((cell) => cell ?? undefined)]),
      )
      const tried = standardScores(reweighted, (key) => columns.get(key) ?? [])
      const { movers, up, down } = whatIf(basis, tried, ['C', 'B', 'A'])
      const named = movers.map(({ row }) => `${basis.ids[row]}: ${basis.tiers[row]} > ${tried.tiers[row]}`).sort()
      expect(named).toEqual(expected)
      expect(shown('Tier')).toEqual(before)
      const applied = await sheet.call<AppliedStandard>('applyTiers', reweighted)
      expect(applied).toMatchObject({ version: 2, up, down, first: 0 })
      expect(moves(lastRun())).toEqual(expected)
      expect(shown('Tier')).toEqual(expectedTiers(reweighted))
    })

    test('an override stands through the next run, with its reason in the history', async () => {
      const [id] = [...shown('Tier')].find(([, tier]) => tier === 'C') as [string, Cell]
      const asked = {
        standard: 'Retail',
        customerId: id,
        tier: 'A',
        reason: 'Strategic',
        from: '2020-01-01',
        until: '',
      }
      await sheet.call('setTierOverride', asked)
      expect(shown('Tier').get(id)).toBe('A')
      expect(moves(lastRun())).toEqual([`${id}: C > A`])
      expect(await sheet.call<AppliedStandard>('applyTiers', reweighted)).toMatchObject({ version: 2, up: 0, down: 0 })
      expect(shown('Tier').get(id)).toBe('A')
      expect(sheet.column('Tier history', 'Reason').at(-1)).toBe('Strategic')
      await sheet.call('endTierOverride', 'Retail', id)
      expect(shown('Tier').get(id)).toBe('C')
    })

    test('orders that came since move tiers, and each story adds up to its score and names the orders', async () => {
      const before = { tiers: shown('Tier'), scores: scoresOf(reweighted, figures) }
      const buyers = [...before.tiers]
        .filter(([, tier]) => tier === 'B')
        .slice(0, 40)
        .map(([id]) => id)
      const header = sheet.table('Orders')[0] as string[]
      for (const id of buyers) {
        invoices.push({ customer: id, day: AS_OF - 1, amount: 5000 })
        sheet.append('Orders', ordersRow(header, id))
      }
      figures = recount()
      await sheet.call('applyTiers', reweighted)
      const expected = movesBetween(before.tiers, expectedTiers(reweighted))
      expect(expected.length).toBeGreaterThan(20)
      expect(moves(lastRun())).toEqual(expected)
      const { stories, total } = await sheet.call<TierStories>('tierStories', 'Retail', '', '')
      expect(total).toBe(expected.length)
      const after = scoresOf(reweighted, figures)
      for (const { customerId, score, causes } of stories) {
        const tenths = (scores: Map<string, number>) => Math.round((scores.get(customerId) as number) * 10) / 10
        expect(score).toMatchObject({ from: tenths(before.scores), to: tenths(after) })
        expect(causes.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(
          tenths(after) - tenths(before.scores),
          9,
        )
        const own = causes.filter(({ cause }) => cause === 'value')
        expect(own.length > 0, customerId).toBe(buyers.includes(customerId))
      }
      expect(stories.filter(({ customerId }) => buyers.includes(customerId)).length).toBeGreaterThan(10)
    })
  },
)

function ordersRow(header: string[], customer: string): Cell[] {
  const cells: Record<string, Cell> = { 'Customer ID': customer, 'Order date': { date: AS_OF - 1 }, Amount: 5000 }
  return header.map((name) => cells[name] ?? '')
}
