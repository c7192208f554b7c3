/** A row of a list that people add to, take from and put in order; known by its number, whatever is typed into it. */
export type Row<T> = T & { row: number }

let last = 0

export function newRow<T extends object>(fields: T): Row<T> {
  last += 1
  return { ...fields, row: last }
}
