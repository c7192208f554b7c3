import { createHash, createHmac, randomUUID } from 'node:crypto'
import type { Data, WorkerOps } from './ops.ts'

type Answers = { [O in keyof WorkerOps]: (params: Parameters<WorkerOps[O]>[0]) => ReturnType<WorkerOps[O]> }

/** What Utilities asks that the worker can do by itself. */
export const workerOps: Answers = {
  'Utilities.sleep': ({ milliseconds }) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
    return null
  },
  'Utilities.getUuid': () => randomUUID(),
  'Utilities.computeDigest': ({ algorithm, value }) =>
    signed(createHash(nodeName(algorithm)).update(bytes(value)).digest()),
  'Utilities.computeHmacSignature': ({ algorithm, value, key }) =>
    signed(createHmac(nodeName(algorithm), bytes(key)).update(bytes(value)).digest()),
  'Utilities.base64Encode': ({ data, webSafe }) => {
    const encoded = bytes(data).toString('base64')
    return webSafe ? encoded.replaceAll('+', '-').replaceAll('/', '_') : encoded
  },
  'Utilities.base64Decode': ({ encoded, webSafe }) => signed(Buffer.from(encoded, webSafe ? 'base64url' : 'base64')),
  'Utilities.textOf': ({ encoded, charset }) => new TextDecoder(charset).decode(Buffer.from(encoded, 'base64')),
}

/** `SHA_256` and `HMAC_SHA_256` are `sha256` in Node. */
function nodeName(algorithm: string): string {
  return algorithm
    .replace(/^HMAC_/, '')
    .replace('_', '')
    .toLowerCase()
}

function bytes(data: Data): Buffer {
  return typeof data === 'string' ? Buffer.from(data, 'utf8') : Buffer.from(Int8Array.from(data).buffer)
}

function signed(buffer: Buffer): number[] {
  return [...new Int8Array(buffer)]
}
