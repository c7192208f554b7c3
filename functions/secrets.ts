import { createHmac, hash, timingSafeEqual } from 'node:crypto'

/** A fresh id of 16 letters, digits, `-` and `_`. */
export function newId(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(12))).toString('base64url')
}

/** SHA-256 of a text, as 43 characters of base64url. */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url')
}

/** SHA-256 of a JSON value, the same whatever the order of its keys. */
export function digestOf(value: unknown): string {
  return digest(JSON.stringify(value, sortedKeys))
}

/**
 * The signature of some parts under the deployment's key.
 *
 * Secrets of links and document keys are signatures too, of the operation that asked for them: the table
 * keeps only their hash, and the same operation is given the same secret again at any later time.
 */
export function signature(signingKey: string, ...parts: string[]): string {
  return createHmac('sha256', signingKey).update(JSON.stringify(parts)).digest('base64url')
}

export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(digest(a)), Buffer.from(digest(b)))
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
