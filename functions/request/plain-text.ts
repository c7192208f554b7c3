/** What JSON or a form may write that no text keeps; line feeds, tabs and returns are not among them. */
const REMOVED = /(?![\t\n\r])[\p{Cc}\u202d\u202e]/gu

/**
 * A text as it is kept: without control characters and the two that show what follows in another order than it is
 * written. A line that ends as in slides or on old printers ends as any other, half of a character is the replacement
 * character, as a browser's form sends it. What turns the direction of a text for a while stays where it ends within
 * the text; pages keep each text's direction to itself.
 */
export function plainText(text: string): string {
  const plain = text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\v\f]/g, '\n')
    .replace(REMOVED, '')
  return isClosed(plain) ? plain : plain.replace(/[\u2066-\u2069]/g, '')
}

/** Whether every stretch that has a direction of its own ends within the text, and none ends that did not begin there. */
function isClosed(text: string): boolean {
  let open = 0
  for (const sign of text.match(/[\u2066-\u2069]/g) ?? []) {
    open += sign === '\u2069' ? -1 : 1
    if (open < 0) return false
  }
  return open === 0
}

/** The same value with all of its texts as they are kept; names of fields stay. */
export function plainTexts(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value)
  if (Array.isArray(value)) return value.map(plainTexts)
  if (typeof value !== 'object' || value === null || value instanceof File) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plainTexts(each)]))
}
