import type { Protection, Rect } from '../../../workbench/workbook.ts'
import { ask } from '../ask.ts'
import { emulated, enumeration } from '../emulated.ts'
import { rangeOf } from './range.ts'
import { sheetFacts, workbook } from './workbook.ts'

export const protectionType = enumeration('ProtectionType', ['RANGE', 'SHEET'])

/** Protects a range, or a sheet where there is none; a sheet is protected once. */
export function protect(sheetId: string, range: Rect | null): object {
  const before = range === null ? protectionsWhere((one) => one.sheetId === sheetId, 'SHEET')[0] : undefined
  if (before) return before
  const made = { id: ask('Utilities.getUuid', {}), sheetId, range, description: '', warningOnly: false }
  workbook('setProtection', made)
  return protectionOf(made)
}

/** Protections of a type. */
export function protectionsWhere(wanted: (protection: Protection) => boolean, type: string): object[] {
  return workbook('protections', {})
    .filter((protection) => wanted(protection) && (protection.range === null) === (type === 'SHEET'))
    .map(protectionOf)
}

/** A Protection, whose range is where it is now. Here everybody may edit everything that is protected. */
function protectionOf(found: Protection): object {
  const { id, sheetId } = found
  let { description, warningOnly } = found
  const range = () => workbook('protections', {}).find((one) => one.id === id)?.range ?? null
  const save = () => {
    workbook('setProtection', { id, sheetId, range: range(), description, warningOnly })
    return self
  }
  const self = emulated('Protection', {
    getProtectionType: () => (found.range === null ? 'SHEET' : 'RANGE'),
    getRange() {
      const { maxRows, maxColumns } = sheetFacts(sheetId)
      return rangeOf(range() ?? { sheetId, row: 1, column: 1, rows: maxRows, columns: maxColumns })
    },
    getDescription: () => description,
    isWarningOnly: () => warningOnly,
    canEdit: () => true,
    setDescription(text: string) {
      description = text
      return save()
    },
    setWarningOnly(only: boolean) {
      warningOnly = only
      return save()
    },
    remove() {
      workbook('removeProtection', { id })
    },
  })
  return self
}
