import { type ChangeText, changeOfText } from '../../core/customer-file/change-text.ts'
import type { FileChange } from '../../core/customer-file/file-change.ts'
import { type LinkChange, linkOfText } from '../../core/customer-file/link-change.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { findHeader, requiredField } from '../sheet/tabs/bound-tab.ts'
import type { FileAction } from './file-actions.ts'

export type ActionChanges = { file: FileChange[]; links: LinkChange[] }

/** What an action wrote ahead in the Change history, in that order; read from where it began, or as a whole where it moved. */
export function actionChanges({ id, firstRow, recorded }: FileAction): ActionChanges {
  const texts = changeTexts(id, firstRow)
  const all = texts.length < recorded && firstRow > 2 ? changeTexts(id, 2) : texts
  const links = all.map(linkOfText)
  return {
    file: all.flatMap((text, at) => (links[at] ? [] : (changeOfText(text) ?? []))),
    links: links.flatMap((link) => link ?? []),
  }
}

function changeTexts(actionId: string, firstRow: number): ChangeText[] {
  const tab = findHeader('changes')
  const count = (tab?.sheet.getLastRow() ?? 0) - firstRow + 1
  if (!tab || count < 1) return []
  const fields = ['actionId', 'customerId', 'field', 'before', 'after'] as const
  const [idAt, ...at] = fields.map((field) => requiredField(tab, field))
  const rows = tab.sheet.getRange(firstRow, 1, count, tab.header.length).getValues() as CellValue[][]
  return rows.flatMap((row) => {
    if (row[idAt as number] !== actionId) return []
    const [customerId = '', field = '', before = '', after = ''] = at.map((position) => String(row[position] ?? ''))
    return [{ customerId, field, before, after }]
  })
}
