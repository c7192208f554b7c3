import { createCipheriv, createDecipheriv, createHmac, hash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

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
 * Secrets of links are signatures too, of what they are for: the table keeps only their hash, and the same operation is
 * given the same secret again at any later time.
 */
export function signature(signingKey: string, ...parts: string[]): string {
  return createHmac('sha256', signingKey).update(JSON.stringify(parts)).digest('base64url')
}

/** A fresh secret of 256 bits, as 43 characters. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * A secret as it may be kept: AES-256-GCM under a key derived (HKDF-SHA256) from the deployment's for these parts alone.
 *
 * @param parts What it belongs to. Sealed for one operation, it can't be opened as another's.
 */
export function sealed(signingKey: string, secret: string, ...parts: string[]): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, sealingKey(signingKey, parts), iv)
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')
}

/** What `sealed` sealed. It throws where that was altered, or belongs to something else. */
export function opened(signingKey: string, text: string, ...parts: string[]): string {
  const bytes = Buffer.from(text, 'base64url')
  const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)]
  const cipher = createDecipheriv(CIPHER, sealingKey(signingKey, parts), iv, { authTagLength: TAG_BYTES }).setAuthTag(
    tag,
  )
  return Buffer.concat([cipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), cipher.final()]).toString('utf8')
}

function sealingKey(signingKey: string, parts: string[]): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', signingKey, '', JSON.stringify(['sealed', ...parts]), 32))
}

export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(digest(a)), Buffer.from(digest(b)))
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
