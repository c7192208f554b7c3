/** A text as a formula spells it: between quotes, which are doubled inside it. It cannot end early. */
export function formulaText(text: string): string {
  return `"${text.replace(/"/g, '""')}"`
}
