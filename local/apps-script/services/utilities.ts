import type { Data } from '../ops.ts'
import { ask } from './ask.ts'
import { emulated, enumeration } from './emulated.ts'
import { exception } from './exception.ts'
import { formatDate } from './format-date.ts'
import { parseDate } from './parse-date.ts'
import { forget } from './spreadsheet/workbook.ts'

/** The global `Utilities`. */
export const utilities = emulated('Utilities', {
  DigestAlgorithm: enumeration('DigestAlgorithm', ['MD5', 'SHA_1', 'SHA_256', 'SHA_512']),
  MacAlgorithm: enumeration('MacAlgorithm', ['HMAC_SHA_1', 'HMAC_SHA_256', 'HMAC_SHA_512']),
  Charset: emulated('Charset', { UTF_8: 'UTF-8', US_ASCII: 'US-ASCII' }),
  formatDate(date: unknown, zone: string, pattern: string) {
    if (!(date instanceof Date))
      throw exception('The parameters do not match the method signature: a Date was expected.')
    return formatDate(date, zone, pattern)
  },
  parseDate,
  sleep(milliseconds: number) {
    if (milliseconds > 300_000) throw exception('Argument is out of range: milliseconds')
    forget()
    ask('Utilities.sleep', { milliseconds })
  },
  getUuid: () => ask('Utilities.getUuid', {}),
  computeDigest: (algorithm: string, value: Data, _charset?: string) =>
    ask('Utilities.computeDigest', { algorithm, value }),
  computeHmacSignature: (algorithm: string, value: Data, key: Data, _charset?: string) =>
    ask('Utilities.computeHmacSignature', { algorithm, value, key }),
  computeHmacSha256Signature: (value: Data, key: Data, _charset?: string) =>
    ask('Utilities.computeHmacSignature', { algorithm: 'HMAC_SHA_256', value, key }),
  base64Encode: (data: Data, _charset?: string) => encoded(data, false),
  base64EncodeWebSafe: (data: Data, _charset?: string) => encoded(data, true),
  base64Decode: (text: string) => ask('Utilities.base64Decode', { encoded: text, webSafe: false }),
  base64DecodeWebSafe: (text: string) => ask('Utilities.base64Decode', { encoded: text, webSafe: true }),
  newBlob: (data: Data, contentType: string | null = null, name: string | null = null) =>
    emulated('Blob', {
      getBytes: () => ask('Utilities.base64Decode', { encoded: encoded(data, false), webSafe: false }),
      getContentType: () => contentType,
      getName: () => name,
      getDataAsString: (charset = 'UTF-8') => ask('Utilities.textOf', { encoded: encoded(data, false), charset }),
    }),
})

function encoded(data: Data, webSafe: boolean): string {
  return ask('Utilities.base64Encode', { data, webSafe })
}
