import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { AppliedStandard } from '../../addon/standard/apply-standard.ts'
import type { WhyTier } from '../../addon/standard/why-tier.ts'
import type { Standard } from '../../core/standard/standard.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { sheetHarness } from './sheet-harness.ts'

const file = fileURLToPath(new URL('../../../shared/data/online_retail_invoices.csv', import.meta.url))
type Invoice = { InvoiceNo: string; InvoiceDate: string; CustomerID: string; TotalPrice: string }

const serial = (iso: string) => Date.parse(iso) / 86_400_000 + 25_569
/** The file has sums of floating-point prices, such as 22.200000000000003. */
const toCents = (price: string) => Math.round(Number(price) * 100) / 100
const AS_OF = serial('2011-12-10')

/** What the standard weighs, said in the test's own way: key, weight, whether more is better, and the value. */
type Facts = { days: number[]; amounts: number[] }
const five: [key: string, weight: number, more: boolean, of: (facts: Facts) => number][] = [
  ['orders:recency', 30, false, ({ days }) => AS_OF - Math.max(...days)],
  ['orders:frequency', 20, true, ({ days }) => days.length],
  [
    'orders:monetary',
    25,
    true,
    ({ amounts }) => amounts.reduce((cents, amount) => cents + Math.round(amount * 100), 0) / 100,
  ],
  ['column:Largest', 15, true, ({ amounts }) => Math.max(...amounts)],
  ['column:First order', 10, false, ({ days }) => Math.min(...days)],
]

const standard: Standard = {
  ...{ name: 'Retail', version: 0, method: 'PERCENTRANK', cut: 'SHARE', product: '', note: '' },
  indicators: five.map(([key, weight, more]) => ({ key, label: key, weight, direction: more ? 1 : -1 })),
  tiers: [
    { label: 'D', from: 0 },
    { label: 'C', from: 40 },
    { label: 'B', from: 75 },
    { label: 'A', from: 90 },
  ],
  limits: { probability: null, collectDays: null },
}

/** Scores of 0 to 100 out of places in a sorted list, not out of counts. */
function recounted(customers: Facts[], byDistance: boolean): number[] {
  const parts = five.map(([, weight, more, of]) => {
    const values = customers.map(of)
    const ranked = [...values].sort((a, b) => (more ? a - b : b - a))
    const placeOf = new Map<number, number>()
    ranked.forEach((value, place) => {
      if (!placeOf.has(value)) placeOf.set(value, place)
    })
    const [worst, best] = [ranked[0] as number, ranked[ranked.length - 1] as number]
    return values.map((value) => {
      const share = byDistance ? (value - worst) / (best - worst) : (placeOf.get(value) as number) / (values.length - 1)
      return weight * share
    })
  })
  return customers.map((_, row) => parts.reduce((sum, part) => sum + (part[row] as number), 0))
}

/** The best tenth, the next up to a quarter, the next up to six tenths: whoever equals the last one in stays out. */
function tiersByShare(scores: number[]): string[] {
  const ascending = [...scores].sort((a, b) => a - b)
  const at = (percent: number) => {
    const position = (percent / 100) * (ascending.length - 1)
    const [low, high] = [ascending[Math.floor(position)] as number, ascending[Math.ceil(position)] as number]
    return low * (1 - (position % 1)) + high * (position % 1)
  }
  const [c, b, a] = [at(40), at(75), at(90)] as [number, number, number]
  return scores.map((score) => (score > a ? 'A' : score > b ? 'B' : score > c ? 'C' : 'D'))
}

describe.runIf(existsSync(file))('a standard of five indicators over 18,532 real invoices', () => {
  test('gives every customer the score and tier of a recount, by rank and by distance', {
    timeout: 120_000,
  }, async () => {
    const invoices = parse(readFileSync(file), { columns: true }) as Invoice[]
    const byCustomer = new Map<string, Facts>()
    for (const { CustomerID, InvoiceDate, TotalPrice } of invoices) {
      const facts = byCustomer.get(CustomerID) ?? { days: [], amounts: [] }
      facts.days.push(serial(InvoiceDate))
      facts.amounts.push(toCents(TotalPrice))
      byCustomer.set(CustomerID, facts)
    }
    const facts = [...byCustomer.values()]
    const ids = [...byCustomer.keys()]
    const sheet = await sheetHarness({
      tabs: {
        Customers: [
          ['Customer ID', 'Name', 'Largest', 'First order'],
          ...ids.map((id, row): Cell[] => {
            const { days, amounts } = facts[row] as Facts
            return [id, `Shop ${id}`, Math.max(...amounts), { date: Math.min(...days) }]
          }),
        ],
        Orders: [
          ['Order ID', 'Customer ID', 'Order date', 'Amount'],
          ...invoices.map((one): Cell[] => [
            one.InvoiceNo,
            Number(one.CustomerID),
            { date: serial(one.InvoiceDate) },
            toCents(one.TotalPrice),
          ]),
        ],
      },
    })
    const apply = (wanted: Standard) => sheet.call<AppliedStandard>('applyTiers', wanted)
    const written = () => [sheet.column('Customers', 'Score'), sheet.column('Customers', 'Tier')]

    expect(await apply(standard)).toMatchObject({ version: 1, customers: 4338, first: 4338 })
    const [scores, tiers] = written()
    const expected = recounted(facts, false)
    expect(Math.max(...expected.map((score, row) => Math.abs(score - (scores?.[row] as number))))).toBeLessThan(1e-9)
    expect(tiers).toEqual(tiersByShare(expected))

    const moved = await apply({ ...standard, method: 'MINMAX' })
    const byDistance = recounted(facts, true)
    const [again, now] = written()
    expect(Math.max(...byDistance.map((score, row) => Math.abs(score - (again?.[row] as number))))).toBeLessThan(1e-9)
    expect(now).toEqual(tiersByShare(byDistance))
    const rank = (cell: unknown) => 'DCBA'.indexOf(String(cell))
    const ups = ids.filter((_, row) => rank(now?.[row]) > rank(tiers?.[row])).length
    const downs = ids.filter((_, row) => rank(now?.[row]) < rank(tiers?.[row])).length
    expect(moved).toMatchObject({ version: 2, up: ups, down: downs, first: 0 })

    const why = await sheet.call<WhyTier>('whyTier', ids[7])
    expect(why.score).toBeCloseTo(byDistance[7] as number, 9)
    expect(why.rank?.place).toBe(1 + byDistance.filter((score) => score > (byDistance[7] as number) + 1e-9).length)
  })
})
