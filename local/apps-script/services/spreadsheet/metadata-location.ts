import type { MetadataPlace } from '../../../workbench/workbook.ts'
import { emulated, enumeration } from '../emulated.ts'
import { checkedRect, rangeOf } from './range.ts'
import { sheetOf } from './sheet.ts'
import { spreadsheet } from './spreadsheet.ts'
import { sheetFacts } from './workbook.ts'

export const developerMetadataLocationType = enumeration('DeveloperMetadataLocationType', [
  'SPREADSHEET',
  'SHEET',
  'ROW',
  'COLUMN',
])

/** A DeveloperMetadataLocation: null for what it is not. */
export function metadataLocation(place: MetadataPlace): object {
  const line = (type: 'ROW' | 'COLUMN') => {
    if (place.type !== type) return null
    const { maxRows, maxColumns } = sheetFacts(place.sheetId)
    const row = type === 'ROW' ? place.index : 1
    const column = type === 'COLUMN' ? place.index : 1
    const [rows, columns] = type === 'ROW' ? [1, maxColumns] : [maxRows, 1]
    return rangeOf(checkedRect(place.sheetId, row, column, rows, columns))
  }
  return emulated('DeveloperMetadataLocation', {
    getLocationType: () => place.type,
    getSpreadsheet: () => (place.type === 'SPREADSHEET' ? spreadsheet() : null),
    getSheet: () => (place.type === 'SHEET' ? sheetOf(place.sheetId) : null),
    getRow: () => line('ROW'),
    getColumn: () => line('COLUMN'),
  })
}
