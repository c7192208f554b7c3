/** AWS's sentence about one field that breaks a constraint: `Value 'ab' at 'tableName'`, `have length ...`. */
export function invalid(what: string, constraint: string): string {
  return `1 validation error detected: Value ${what} failed to satisfy constraint: Member must ${constraint}`
}

export function atLeast(length: number): string {
  return `greater than or equal to ${length}`
}
