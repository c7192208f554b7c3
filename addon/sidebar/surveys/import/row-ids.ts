/**
 * What rows of a tab are known by: the SHA-256 digests, in hexadecimal, of their contents and of the tab that they are
 * in, so that a row keeps its id wherever it is sorted to.
 */
export async function rowIds(tab: number, contents: readonly string[]): Promise<string[]> {
  const encoder = new TextEncoder()
  const digest = (content: string) => crypto.subtle.digest('SHA-256', encoder.encode(`${tab}#${content}`))
  return (await Promise.all(contents.map(digest))).map(hexadecimal)
}

function hexadecimal(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
