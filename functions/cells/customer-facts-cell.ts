import type { InferOutput } from 'valibot'
import { array, literal, maxLength, minLength, object, picklist, pipe, string } from 'valibot'
import { type FactName, factNames, MOST_CUSTOMERS } from '../../core/customer-page/fact-names.ts'
import { type FactsOfCustomer, factsOfCustomers } from '../customer/facts-of-customers.ts'
import type { CellCall, CellValue } from './cell.ts'

/** `=TS_CUSTOMER_FACTS(customers, facts)` as the add-on asks it; '' for a blank row. */
export const customerFactsCellSchema = object({
  function: literal('CUSTOMER_FACTS'),
  customers: pipe(array(pipe(string(), maxLength(100))), minLength(1), maxLength(MOST_CUSTOMERS)),
  facts: pipe(array(picklist(factNames)), minLength(1), maxLength(factNames.length)),
})

/** A row for each customer, a column for each fact; what was never asked is blank. */
export async function customerFactsCell(
  { backend, workspace }: CellCall,
  { customers, facts }: InferOutput<typeof customerFactsCellSchema>,
): Promise<CellValue> {
  const ids = [...new Set(customers)].filter(Boolean)
  const points = facts.includes('POINTS')
  const found = new Map(
    (await factsOfCustomers(backend, workspace, ids, backend.now(), { points })).map((each) => [each.id, each]),
  )
  return customers.map((id) => facts.map((name) => factOf(name, found.get(id))))
}

function factOf(name: FactName, facts: FactsOfCustomer | undefined): string | number {
  if (!facts) return ''
  switch (name) {
    case 'LAST_NPS':
      return facts.latestNps ?? ''
    case 'CSAT':
      return facts.satisfaction ?? ''
    case 'LAST_ANSWER':
      return facts.lastAnswer ?? ''
    case 'COMPLAINTS_OPEN':
      return facts.openComplaints
    case 'COMPLAINTS_12M':
      return facts.complaints
    case 'POINTS':
      return facts.points
  }
}
