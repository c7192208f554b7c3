import type { Cell, ValidationRule } from '../workbook.ts'
import { type Area, changedAreas, intersects, type LineChange, without } from './areas.ts'

/** The rule of each cell of an area. Areas of one sheet do not overlap. */
export type PlacedRule = Area & { rule: ValidationRule }

/** A sheet's rules once an area has another rule, or none. */
export function withRule(rules: readonly PlacedRule[], area: Area, rule: ValidationRule | null): PlacedRule[] {
  const others = rules.flatMap((placed) => without(placed, area).map((left) => ({ ...left, rule: placed.rule })))
  const { row, column, rows, columns } = area
  return rule === null ? others : [...others, { row, column, rows, columns, rule }]
}

/** A sheet's rules once rows or columns were inserted, removed or moved. */
export function changedRules(rules: readonly PlacedRule[], change: LineChange): PlacedRule[] {
  return rules.flatMap((placed) => changedAreas(placed, change).map((area) => ({ ...area, rule: placed.rule })))
}

export function ruleAt(rules: readonly PlacedRule[], row: number, column: number): ValidationRule | undefined {
  return rules.find((placed) => intersects(placed, { row, column, rows: 1, columns: 1 }))?.rule
}

/**
 * The first cell of an area, row by row, whose value a rule refuses outright.
 *
 * @param value The value that a cell would have; rows and columns from 1.
 */
export function firstRefused(
  rules: readonly PlacedRule[],
  area: Area,
  value: (row: number, column: number) => Cell,
): { row: number; column: number; rule: ValidationRule } | undefined {
  const strict = rules.filter((placed) => !placed.rule.allowInvalid && intersects(placed, area))
  if (strict.length === 0) return undefined
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const rule = ruleAt(strict, row, column)
      if (rule && !allows(rule, value(row, column))) return { row, column, rule }
    }
  }
  return undefined
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const url = /^(https?:\/\/)?[^\s/]+\.[^\s/]+(\/\S*)?$/i

/** Whether a cell may hold a value. A blank is always allowed, and so is whatever a formula would have to tell. */
export function allows({ criteria, values }: ValidationRule, value: Cell): boolean {
  if (value === '') return true
  const [a, b] = values as [number, number]
  const text = String(value)
  switch (criteria) {
    case 'VALUE_IN_LIST':
      return (values[0] as Cell[]).some((one) => String(one) === text)
    case 'TEXT_IS_VALID_EMAIL':
      return email.test(text)
    case 'TEXT_IS_VALID_URL':
      return url.test(text)
    case 'DATE_IS_VALID_DATE':
      return typeof value === 'object' && 'date' in value
    case 'CUSTOM_FORMULA':
      return true
    case 'NUMBER_BETWEEN':
      return typeof value === 'number' && value >= a && value <= b
    case 'NUMBER_GREATER_THAN':
      return typeof value === 'number' && value > a
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return typeof value === 'number' && value >= a
    case 'NUMBER_LESS_THAN':
      return typeof value === 'number' && value < a
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
      return typeof value === 'number' && value <= a
  }
}

/** The sentence with which Sheets refuses what a script writes. */
export function refusedSentence(cell: string, { criteria, values }: ValidationRule): string {
  const sentence = `The data that you entered in cell ${cell} violates the data validation rules set on this cell.`
  if (criteria !== 'VALUE_IN_LIST') return sentence
  return `${sentence} Please enter one of the following values: ${(values[0] as Cell[]).join(', ')}.`
}
