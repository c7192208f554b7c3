/** Names that people typed one after the other, split at commas of either width, semicolons and line ends. */
export function typedList(text: string): string[] {
  return [...new Set(text.split(/[,，、;；\n]/).map((each) => each.trim()))].filter(Boolean)
}

/** A number as typed; undefined unless it is one within limits. */
export function typedNumber(text: string, least: number, most: number): number | undefined {
  const value = Number(text.trim())
  return text.trim() !== '' && value >= least && value <= most ? value : undefined
}

/** Whether an e-mail address is typed. */
export function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())
}
