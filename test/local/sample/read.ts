import type { Sample } from '../../../local/sample/sample.ts'
import type { SheetTable } from '../../../local/sheet-table.ts'
import type { Cell } from '../../../local/workbench/workbook.ts'

export type CustomerFacts = { id: string; recency: number; orders: number; amount: number }

export function tab(book: Sample, name: string): SheetTable {
  const found = book.sheets.find((sheet) => sheet.name === name)
  if (!found) throw new Error(`no tab ${name}`)
  return found
}

export function column(sheet: SheetTable, heading: string): Cell[] {
  const at = sheet.header.indexOf(heading)
  if (at < 0) throw new Error(`no column ${heading}`)
  return sheet.rows.map((row) => row[at]!)
}

export function cellDay(cell: Cell): number {
  if (typeof cell !== 'object' || !('date' in cell)) throw new Error(`${JSON.stringify(cell)} is no date`)
  return cell.date
}

export function customerFacts(orders: SheetTable, last: number): CustomerFacts[] {
  const facts = new Map<string, CustomerFacts>()
  for (const [, id, date, amount] of orders.rows) {
    const known = facts.get(id as string) ?? {
      id: id as string,
      recency: Number.POSITIVE_INFINITY,
      orders: 0,
      amount: 0,
    }
    known.recency = Math.min(known.recency, last + 1 - cellDay(date!))
    known.orders++
    known.amount += amount as number
    facts.set(known.id, known)
  }
  return [...facts.values()]
}

/** Each customer's segment by the GRID rules, counted independently of the product's own scoring. */
export function gridSegment(facts: CustomerFacts[]): string[] {
  const recency = scores(facts.map((fact) => fact.recency)).map((score) => 6 - score)
  const frequency = scores(facts.map((fact) => fact.orders))
  return facts.map((_, index) => segment(recency[index]!, frequency[index]!))
}

function segment(r: number, f: number): string {
  if (r === 5 && f >= 4) return 'Champions'
  if (r >= 3 && f >= 4) return 'Loyal Customers'
  if (r >= 4 && f >= 2) return 'Potential Loyalists'
  if (r === 5) return 'New Customers'
  if (r === 4) return 'Promising'
  if (r === 3) return f === 3 ? 'Need Attention' : 'About To Sleep'
  if (f === 5) return "Can't Lose Them"
  return f >= 3 ? 'At Risk' : 'Hibernating'
}

function scores(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const limits = [0.2, 0.4, 0.6, 0.8].map((share) => {
    const place = share * (sorted.length - 1)
    const low = sorted[Math.floor(place)]!
    return low + (place % 1) * (sorted[Math.ceil(place)]! - low)
  })
  return values.map((value) => 1 + limits.filter((limit) => value > limit).length)
}
