import type { Machine } from '../machine.ts'
import type { DeskLedger } from './desk-ledger.ts'
import { PEOPLE } from './desk-policies.ts'
import { type MailServer, messagesIn } from './mail-server.ts'
import { actsOf, type StoredComplaint } from './stored-complaint.ts'

const TO_CUSTOMERS = ['acknowledge', 'reply', 'ask_feedback']

/**
 * Each event has the messages that it should, each of them ended up somewhere, and the server of mail took none twice: one
 * that was sent was taken, one that was refused was not, and only what was cut short is unsure.
 */
export function checkMessages(
  ledger: DeskLedger,
  machine: Machine,
  { taken, calls }: MailServer,
  complaints: StoredComplaint[],
  until: string,
): void {
  for (const complaint of complaints) checkRecorded(ledger, complaint)
  const times = new Map<string, number>()
  for (const { id } of taken) times.set(id, (times.get(id) ?? 0) + 1)
  const faulty = machine.trace.flatMap(({ what }) => (typeof what === 'object' && what.fault ? what.process : []))
  const cutShort = new Set([...faulty, ...machine.dead])
  const messages = messagesIn(complaints.flatMap((complaint) => complaint.messages))
  for (const [id, { state, createdAt, kind }] of messages) {
    const often = times.get(id) ?? 0
    const wrong = (what: string) => ledger.violation(`A message (${kind}, ${id}) is ${state} and ${what}.`)
    const handed = calls.filter((call) => call.id === id)
    const wasCutShort = handed.some(({ said, process }) => said === undefined || cutShort.has(process))
    if (often > 1) wrong('was taken twice')
    if (state === 'sent' && often === 0) wrong('was never taken')
    if (state === 'refused' && often > 0) wrong('was taken')
    if (state === 'unsure' && !wasCutShort && cutShort.size === 0) wrong('nothing cut it short')
    if (state === 'sending' || state === 'off') wrong('stays so')
    if (state === 'waiting' && String(createdAt) < until) wrong('is not sent')
  }
  for (const id of times.keys()) if (!messages.has(id)) ledger.violation(`${id} was handed over and never recorded.`)
}

/** By whom they were to be told, without the program's own reckoning. */
function checkRecorded(ledger: DeskLedger, complaint: StoredComplaint): void {
  let { email } = (complaint.history[0] as { contact?: { email?: string } }).contact ?? {}
  for (const event of actsOf(complaint)) {
    if (event.contact) email = event.contact.email
    const prefix = `M#${String(event.version).padStart(6, '0')}#`
    const found = complaint.messages.filter(({ sk }) => sk.startsWith(prefix)).map(({ to }) => to)
    const toCustomer = TO_CUSTOMERS.includes(event.action) && !event.importedAt && email !== undefined ? [email] : []
    const expected = event.escalation ? addressesOf(event.escalation.to) : toCustomer
    if (found.sort().join() !== expected.sort().join()) {
      ledger.violation(`${complaint.head.number}, ${event.action}: ${found} are written to in place of ${expected}.`)
    }
  }
}

function addressesOf(recipients: string[]): string[] {
  const found = recipients.flatMap((to) => {
    if (to.includes('@')) return to
    return PEOPLE.filter(({ name, position }) => name === to || position === to).map(({ email }) => email)
  })
  return [...new Set(found)]
}
