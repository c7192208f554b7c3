import {
  type Act,
  actOnComplaint as act,
  type Complaint,
  type ComplaintWithHistory,
  complaint as findComplaint,
  type Intake,
  openComplaints as listOpen,
  logComplaint as log,
} from '../complaint/complaints.ts'
import { selectedCustomer as findSelected, type SelectedCustomer } from '../sheet/reading/selected-customer.ts'
import { inWords } from '../user-language.ts'

/** The customer of the selected row, or null. */
export function selectedCustomer(): SelectedCustomer | null {
  return inWords(findSelected)
}

/** The complaints that are not closed. */
export function openComplaints(): Complaint[] {
  return inWords(listOpen)
}

/** One complaint with its history. */
export function complaint(id: string): ComplaintWithHistory {
  return inWords(() => findComplaint(id))
}

/** Takes a complaint in. */
export function logComplaint(intake: Intake, operationId: string): Complaint {
  return inWords(() => log(intake, operationId))
}

/** Moves a complaint on. */
export function actOnComplaint(id: string, next: Act, operationId: string): Complaint {
  return inWords(() => act(id, next, operationId))
}
