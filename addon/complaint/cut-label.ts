import type { ComplaintCut } from '../../core/complaint/complaint-cut.ts'
import type { Messages } from '../../core/messages/messages.ts'

/** A value of a cut as people read it: severities and the usual channels have words of their own. */
export function cutLabel({ complaintForm, complaintReport }: Messages, cut: ComplaintCut, value: string): string {
  const words = cut === 'severity' ? complaintForm.severities : cut === 'channel' ? complaintForm.channels : {}
  return value === '' ? complaintReport.none : (new Map(Object.entries<string>(words)).get(value) ?? value)
}
