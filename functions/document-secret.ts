import type { Backend } from './backend.ts'
import { digest, newSecret, opened, sealed } from './secrets.ts'
import type { Operation } from './store/operation.ts'
import type { Partition } from './store/workspace-key.ts'

/** What an operation keeps of the key that it made. */
export type KeptKey = { keyId: string; sealed: string }

/**
 * The secret of a new document key: 256 random bits, found by their hash. They are kept nowhere but in the result of the
 * operation that asked for them, sealed for it, so that its repeat is given the same key.
 *
 * @param place Where the operation is recorded.
 */
export function newKey({ signingKey }: Pick<Backend, 'signingKey'>, place: Partition, operation: Operation): KeptKey {
  const secret = newSecret()
  return { keyId: digest(secret), sealed: sealed(signingKey, secret, 'document key', place, operation.id) }
}

/** The secret of the key that an operation made. */
export function secretOf(
  { signingKey }: Pick<Backend, 'signingKey'>,
  place: Partition,
  operation: Operation,
  kept: KeptKey,
): string {
  return opened(signingKey, kept.sealed, 'document key', place, operation.id)
}
