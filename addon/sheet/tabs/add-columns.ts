import { userMessages } from '../../user-language.ts'
import { writeHeader } from '../writing/write-cells.ts'
import type { TabHeader } from './bound-tab.ts'
import { fieldFormat } from './field-format.ts'
import { markColumns } from './tab-marks.ts'

/**
 * Adds columns for fields at the right of a tab, with header, format and mark.
 *
 * @param headers What to call fields that the kind has no word for.
 */
export function addColumns<T extends TabHeader>(
  tab: T,
  fields: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): T {
  if (fields.length === 0) return tab
  const { sheet, kind } = tab
  const width = tab.header.length
  const words: Record<string, string> = userMessages().tabs[kind].headers
  const added = fields.map((field) => headers[field] ?? words[field] ?? field)
  const missing = width + fields.length - sheet.getMaxColumns()
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing)
  writeHeader(sheet, width, added)
  fields.forEach((field, index) => {
    sheet
      .getRange(2, width + index + 1, Math.max(1, sheet.getMaxRows() - 1), 1)
      .setNumberFormat(fieldFormat(kind, field))
  })
  const header = [...tab.header, ...added]
  const at = { ...tab.at, ...Object.fromEntries(fields.map((field, index) => [field, width + index])) }
  markColumns(sheet, kind, header, at)
  return { ...tab, header, at }
}
