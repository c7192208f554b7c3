/** What rows are known by: the SHA-256 digests, in hexadecimal, of what tells them apart wherever they are sorted to. */
export async function rowIds(keys: readonly string[]): Promise<string[]> {
  const encoder = new TextEncoder()
  const digest = (key: string) => crypto.subtle.digest('SHA-256', encoder.encode(key))
  return (await Promise.all(keys.map(digest))).map(hexadecimal)
}

function hexadecimal(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
