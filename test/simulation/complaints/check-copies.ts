import { isDeepStrictEqual } from 'node:util'
import { complaintFact, factMonths } from '../../../core/complaint/complaint-fact.ts'
import { customerComplaint } from '../../../core/customer-page/customer-complaint.ts'
import { digest } from '../../../functions/secrets.ts'
import { copied, type Item } from '../engine/item.ts'
import type { DeskLedger } from './desk-ledger.ts'
import { type StoredComplaint, withoutKeys } from './stored-complaint.ts'

/** Facts, lists of handlers and histories of customers are what a recount of the heads says. */
export function checkCopies(
  ledger: DeskLedger,
  workspaceId: string,
  complaints: StoredComplaint[],
  items: Item[],
): void {
  const at = `W#${workspaceId}`
  const heads = complaints.map(({ head }) => head)
  const compare = (what: string, kept: Item[], expected: Map<string, unknown>) => {
    const found = new Map(kept.map((item) => [`${item.pk} ${item.sk}`, withoutKeys(item)]))
    if (isDeepStrictEqual(found, expected)) return
    ledger.violation(`${what}: ${JSON.stringify([...found])} in place of ${JSON.stringify([...expected])}`)
  }
  const lying = (prefix: string) => items.filter(({ pk }) => pk.startsWith(`${at}#${prefix}`))
  const isOpen = ({ state }: StoredComplaint['head']) => state !== 'closed'

  const openFacts = heads
    .filter(isOpen)
    .map((head) => [`${at}#QM#open ${head.id}`, copied(complaintFact(head))] as const)
  compare('facts of what is open', lying('QM#open'), new Map(openFacts))
  const months = heads.flatMap((head) => {
    const fact = complaintFact(head)
    return factMonths(fact).map((month) => [`${at}#QM#${month} ${head.id}`, copied(fact)] as const)
  })
  const current = new Map<string, unknown>(months)
  // A month that counts nothing of a complaint any more may keep what it counted.
  const monthly = lying('QM#').filter(({ pk, sk }) => !pk.endsWith('#open') && current.has(`${pk} ${sk}`))
  compare('facts by month', monthly, current)
  const handled = heads.filter(isOpen)
  compare('handlers', lying('QO#'), new Map(handled.map(({ owner, id }) => [`${at}#QO#${digest(owner)} ${id}`, {}])))
  const known = heads.filter(({ customer }) => customer.id !== '')
  const briefs = known.map((head) => {
    const { customer, receivedAt, id } = head
    return [`${at}#CH#${digest(customer.id)} Q#${receivedAt}#${id}`, copied(customerComplaint(head))] as const
  })
  compare(
    'histories of customers',
    lying('CH#').filter(({ sk }) => sk.startsWith('Q#')),
    new Map(briefs),
  )
  for (const head of heads as (StoredComplaint['head'] & Item)[]) {
    if (head.gsi1pk !== `${at}#QS#${head.state}`) ledger.violation(`${head.number} is listed under ${head.gsi1pk}.`)
  }
}
