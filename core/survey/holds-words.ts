/** Whether a comment holds what somebody searches: every word of it, in any case and width. */
export function holdsWords(text: string, search: string): boolean {
  const words = folded(text)
  return folded(search)
    .split(/\s+/)
    .every((word) => words.includes(word))
}

/** A text in one case and width, as words are compared. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}
