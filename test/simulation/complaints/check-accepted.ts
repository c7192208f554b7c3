import { isDeepStrictEqual } from 'node:util'
import type { Acted } from '../../../core/complaint/complaint-event.ts'
import { complaintFromEvents } from '../../../core/complaint/complaint-from-events.ts'
import type { Item } from '../engine/item.ts'
import type { DeskLedger, Edit } from './desk-ledger.ts'
import { PEOPLE, RIGHTS } from './desk-policies.ts'
import { EDITOR } from './desk-prepared.ts'
import { holderOf } from './edit-actions.ts'
import { actsOf, type StoredComplaint } from './stored-complaint.ts'

/** What was accepted is there once, what was refused is not, and nothing is there that nobody sent. */
export function checkAccepted(ledger: DeskLedger, complaints: StoredComplaint[], items: Item[]): void {
  checkIntakes(ledger, complaints)
  checkNumbers(ledger, complaints, items)
  for (const complaint of complaints) checkEdits(ledger, complaint)
  const events = complaints.flatMap(actsOf)
  const marked = new Set(events.map(({ text }) => text))
  for (const { mark, outcome } of ledger.edits.values()) {
    if (outcome === 'accepted' && !marked.has(mark)) ledger.violation(`${mark} is lost.`)
    if (outcome === 'refused' && marked.has(mark)) ledger.violation(`${mark} was refused and done.`)
  }
  for (const { mark, given } of ledger.handings.values()) {
    const done = events.filter(({ text }) => text === mark).length
    if (given !== undefined && given > done) ledger.violation(`${mark} gave ${done} in place of ${given}.`)
  }
}

function checkIntakes(ledger: DeskLedger, complaints: StoredComplaint[]): void {
  const found = new Map<string, StoredComplaint>()
  for (const complaint of complaints) {
    const { head } = complaint
    const mark = head.description.split('\n').pop()!
    const intake = ledger.intakes.get(mark)
    if (!intake || intake.outcome === 'refused') ledger.violation(`${head.number} is of nobody: ${mark}`)
    if (found.has(mark)) ledger.violation(`${mark} is there twice.`)
    if (intake?.id !== undefined && (intake.id !== head.id || intake.number !== head.number)) {
      ledger.violation(`${mark} was told to be ${intake.number} and is ${head.number}.`)
    }
    found.set(mark, complaint)
  }
  for (const { mark, outcome, isWanted } of ledger.intakes.values()) {
    if ((outcome === 'accepted' || isWanted) && !found.has(mark)) ledger.violation(`${mark} is lost.`)
  }
}

/** Numbers of a year are 1, 2, 3 and so on, each once. */
function checkNumbers(ledger: DeskLedger, complaints: StoredComplaint[], items: Item[]): void {
  const numbers = complaints.map(({ head }) => head.number).sort()
  const sequences = items
    .filter(({ sk }) => sk.startsWith('SEQ#'))
    .map(({ year, last }) => ({ year, last: Number(last) }))
  const expected = sequences.flatMap(({ year, last }) =>
    Array.from({ length: last }, (_, place) => `C-${year}-${String(place + 1).padStart(6, '0')}`),
  )
  if (!isDeepStrictEqual(numbers, expected.sort())) ledger.violation(`The numbers are ${numbers}, not ${expected}.`)
}

function checkEdits(ledger: DeskLedger, complaint: StoredComplaint): void {
  const seen = new Set<string>()
  const { number } = complaint.head
  for (const event of actsOf(complaint)) {
    if (event.by.sub === 'desk' || event.importedAt) continue
    const mark = event.text ?? ''
    const edit = ledger.edits.get(mark)
    if (!edit && !ledger.handings.has(mark)) ledger.violation(`${number} has a ${event.action} of nobody: ${mark}`)
    if (seen.has(mark)) ledger.violation(`${number} has ${mark} twice.`)
    seen.add(mark)
    if (edit) checkEdit(ledger, edit, event, complaint)
  }
}

/** It is of this complaint, says what was sent, and follows on what its author saw. */
function checkEdit(ledger: DeskLedger, edit: Edit, event: Acted, complaint: StoredComplaint): void {
  const { mark, complaintId, asked, expectedVersion } = edit
  const wrong = (what: string) => ledger.violation(`${mark} ${what}: ${JSON.stringify(event)}`)
  if (edit.as === EDITOR) checkRights(edit, event, complaint, wrong)
  if (complaintId !== complaint.id) wrong('is an event of another complaint')
  const { customerId, ...fields } = asked
  const said = event as unknown as Record<string, unknown>
  for (const [field, value] of Object.entries(fields)) if (said[field] !== value) wrong(`has another ${field}`)
  if (customerId !== undefined && event.customer?.id !== customerId) wrong('identifies somebody else')
  if (expectedVersion === 0) return
  const between = complaint.history.slice(expectedVersion, event.version - 1)
  if (expectedVersion >= event.version) wrong('comes before what its author saw')
  if (between.some(({ action }) => action !== 'escalate')) wrong('was accepted though its author had not seen all')
}

/** An editor did nothing that is an admin's, nor what is the handler's on what they did not handle then. */
function checkRights(edit: Edit, event: Acted, { history }: StoredComplaint, wrong: (what: string) => void): void {
  const before = complaintFromEvents(history.slice(0, event.version - 1))
  const isGraver = event.severity !== undefined && event.severity !== before.severity
  const holder = holderOf({ ...edit, asked: { action: event.action, ...(isGraver && { severity: event.severity }) } })
  const isTheirs = PEOPLE.some(({ name, email }) => email === EDITOR && name === before.owner)
  if (holder === 'admin' || (holder === 'handler' && !isTheirs)) wrong(`is a step of ${holder}`)
  if ((event.compensation ?? 0) > RIGHTS.compensationLimit) wrong('gives more than an editor may')
}
