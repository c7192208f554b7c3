import { type FormLink, formLink, makeFormLink, revokeFormLink } from '../complaint/form-link.ts'
import { inWords } from '../user-language.ts'

/** The link of the public form by which customers write to the desk, if there is one. */
export function complaintForm(): FormLink {
  return inWords(formLink)
}

/** Makes the link of the public form; where there is one, it stays. */
export function makeComplaintForm(operationId: string): FormLink {
  return inWords(() => makeFormLink(operationId))
}

/** Withdraws the link of the public form. */
export function revokeComplaintForm(operationId: string): FormLink {
  return inWords(() => revokeFormLink(operationId))
}
