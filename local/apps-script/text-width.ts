/** About how wide a text is in a cell, in pixels at the usual size; Chinese characters are twice as wide. */
export function textWidth(text: string): number {
  return [...text].reduce((width, character) => width + (character > '\u2e7f' ? 14 : 7), 0)
}
