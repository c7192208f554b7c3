import { type Attention, careLists } from '../../core/tiering/care-lists.ts'
import { reasonWords } from '../../core/tiering/reason-words.ts'
import { today } from '../sheet/now.ts'
import { userMessages } from '../user-language.ts'
import { caredCustomers } from './cared-customers.ts'
import type { ComplaintSource } from './complaint-events.ts'
import { knownStandard } from './known-standards.ts'
import { readPlaybook } from './playbook-tab.ts'
import { writeReport } from './write-report.ts'

type Named = { name: string; owner: string }

export type CareListsView = {
  /** Most urgent first; the first of `attentionFound`. */
  attention: (Omit<Attention, 'urgency'> & Named)[]
  attentionFound: number
  automatic: ({ customerId: string; tier: string } & Named)[]
  automaticFound: number
  complaints: ComplaintSource
  /** Whether the Tiers tab has lines to go by. */
  hasPlaybook: boolean
}

const MOST = 200

/** Who needs a person now and whom automation can serve. @param query A part of an id, a name or an owner. */
export function viewCareLists(standard: string, query: string): CareListsView {
  const { attention, automatic, ...rest } = namedLists(standard, query)
  return {
    ...rest,
    attention: attention.slice(0, MOST).map(({ urgency: _, ...one }) => one),
    attentionFound: attention.length,
    automatic: automatic.slice(0, MOST),
    automaticFound: automatic.length,
  }
}

/** Writes one of the lists, whole, to a tab of its own. @returns The tab's name. */
export function writeCareList(standard: string, which: 'attention' | 'automatic'): string {
  const { attention, automatic } = namedLists(standard, '')
  const words = userMessages()
  const { customerId, customer, owner, tier } = words.tabs.customers.headers
  const text = words.tierReports
  if (which === 'automatic') {
    return writeReport({
      name: text.automaticTab,
      header: [customerId, customer, tier, owner],
      rows: automatic.map((one) => [one.customerId, one.name, one.tier, one.owner]),
    })
  }
  return writeReport({
    name: text.attentionTab,
    header: [customerId, customer, tier, owner, text.why],
    rows: attention.map(({ customerId: id, name, tier: at, owner: by, reasons }) => {
      return [id, name, at, by, reasons.map((reason) => reasonWords(reason, words.attentionReasons)).join(text.between)]
    }),
  })
}

function namedLists(standard: string, query: string) {
  const { tierOrder } = knownStandard(standard)
  const { customers, complaints } = caredCustomers(standard, tierOrder)
  const wanted = query.trim().toLowerCase()
  const found = customers.filter(({ customerId, name, owner }) =>
    `${customerId} ${name} ${owner}`.toLowerCase().includes(wanted),
  )
  const care = readPlaybook()
  const lists = careLists(found, tierOrder, care, today())
  const names = new Map(found.map(({ customerId, name, owner }) => [customerId, { name, owner }]))
  const named = <T extends { customerId: string }>(one: T) => ({ ...one, ...(names.get(one.customerId) as Named) })
  return {
    ...{ complaints, hasPlaybook: care.length > 0 },
    attention: lists.attention.map(named),
    automatic: lists.automatic.map(named),
  }
}
