import { ruleAt } from '../../../workbench/model/validation-rules.ts'
import type { Rect, ValidationRule } from '../../../workbench/workbook.ts'
import { dataValidation, ruleOf } from './data-validation.ts'
import { checkedGrid } from './range-values.ts'
import { workbook } from './workbook.ts'

/** The methods of Range about data validation and notes. */
export function rangeValidations(rect: Rect) {
  const { sheetId } = rect
  const first = { ...rect, rows: 1, columns: 1 }
  const set = (rules: (Rect & { rule: ValidationRule | null })[]) => workbook('setValidations', { sheetId, rules })
  const read = (place: Rect) => {
    const rules = workbook('validations', { sheetId })
    return grid(place, (row, column) => {
      const rule = ruleAt(rules, row, column)
      return rule === undefined ? null : dataValidation(rule)
    })
  }
  const setNotes = (notes: (string | null)[][]) =>
    workbook('setNotes', { ...rect, notes: notes.map((row) => row.map((note) => note ?? '')) })
  return {
    getDataValidations: () => read(rect),
    getDataValidation: () => read(first)[0]?.[0],
    setDataValidation(rule: unknown) {
      set([{ ...rect, rule: ruleOf(rule) }])
      return this
    },
    setDataValidations(rules: unknown[][]) {
      set(
        columnRuns(
          rect,
          checkedGrid(rules, rect).map((row) => row.map(ruleOf)),
        ),
      )
      return this
    },
    clearDataValidations() {
      set([{ ...rect, rule: null }])
      return this
    },
    getNotes: () => workbook('notes', rect),
    getNote: () => workbook('notes', first)[0]?.[0],
    setNotes(notes: (string | null)[][]) {
      setNotes(checkedGrid(notes, rect))
      return this
    },
    setNote(note: string | null) {
      setNotes(grid(rect, () => note))
      return this
    },
    clearNote() {
      setNotes(grid(rect, () => null))
      return this
    },
  }
}

/** Neighbours below each other of one rule, so that a column of one rule is one range. */
function columnRuns(rect: Rect, rules: (ValidationRule | null)[][]): (Rect & { rule: ValidationRule | null })[] {
  const found: (Rect & { rule: ValidationRule | null })[] = []
  for (let right = 0; right < rect.columns; right++) {
    rules.forEach((row, down) => {
      const rule = row[right] ?? null
      const last = found.at(-1)
      if (down > 0 && last && last.rule === rule) last.rows += 1
      else found.push({ ...rect, row: rect.row + down, column: rect.column + right, rows: 1, columns: 1, rule })
    })
  }
  return found
}

function grid<T>({ row, column, rows, columns }: Rect, at: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (_, right) => at(row + down, column + right)),
  )
}
