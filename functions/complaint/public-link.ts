import type { Backend } from '../backend.ts'
import { digest, signature } from '../secrets.ts'
import type { MadeFormLink } from '../store/complaint-link.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

type Deployment = Pick<Backend, 'signingKey' | 'publicUrl'>

/** A link to the workspace's form, as the operation that makes it does. */
export function newFormLink(
  { signingKey }: Deployment,
  workspace: WorkspaceKey,
  link: Omit<MadeFormLink, 'kind' | 'secretHash'>,
): MadeFormLink {
  return { kind: 'complaint', ...link, secretHash: digest(secretOf(signingKey, workspace, link.madeBy)) }
}

/** The address of the form, the same for the same operation at any time. */
export function formAddress(
  { signingKey, publicUrl }: Deployment,
  workspace: WorkspaceKey,
  { madeBy }: Pick<MadeFormLink, 'madeBy'>,
): string {
  return `${publicUrl}/c/${workspace.id}.${secretOf(signingKey, workspace, madeBy)}`
}

function secretOf(signingKey: string, workspace: WorkspaceKey, madeBy: string): string {
  return signature(signingKey, 'complaint link', workspace.id, madeBy)
}
