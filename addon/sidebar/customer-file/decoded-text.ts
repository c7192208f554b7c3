/**
 * The text of a file: UTF-16 by its mark or its zero bytes, UTF-8 where every byte fits, else GB18030 where bytes above
 * ASCII come in pairs, as Chinese characters do, and Windows-1252 where they stand alone, as ü and é do.
 *
 * @returns 'binary' where it is no text at all, 'unknown' where it is text in another encoding.
 */
export function decodedText(bytes: Uint8Array): { text: string } | 'binary' | 'unknown' {
  const wide = wideEncoding(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes) }
  if (bytes.subarray(0, 4_000).some((byte) => byte < 9 || (byte > 13 && byte < 27 && byte !== 26))) return 'binary'
  for (const encoding of ['utf-8', standAlone(bytes) ? 'windows-1252' : 'gb18030']) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
    } catch {}
  }
  return 'unknown'
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 200)
  const zeros = (place: number) => head.filter((byte, at) => at % 2 === place && byte === 0).length / (head.length / 2)
  if (zeros(1) > 0.7 && zeros(0) < 0.05) return 'utf-16le'
  return zeros(0) > 0.7 && zeros(1) < 0.05 ? 'utf-16be' : undefined
}

function standAlone(bytes: Uint8Array): boolean {
  let pairs = 0
  let alone = 0
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] as number) < 0x80) continue
    const isPair = (bytes[at] as number) > 0xa0 && (bytes[at + 1] ?? 0) > 0xa0
    if (isPair) pairs++
    else alone++
    if (isPair) at++
  }
  return alone > pairs
}
