/** A text in one case and width, without outer spaces: as words of people are compared. */
export function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
