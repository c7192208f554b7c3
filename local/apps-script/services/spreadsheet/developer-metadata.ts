import type { Metadata, MetadataPlace, Rect } from '../../../workbench/workbook.ts'
import { emulated } from '../emulated.ts'
import { exception } from '../exception.ts'
import { metadataFinder } from './metadata-finder.ts'
import { metadataLocation } from './metadata-location.ts'
import { rectOf } from './range.ts'
import { sheetIdOf } from './sheet.ts'
import { allMetadata, sheetFacts, workbook } from './workbook.ts'

/** A value of Google's enumeration: an object, so that `addDeveloperMetadata(key, x)` tells it from a value. */
class Visibility {
  readonly name: () => Metadata['visibility']
  readonly toString: () => string
  constructor(name: Metadata['visibility']) {
    this.name = () => name
    this.toString = () => name
  }
}

const visibilities = { DOCUMENT: new Visibility('DOCUMENT'), PROJECT: new Visibility('PROJECT') }

export const developerMetadataVisibility = emulated('DeveloperMetadataVisibility', visibilities)

/** What Range, Sheet and Spreadsheet have to do with developer metadata: `place` is undefined where there can be none. */
export function metadataMethods(scope: MetadataScope, place: () => MetadataPlace | undefined) {
  return {
    addDeveloperMetadata(key: string, second?: unknown, third?: unknown) {
      const given = second instanceof Visibility ? second : third
      const value = second instanceof Visibility || second === undefined || second === null ? null : String(second)
      const visibility = given instanceof Visibility ? given.name() : 'DOCUMENT'
      workbook('addMetadata', { place: place() ?? noPlace(), key: checkedKey(key), value, visibility })
      return this
    },
    getDeveloperMetadata() {
      const wanted = JSON.stringify(place())
      return allMetadata()
        .filter((metadata) => JSON.stringify(metadata.place) === wanted)
        .map(developerMetadata)
    },
    createDeveloperMetadataFinder: () => metadataFinder(scope),
  }
}

/** Where a finder looks: everywhere, on one sheet, or in a range of one. */
export type MetadataScope = { sheetId?: string; rect?: Rect }

/** The row or column that a range is, undefined where it is neither. */
export function linePlace({ sheetId, row, column, rows, columns }: Rect): MetadataPlace | undefined {
  const { maxRows, maxColumns } = sheetFacts(sheetId)
  if (columns === 1 && rows === maxRows) return { type: 'COLUMN', sheetId, index: column }
  if (rows === 1 && columns === maxColumns) return { type: 'ROW', sheetId, index: row }
  return undefined
}

function noPlace(): never {
  throw exception(
    'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added ' +
      'to the top-level spreadsheet, an individual sheet, or an entire row or column.',
  )
}

/** One DeveloperMetadata: what it says as it was found or last set, where it is as it is now. */
export function developerMetadata(found: Metadata): object {
  let { key, value, visibility } = found
  const { id } = found
  const place = () => {
    const now = allMetadata().find((metadata) => metadata.id === id)
    if (now === undefined) throw exception('The developer metadata does not exist.')
    return now.place
  }
  const changed = (newPlace: MetadataPlace = place()) => {
    workbook('changeMetadata', { id, key, value, visibility, place: newPlace })
    return self
  }
  const self = emulated('DeveloperMetadata', {
    getId: () => id,
    getKey: () => key,
    getValue: () => value,
    getVisibility: () => visibilities[visibility],
    getLocation: () => metadataLocation(place()),
    setKey(newKey: string) {
      key = checkedKey(newKey)
      return changed()
    },
    setValue(newValue: string) {
      value = String(newValue)
      return changed()
    },
    setVisibility(newVisibility: Visibility) {
      visibility = newVisibility.name()
      return changed()
    },
    moveToColumn: (range: unknown) => changed(linePlace(rectOf(range)) ?? noPlace()),
    moveToRow: (range: unknown) => changed(linePlace(rectOf(range)) ?? noPlace()),
    moveToSheet: (sheet: object) => changed({ type: 'SHEET', sheetId: sheetIdOf(sheet) ?? '' }),
    moveToSpreadsheet: () => changed({ type: 'SPREADSHEET' }),
    remove() {
      workbook('removeMetadata', { id })
    },
  })
  return self
}

function checkedKey(key: unknown): string {
  if (typeof key !== 'string' || key === '') throw exception('The developer metadata key must not be empty.')
  return key
}
