import { InputError } from '../input-error.ts'
import type { CellReader, StatisticCell } from './cell-reader.ts'
import { type Definition, fieldsUsed } from './statistic.ts'
import type { StatisticField } from './statistic-field.ts'

/** So many rows that count are shown. */
export const SHOWN_ROWS = 10

/** How what is stored reads: days are numbers already, and numbers are numbers. */
export const storedReader: CellReader = {
  text: (cell) => String(cell ?? '').trim(),
  number: (cell) => (typeof cell === 'number' ? cell : undefined),
  day: (cell) => (typeof cell === 'number' ? cell : undefined),
}

/** @throws InputError `statisticGrouping` where written answers would be shown: as groups, values or a measure. */
export function refuseHidden({ measure, group }: Definition, fields: readonly StatisticField[]): void {
  const shown = [...('field' in measure ? [measure.field] : []), ...(group ? [group.field] : [])]
  const hidden = fields.find(({ id, hidden }) => hidden && shown.includes(id))
  if (hidden) throw new InputError('statisticGrouping', { field: hidden.label })
}

/** The fields whose values a preview may show, of those that a definition reads. */
export function shownFields(definition: Definition, fields: readonly StatisticField[]): StatisticField[] {
  const used = fieldsUsed(definition)
  return fields.filter(({ id, hidden }) => used.includes(id) && !hidden)
}

/** Rows of fields as a table. */
export function rowsOf(
  fields: readonly string[],
  rows: readonly Readonly<Record<string, StatisticCell>>[],
): { at: Record<string, number>; rows: StatisticCell[][] } {
  return {
    at: Object.fromEntries(fields.map((field, at) => [field, at])),
    rows: rows.map((row) => fields.map((field) => row[field])),
  }
}
