import type { Rect } from '../../../workbench/workbook.ts'
import { emulated } from '../emulated.ts'
import { type Range, rangeOf } from './range.ts'
import { workbook } from './workbook.ts'

/** A TextFinder over what a range's cells show, row by row. It finds; to replace is not emulated. */
export function textFinder(rect: Rect, text: string): object {
  const how = { matchCase: false, entireCell: false, regularExpression: false }
  const set = (part: keyof typeof how) => (on: boolean) => {
    how[part] = on
    return self
  }
  const find = (): Range[] =>
    workbook('find', { ...rect, pattern: patternOf(text, how), matchCase: how.matchCase }).map(([row, column]) =>
      rangeOf({ sheetId: rect.sheetId, row, column, rows: 1, columns: 1 }),
    )
  const self = emulated('TextFinder', {
    matchCase: set('matchCase'),
    matchEntireCell: set('entireCell'),
    useRegularExpression: set('regularExpression'),
    findAll: find,
    findNext: () => find()[0] ?? null,
  })
  return self
}

function patternOf(
  text: string,
  { entireCell, regularExpression }: { entireCell: boolean; regularExpression: boolean },
) {
  const pattern = regularExpression ? text : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return entireCell ? `^(?:${pattern})$` : pattern
}
