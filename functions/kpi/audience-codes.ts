import type { Backend } from '../backend.ts'
import { signature } from '../secrets.ts'

/** Crockford's: no I, L, O or U, which are misread or spell words. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Of five bits each: 60 bits. */
const LENGTH = 12

/** A one-time code of 60 bits as `ABCD-EFGH-JKMN`: the same operation is given the same again. */
export function audienceCode({ signingKey }: Backend, workspaceId: string, operationId: string): string {
  const bytes = Buffer.from(signature(signingKey, 'audience code', workspaceId, operationId), 'base64url')
  const digits = Array.from({ length: LENGTH }, (_, at) => DIGITS[bytes.readUInt8(at) % DIGITS.length]).join('')
  return digits.match(/.{4}/g)!.join('-')
}

/** The hash that a code is kept under, however it was typed: keyed, since codes are short. */
export function audienceCodeHash({ signingKey }: Backend, typed: string): string {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return signature(signingKey, 'audience code hash', code)
}
