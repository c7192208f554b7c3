import { createReadStream } from 'node:fs'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * How a file's text is encoded, by its byte order mark or by reading all of it: UTF-8 where every byte fits,
 * else GB18030.
 *
 * @returns `'binary'` where it is no text at all, undefined where it is text in another encoding.
 */
export async function textEncoding(file: string): Promise<TextEncoding | 'binary' | undefined> {
  const candidates = new Map(
    (['utf-8', 'gb18030'] as const).map((name) => [name, new TextDecoder(name, { fatal: true })]),
  )
  let start = true
  for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) {
    const known = start ? wideEncoding(bytes) : undefined
    if (known) return known
    if (isBinary(bytes)) return 'binary'
    start = false
    for (const [name, decoder] of candidates) if (!fits(decoder, bytes, true)) candidates.delete(name)
  }
  for (const [name, decoder] of candidates) if (fits(decoder, new Uint8Array(), false)) return name
  return undefined
}

/** UTF-16 by its mark, or by the zero bytes that Latin text leaves in every second place. */
function wideEncoding(bytes: Buffer): TextEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 200)
  const zeros = (offset: number) =>
    head.filter((byte, at) => at % 2 === offset && byte === 0).length / (head.length / 2)
  if (zeros(1) > 0.7 && zeros(0) < 0.05) return 'utf-16le'
  if (zeros(0) > 0.7 && zeros(1) < 0.05) return 'utf-16be'
  return undefined
}

/** Texts have none of these control characters; archives, images and workbooks do within their first bytes. */
function isBinary(bytes: Buffer): boolean {
  return bytes.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1b && byte !== 0x1a))
}

function fits(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(bytes, { stream })
    return true
  } catch {
    return false
  }
}
