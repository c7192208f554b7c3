import type { ComplaintPolicy } from '../../core/complaint/complaint-policy.ts'
import { type StaffMember, deskStaff as staff } from '../complaint/desk-staff.ts'
import {
  type ComplaintSettings,
  saveComplaintSettings as save,
  complaintSettings as settings,
} from '../complaint/settings.ts'
import { inWords } from '../user-language.ts'

/** The settings of the complaint desk, and whether the person may change them. */
export function complaintSettings(): ComplaintSettings {
  return inWords(settings)
}

/** Saves all settings of the complaint desk at once, unless somebody else saved since they were read. */
export function saveComplaintSettings(policy: ComplaintPolicy, operationId: string): ComplaintSettings {
  return inWords(() => save(policy, operationId))
}

/** Who stands in the staff tab, to be taken over. */
export function deskStaff(): StaffMember[] {
  return inWords(staff)
}
