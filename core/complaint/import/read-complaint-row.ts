import type { PlainCell } from '../../customer-file/customer-table.ts'
import { amountValue } from '../../orders/amount-value.ts'
import type { DayOrder } from '../../orders/day-order.ts'
import type { DecimalMark } from '../../orders/decimal-mark.ts'
import { writtenAmount } from '../../orders/written-amount.ts'
import type { ComplaintKind, ComplaintState, Severity } from '../complaint.ts'
import type { ComplaintBasis } from './complaint-basis.ts'
import { type ComplaintPart, type ComplaintPlan, type WordPart, wordParts } from './complaint-plan.ts'
import type { ComplaintProblem } from './complaint-problem.ts'
import type { ToldTimes } from './complaint-times.ts'
import { complaintChannel, wordMeaning } from './complaint-words.ts'
import { handlingScore } from './handling-score.ts'
import { isUndatedRoad, toldTimes } from './row-times.ts'

/** A complaint as it is sent: times are days, or instants where there is a time of day. */
export type ReadComplaint = ToldTimes & {
  kind: ComplaintKind
  channel: string
  category: string
  severity: Severity
  description: string
  state?: ComplaintState | undefined
  customerId?: string | undefined
  compensation?: number | undefined
  satisfaction?: number | undefined
} & { [P in TextPart]?: string | undefined }

/** What is told in words where it is told; a name is that of somebody whom the file does not have. */
type TextPart = 'reference' | 'customerName' | 'segment' | 'wantedOutcome' | 'owner' | 'rootCause' | 'correctiveAction'

/** A row as a complaint, as far as it can be read. */
export type ReadRow = {
  complaint: ReadComplaint
  problems: ComplaintProblem[]
  /** Whether it names a customer that the file does not have. */
  isStranger: boolean
  /** Whether a step counts at the time of another, having none of its own. */
  isUndated: boolean
}

/** The most characters that the backend takes; labels have 200. */
const LONGEST: { [P in ComplaintPart]?: number } = {
  customer: 100,
  description: 10_000,
  wantedOutcome: 10_000,
  correctiveAction: 10_000,
}
const LABEL = 200

/** Reads the cells of a row. Its problems are told all at once. */
export function readComplaintRow(
  cells: readonly PlainCell[],
  plan: ComplaintPlan,
  { order, mark }: { order: DayOrder | undefined; mark: DecimalMark },
  basis: ComplaintBasis,
): ReadRow {
  const problems: ComplaintProblem[] = []
  const cell = (part: ComplaintPart) => (plan.at[part] === undefined ? '' : (cells[plan.at[part]] ?? ''))
  const text = (part: ComplaintPart) => {
    const found = String(cell(part)).trim()
    const most = LONGEST[part] ?? LABEL
    if (found.length > most) problems.push({ code: 'tooLong', part, most })
    return found
  }
  const told = toldTimes(cell, order, basis, problems)
  const words = meantWords(cell, plan, problems)
  const { isStranger, ...customer } = namedCustomer(text('customer'), text('customerName'), plan, basis, problems)
  const compensation = amount(cell('compensation'), mark, problems)
  const satisfaction = handlingScore(cell('satisfaction'))
  if (satisfaction === 'unreadable') problems.push({ code: 'notScore', text: String(cell('satisfaction')).trim() })
  const category = text('category')
  const description = text('description') || category
  if (description === '') problems.push({ code: 'nothing' })
  const channel = text('channel')
  const complaint: ReadComplaint = {
    ...told,
    ...words,
    ...customer,
    channel: channel === '' ? plan.channel : complaintChannel(channel),
    category,
    description,
    ...filled('reference', text('reference')),
    ...filled('segment', text('segment')),
    ...filled('wantedOutcome', text('wantedOutcome')),
    ...filled('owner', text('owner')),
    ...filled('rootCause', text('rootCause')),
    ...filled('correctiveAction', text('correctiveAction')),
    ...(compensation !== undefined && { compensation }),
    ...(typeof satisfaction === 'number' && { satisfaction }),
  }
  const isUndated = isUndatedRoad(complaint, String(cell('status')).trim(), basis, problems)
  return { complaint, problems, isStranger, isUndated }
}

function filled<P extends TextPart>(part: P, text: string): { [K in P]?: string } {
  return text === '' ? {} : ({ [part]: text } as { [K in P]?: string })
}

function meantWords(cell: (part: ComplaintPart) => PlainCell, plan: ComplaintPlan, problems: ComplaintProblem[]) {
  const meaning = (part: WordPart) => {
    const text = String(cell(part)).trim()
    if (text === '') return undefined
    const found = wordMeaning(part, text, plan.meant[part])
    if (found === undefined) problems.push({ code: 'unknownWord', part, text })
    return found
  }
  const [status, kind, severity] = wordParts.map(meaning)
  return {
    ...(status !== undefined && { state: status as ComplaintState }),
    kind: (kind ?? plan.kind) as ComplaintKind,
    severity: (severity ?? 'normal') as Severity,
  }
}

/** Ids are kept as they are; whom the file does not have is kept by name. */
function namedCustomer(
  named: string,
  name: string,
  { by }: ComplaintPlan,
  { find }: ComplaintBasis,
  problems: ComplaintProblem[],
): { isStranger: boolean; customerId?: string; customerName?: string } {
  const ids = named === '' ? [] : find(by, named)
  if (ids.length > 1) problems.push({ code: 'fitsTwo', customers: ids })
  const isStranger = ids.length === 0 && (named !== '' || name !== '')
  const customerId = ids[0] ?? (by === 'customerId' && named !== '' ? named : undefined)
  const customerName = name || (by === 'customer' ? named : '')
  if (ids[0] !== undefined) return { isStranger, customerId: ids[0] }
  return { isStranger, ...(customerId && { customerId }), ...(customerName && { customerName }) }
}

function amount(cell: PlainCell, mark: DecimalMark, problems: ComplaintProblem[]): number | undefined {
  const text = String(cell).trim()
  if (text === '') return undefined
  const written = writtenAmount(text)
  const value = typeof cell === 'number' ? cell : written && amountValue(written.digits, mark)
  if (value !== undefined && value >= 0 && value <= 1e9 && !written?.negative) return Math.round(value * 100) / 100
  problems.push({ code: 'notAmount', text })
  return undefined
}
