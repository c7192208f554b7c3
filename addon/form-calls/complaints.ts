import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts'
import type { ToldAgain } from '../../core/complaint/likely-duplicates.ts'
import {
  type Act,
  actOnComplaint as act,
  complaint as findComplaint,
  type OneComplaint,
  type ToldComplaint,
} from '../complaint/one-complaint.ts'
import { likelyDuplicates as findDuplicates, type Intake, logComplaint as log } from '../complaint/take-in.ts'
import { selectedCustomer as findSelected, type SelectedCustomer } from '../sheet/reading/selected-customer.ts'
import { inWords } from '../user-language.ts'

/** The customer of the selected row, or null. */
export function selectedCustomer(): SelectedCustomer | null {
  return inWords(findSelected)
}

/** One complaint with its history. */
export function complaint(id: string): OneComplaint {
  return inWords(() => findComplaint(id))
}

/** What a customer may have told already. */
export function likelyDuplicates(told: ToldAgain & { customerId: string }): ToldComplaint[] {
  return inWords(() => findDuplicates(told))
}

/** Takes a complaint in. */
export function logComplaint(intake: Intake, operationId: string): ToldComplaint {
  return inWords(() => log(intake, operationId))
}

/** Moves a complaint on, or tells what others changed since it was seen. */
export function actOnComplaint(
  id: string,
  next: Act,
  operationId: string,
): ToldComplaint | { stale: ComplaintEvent[] } {
  return inWords(() => act(id, next, operationId))
}
