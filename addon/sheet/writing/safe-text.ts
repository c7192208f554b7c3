/** The number format of plain text: Sheets takes what is entered there as it is. */
export const TEXT_FORMAT = '@'

/** The number format of a cell that nobody has formatted. There an apostrophe keeps what follows as text. */
export const PLAIN_FORMAT = 'General'

/** Begins with a letter or digit, or is a phone number or a negative number: nothing that could begin a formula. */
const harmless = /^(?:[\p{L}\p{N}]|[+(-]{0,2}\d[\d\s()./-]*$)/u

/**
 * How a text goes into a cell so that the cell shows just this text and never runs it: what to enter, and the number
 * format that the cell must have when it is.
 *
 * Text cells take harmless texts as they are. Any other text gets an apostrophe, which Sheets takes off again, in a cell
 * of no text format: that no formula, number, date or error value comes of it does not rest on what Sheets makes of
 * texts in text cells, nor on a list of what may begin a formula.
 *
 * @param format The number format that the cell has, or is to get.
 */
export function safeText(text: string, format: string): { value: string; format: string } {
  if (text === '' || (format === TEXT_FORMAT && harmless.test(text))) return { value: text, format }
  return { value: `'${text}`, format: format === TEXT_FORMAT ? PLAIN_FORMAT : format }
}
