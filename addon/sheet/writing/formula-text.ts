/** A text as a formula spells it: between quotes, which are doubled inside it. It cannot end early. */
export function formulaText(text: string): string {
  return `"${text.replace(/"/g, '""')}"`
}

/**
 * A formula that the add-on composed, for the one writer to enter. Nothing that comes from a form, a cell or the backend
 * can be one; the texts of people in it pass `formulaText`, the names of tabs `tabNotation`.
 */
export class SheetFormula {
  readonly text: string

  /** @param text With its `=`. */
  constructor(text: string) {
    this.text = text
  }
}

/** A tab's name as a formula spells it before `!`: between apostrophes, but where it is a plain word. */
export function tabNotation(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`
}
