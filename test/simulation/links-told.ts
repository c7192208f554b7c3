import { createHash } from 'node:crypto'
import { type Ledger, wasErased } from './ledger.ts'
import type { Place } from './prepared.ts'

/** A customer's own link of a wave, as clients know it. */
export type OwnLink = {
  place: Place
  customerId: string
  wave: string
  /** Names the source that answers with it. */
  name: string
  path: string | undefined
  /** How many operations asked for it. */
  asked: number
  /** The last days that were asked for; which one holds says who came first. */
  expires: Set<string | undefined>
}

/** The link of a customer; another one once they were erased for good. */
export function linkOf({ links, erased }: Ledger, place: Place, customerId: string, wave: string): OwnLink {
  const times = erased.get(`${place.workspaceId}/${customerId}`) ?? 0
  const name = `own/${customerId}/${wave}/${times}`
  const key = `${place.name}/${name}`
  const link = links.get(key) ?? { place, customerId, wave, name, path: undefined, asked: 0, expires: new Set() }
  links.set(key, link)
  return link
}

/** How many invitations there may be of a link; no saying where its customer was erased between two tries. */
export function mostInvitations(ledger: Ledger, { place, customerId }: OwnLink): number {
  return wasErased(ledger, place.workspaceId, customerId) ? Number.POSITIVE_INFINITY : 1
}

/** By what the table knows a link. */
export function hashOf({ path = '' }: OwnLink): string {
  return createHash('sha256')
    .update(path.slice(path.indexOf('.') + 1))
    .digest('base64url')
}
