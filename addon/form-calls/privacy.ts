import type { TrailAct } from '../../core/audit-trail/trail-acts.ts'
import {
  namesInTrail,
  type TrailCheck,
  type TrailMark,
  type TrailPage,
  trailPage,
  verifiedTrail,
} from '../privacy/audit-trail.ts'
import { beginErasure as begin, type ErasedPage, eraseNext as next } from '../privacy/erase-person.ts'
import { type ExportedPage, type ExportedRows, exportedPage, exportedRows } from '../privacy/export-person.ts'
import { type PersonSetup, personSetup as setUp } from '../privacy/person-setup.ts'
import { type StoredOfPerson, storedOfPerson as stored } from '../privacy/stored-of-person.ts'
import { inWords } from '../user-language.ts'

/** What was done in the workspace; null for whoever is no administrator. */
export function auditTrail(act: TrailAct | '', cursor: string): TrailPage | null {
  return inWords(() => trailPage(act, cursor))
}

/** What ids in the audit trail stand for. */
export function trailNames(): Record<string, string> {
  return inWords(namesInTrail)
}

/** Looks whether the next entries of the audit trail are as they were written. */
export function verifyTrail(cursor: string, known: TrailMark | null): TrailCheck {
  return inWords(() => verifiedTrail(cursor, known))
}

/** Whether the person at work may export and erase people, and the erasure that is not done yet. */
export function personSetup(): PersonSetup {
  return inWords(setUp)
}

/** How much is stored about a customer. */
export function storedOfPerson(id: string): StoredOfPerson {
  return inWords(() => stored(id))
}

/** Every row about a customer. */
export function exportPersonRows(id: string): ExportedRows {
  return inWords(() => exportedRows(id))
}

/** A page of what the backend holds about a customer. */
export function exportPersonPage(customerId: string, cursor: string): ExportedPage {
  return inWords(() => exportedPage(customerId, cursor))
}

/** Keeps that a customer is to be erased. */
export function beginErasure(id: string, withOrders: boolean): void {
  inWords(() => begin(id, withOrders))
}

/** Does the next step of the erasure that was begun. */
export function eraseNext(): ErasedPage {
  return inWords(next)
}
