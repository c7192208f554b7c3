import { isDeepStrictEqual } from 'node:util'
import type { ComplaintEvent } from '../../../core/complaint/complaint-event.ts'
import { complaintFromEvents } from '../../../core/complaint/complaint-from-events.ts'
import { copied, type Item } from '../engine/item.ts'
import { checkAlarms } from './check-alarms.ts'
import type { DeskLedger } from './desk-ledger.ts'
import { MOST_OFF_MS } from './machine-clocks.ts'
import { type StoredComplaint, withoutKeys } from './stored-complaint.ts'

/** A request may be under way for so long: what is written may be of then. */
const UNDER_WAY_MS = 55_000

/** Versions without gaps, time that never goes back, a head that is what its events add up to, alarms told once. */
export function checkHistory(ledger: DeskLedger, stored: StoredComplaint, until: number): void {
  const { pk, head, history } = stored
  const wrong = (what: string) => ledger.violation(`${head.number} ${what}`)
  if (!history.every(({ version }, place) => version === place + 1)) wrong('has versions with gaps')
  if (head.version !== history.length) {
    wrong(`is at version ${head.version} with ${history.length} events`)
    return
  }
  const times = history.map(({ at }) => at)
  if (times.some((at, place) => place > 0 && at < times[place - 1]!)) wrong(`has times that go back: ${times}`)
  const folded = copied(complaintFromEvents(history))
  if (!isDeepStrictEqual(folded, withoutKeys(head)))
    wrong(`is not what its events add up to: ${JSON.stringify(folded)}`)
  for (const [place, { at, importedAt }] of history.entries()) {
    const sk = `E#${String(place + 1).padStart(6, '0')}`
    const written = ledger.written.get(`${pk.replace('#Q#', '#QE#')} ${sk}`)
    const ahead = Date.parse(at) - (written?.at ?? 0)
    const before = Date.parse(times[place - 1] ?? times[0]!)
    if (!written) wrong(`has an event that nobody wrote: ${sk}`)
    else if (ahead > MOST_OFF_MS) wrong(`has an event of the future: ${sk}`)
    else if (!importedAt && ahead < -MOST_OFF_MS - UNDER_WAY_MS && before < Date.parse(at))
      wrong(`has an old event: ${sk}`)
  }
  const alarms = checkAlarms(history, new Date(until).toISOString(), wrong)
  checkClosing(stored, until, wrong)
  const closing = isClosing(head) ? [head.closesAt!] : []
  const [next] = [...alarms, ...closing].sort()
  const listed = next && `${next}#${pk.split('#')[1]}#${head.id}`
  if ((head as Item).gsi2sk !== listed) wrong(`is due ${(head as Item).gsi2sk} in place of ${listed}`)
}

/** What the desk closes by itself has waited for the customer long enough, and what has is closed. */
function checkClosing({ head, history }: StoredComplaint, until: number, wrong: (what: string) => void): void {
  let closesAt: string | undefined
  for (const event of history) {
    const isDesk = event.by.sub === 'desk'
    if (isDesk && event.action === 'close' && !(closesAt !== undefined && closesAt < event.at)) wrong('is closed early')
    if (isDesk && !['close', 'escalate', 'ask_feedback'].includes(event.action))
      wrong(`has a ${event.action} by the desk`)
    const { action, owner } = event
    if (
      action !== 'receive' &&
      action !== 'assign' &&
      owner !== undefined &&
      ownerBefore(history, event.version) !== ''
    ) {
      wrong(`is taken from somebody by ${action} of version ${event.version}`)
    }
    if (action === 'resolve' || action === 'ask_feedback') closesAt = event.closesAt
    else if (action === 'close' || action === 'reopen') closesAt = undefined
  }
  if (isClosing(head) && Date.parse(head.closesAt!) < until) wrong('is not closed')
}

function ownerBefore(history: ComplaintEvent[], version: number): string {
  return complaintFromEvents(history.slice(0, version - 1)).owner
}

function isClosing({ state, closesAt }: StoredComplaint['head']): boolean {
  return closesAt !== undefined && (state === 'resolved' || state === 'feedback')
}
