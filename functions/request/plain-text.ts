/** What JSON or a form may write that no text keeps; line feeds, tabs and returns are not among them. */
const REMOVED = /(?![\t\n\r])[\p{Cc}\u202d\u202e]/gu

/**
 * A text as it is kept: without control characters and the two that show what follows in another order than it is
 * written. A line that ends as in slides or on old printers ends as any other, half of a character is the replacement
 * character, as a browser's form sends it. All else stays, also what turns the direction of a text for a while: pages
 * keep each text's direction to itself.
 */
export function plainText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\v\f]/g, '\n')
    .replace(REMOVED, '')
}

/** The same value with all of its texts as they are kept; names of fields stay. */
export function plainTexts(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value)
  if (Array.isArray(value)) return value.map(plainTexts)
  if (typeof value !== 'object' || value === null || value instanceof File) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plainTexts(each)]))
}
