/** A field that a statistic can be asked about. */
export type StatisticField = {
  id: string
  /** What people call it: its column's header where it has one. */
  label: string
  type: StatisticFieldType
  /** What rows hold and how it is shown, where it is one of a few. */
  choices?: (readonly [value: string, label: string])[]
  /** Of written answers: they may say who gave them, so they are never shown, grouped by or measured. */
  hidden?: true
}

export type StatisticFieldType = 'text' | 'number' | 'money' | 'date'

/** A column that is no field of its tab is called by its header. */
export const COLUMN = 'column:'

/** What a field is called; one that is not there any more by what is kept of it. */
export function fieldLabel(fields: readonly StatisticField[], id: string): string {
  const found = fields.find((field) => field.id === id)
  return found?.label ?? (id.startsWith(COLUMN) ? id.slice(COLUMN.length) : id)
}

/** What a value is shown as. */
export function choiceLabel(fields: readonly StatisticField[], id: string, value: string): string {
  const choices = fields.find((field) => field.id === id)?.choices
  return choices?.find(([each]) => each.toLowerCase() === value.toLowerCase())?.[1] ?? value
}
