import type { Complaint } from '../../core/complaint/complaint.ts'
import type { Acted } from '../../core/complaint/complaint-event.ts'
import type { Backend } from '../backend.ts'
import { digest, signature } from '../secrets.ts'
import { feedbackLinkWrite } from '../store/complaint-link.ts'
import type { Write } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

type Deployment = Pick<Backend, 'signingKey' | 'publicUrl'>

/** The write that makes the link of the event that asks. Its secret is a signature, so that it can be told again at any time. */
export function newFeedbackLink(
  { signingKey }: Deployment,
  workspace: WorkspaceKey,
  { id }: Complaint,
  { version, at }: Acted,
): Write {
  const secretHash = digest(secretOf(signingKey, workspace, id, version))
  return feedbackLinkWrite(workspace, secretHash, { kind: 'feedback', complaintId: id, version, createdAt: at })
}

/** The address that the customer is sent. */
export function feedbackAddress(
  { signingKey, publicUrl }: Deployment,
  workspace: WorkspaceKey,
  complaintId: string,
  version: number,
): string {
  return `${publicUrl}/f/${workspace.id}.${secretOf(signingKey, workspace, complaintId, version)}`
}

function secretOf(signingKey: string, workspace: WorkspaceKey, complaintId: string, version: number): string {
  return signature(signingKey, 'feedback link', workspace.id, complaintId, String(version))
}
