/** A header without what does not count: case, full width, spaces, underscores, hyphens and other marks. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.:/#]/g, '')
}
