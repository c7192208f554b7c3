import type { CaredCustomer } from '../../core/tiering/cared-customer.ts'
import type { TierCause } from '../../core/tiering/tier-move.ts'
import { cellDays } from '../sheet/reading/cell-days.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { readLinked } from '../sheet/reading/read-linked.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { type BoundTab, fieldCells, findTab, requiredTab } from '../sheet/tabs/bound-tab.ts'
import { standardFields } from '../standard/current-standards.ts'
import { type ComplaintSource, openComplaintCounts } from './complaint-events.ts'
import { type HistoryLine, readHistory } from './tier-history.ts'

export type CaredCustomers = {
  customers: (CaredCustomer & { name: string; owner: string })[]
  /** Without a desk to ask, what the customer tab counts. */
  complaints: ComplaintSource
}

/** What moves customers between runs. */
const OF_ONE: TierCause[] = ['override', 'overrideEnded']
const NO = /^(no|n|false|0|否|不同意|未同意|✗|x)$/i

/** Every customer with what the playbook's lists look at: each tab is read once. */
export function caredCustomers(standard: string, tierOrder: readonly string[]): CaredCustomers {
  const tab = requiredTab('customers')
  const { cell, text, number } = rowReader(tab)
  const { day } = cellDays()
  const contacts = latestContacts(tab)
  const levels = ownerLevels()
  const fallen = fallenFrom(standard, tierOrder)
  const { source, counts } = openComplaintCounts()
  const { tier: tierField } = standardFields(standard, tab)
  const customers = tab.rows.flatMap((line): CaredCustomers['customers'] => {
    const customerId = text(line, 'customerId')
    if (!customerId) return []
    const owner = text(line, 'owner')
    const last = latest(day(cell(line, 'lastContact')), contacts.get(customerId))
    const [nps, level, from] = [number(line, 'latestNps'), levels.get(owner.toLowerCase()), fallen.get(customerId)]
    const open = source === 'desk' ? counts.get(customerId) : number(line, 'complaints')
    return [
      {
        ...{ customerId, name: text(line, 'customer'), owner, tier: text(line, tierField) },
        ...{ openComplaints: open ?? 0, reachable: isReachable(tab, text, line) },
        ...(last === undefined ? {} : { lastContact: last }),
        ...(nps === undefined ? {} : { latestNps: nps }),
        ...(level === undefined ? {} : { ownerLevel: level }),
        ...(from === undefined ? {} : { fellFrom: from }),
      },
    ]
  })
  return { customers, complaints: source }
}

/** With an address, and a consent that is given: a blank one is none, and so is a "no" in either language. */
function isReachable(
  tab: BoundTab,
  text: ReturnType<typeof rowReader>['text'],
  line: BoundTab['rows'][number],
): boolean {
  const consent = text(line, 'consent')
  const isAgreed = tab.at.consent !== undefined && consent !== '' && !NO.test(consent)
  return isAgreed && (text(line, 'email') !== '' || text(line, 'phone') !== '')
}

function latest(...days: (number | undefined)[]): number | undefined {
  const known = days.filter((day) => day !== undefined)
  return known.length > 0 ? Math.max(...known) : undefined
}

function latestContacts(customers: BoundTab): Map<string, number> {
  const found = new Map<string, number>()
  const read = readLinked('interactions', ['contactDate'], customers)
  if (!read) return found
  const { cell, text } = rowReader(read)
  const { day } = cellDays()
  for (const line of read.rows) {
    const [customerId, contacted] = [text(line, 'customerId'), day(cell(line, 'contactDate'))]
    if (contacted !== undefined) found.set(customerId, Math.max(contacted, found.get(customerId) ?? contacted))
  }
  return found
}

/** Levels by name and by e-mail: a customer's owner may be written either way. */
function ownerLevels(): Map<string, number> {
  const tab = findTab('staff')
  if (!tab) return new Map()
  const { number } = rowReader(tab)
  const [names, emails] = [fieldCells(tab, 'name'), fieldCells(tab, 'email')]
  return new Map(
    tab.rows.flatMap((line, row) => {
      const level = number(line, 'level')
      const known = [names[row], emails[row]].map((cell) => customerIdIn(cell).toLowerCase()).filter(Boolean)
      return level === undefined ? [] : known.map((key) => [key, level] as const)
    }),
  )
}

/** Who fell in the last run of the standard, or round of it, that moved anybody, and from where. */
function fallenFrom(standard: string, tierOrder: readonly string[]): Map<string, string> {
  const runs = readHistory().filter((line) => line.standard === standard && !OF_ONE.includes(line.cause))
  const last = runs.reduce<HistoryLine | undefined>(
    (late, line) => (late && late.at > line.at ? late : line),
    undefined,
  )
  const fell = runs.filter(
    ({ run, from, to }) => run === last?.run && to !== '' && tierOrder.indexOf(to) < tierOrder.indexOf(from),
  )
  return new Map(fell.map(({ customerId, from }) => [customerId, from]))
}
