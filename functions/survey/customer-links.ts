import type { Language } from '../../core/messages/messages.ts'
import type { Backend } from '../backend.ts'
import { digest, signature } from '../secrets.ts'
import { findCustomers } from '../store/customer.ts'
import { saveNewLinks } from '../store/invitation.ts'
import { findLinks, type OwnLink } from '../store/link.ts'
import type { Survey } from '../store/survey.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

/** What is asked for customers of one survey. Who has a link of the wave already keeps it as it is. */
export type AskedLinks = {
  customers: { customerId: string; language?: Language | undefined }[]
  /** Names a further round of links; '' for the first. */
  wave: string
  /** The last day on which the links can be used. */
  expiresOn: string | undefined
}

/**
 * The secret of a customer's own link: a signature over what it is for, so that whoever may make links is given the
 * link again, while the table knows only its hash.
 */
export function customerLinkSecret(
  { signingKey }: Backend,
  workspace: WorkspaceKey,
  surveyId: string,
  { customerId, wave }: { customerId: string; wave: string },
): string {
  return signature(signingKey, 'customer link', workspace.id, surveyId, customerId, wave)
}

/**
 * Makes customers' own links that there are not yet, each with an invitation of what its customer is in the mirror now.
 *
 * @param today In the workspace's time zone.
 * @param operation The client's operation id: a repeat after a crash counts what its first try made as made.
 * @returns How many were made, and how many customers had one before.
 */
export async function madeLinks(
  backend: Backend,
  workspace: WorkspaceKey,
  survey: Survey,
  { customers, wave, expiresOn }: AskedLinks,
  { today, operation }: { today: string; operation: string },
): Promise<{ made: number; kept: number }> {
  const ids = customers.map(({ customerId }) => customerId)
  const hashes = ids.map((customerId) =>
    digest(customerLinkSecret(backend, workspace, survey.id, { customerId, wave })),
  )
  const [there, mirrored] = await Promise.all([
    findLinks(backend, workspace, hashes),
    findCustomers(backend, workspace, ids),
  ])
  const createdAt = backend.now().toISOString()
  const missing = new Map<string, OwnLink>()
  customers.forEach(({ customerId, language }, i) => {
    if (there.has(hashes[i]!)) return
    const { tier, owner, segment } = mirrored.get(customerId) ?? {}
    const own = { customerId, language, expiresOn, invited: { day: today, tier, owner, segment }, operation }
    missing.set(hashes[i]!, { kind: 'survey', surveyId: survey.id, createdAt, own })
  })
  const stored = await saveNewLinks(backend, workspace, survey, missing)
  const before = [...there.values()].filter(({ own }) => own?.operation === operation)
  const made = stored.size + before.length
  return { made, kept: customers.length - made }
}
