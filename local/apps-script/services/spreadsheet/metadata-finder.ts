import type { Metadata, MetadataPlace, Rect } from '../../../workbench/workbook.ts'
import { emulated } from '../emulated.ts'
import { developerMetadata, type MetadataScope } from './developer-metadata.ts'
import { allMetadata, sheetFacts } from './workbook.ts'

type Test = (metadata: Metadata) => boolean

/**
 * A DeveloperMetadataFinder: what lies wholly within its scope.
 *
 * In a range, a row or column that only crosses it counts where it looks on intersecting locations.
 */
export function metadataFinder(scope: MetadataScope): object {
  const tests: Test[] = []
  let crossing = false
  const only = (test: Test) => {
    tests.push(test)
    return self
  }
  const self = emulated('DeveloperMetadataFinder', {
    withId: (id: number) => only((metadata) => metadata.id === id),
    withKey: (key: string) => only((metadata) => metadata.key === key),
    withValue: (value: string) => only((metadata) => metadata.value === value),
    withLocationType: (type: string) => only(({ place }) => place.type === type),
    withVisibility: (visibility: object) => only((metadata) => metadata.visibility === String(visibility)),
    onIntersectingLocations() {
      crossing = true
      return self
    },
    find() {
      const inScope = scopeTest(scope, crossing)
      return allMetadata()
        .filter((metadata) => inScope(metadata.place) && tests.every((test) => test(metadata)))
        .map(developerMetadata)
    },
  })
  return self
}

function scopeTest({ sheetId, rect }: MetadataScope, crossing: boolean): (place: MetadataPlace) => boolean {
  if (sheetId === undefined) return () => true
  const onSheet = (place: MetadataPlace) => place.type !== 'SPREADSHEET' && place.sheetId === sheetId
  if (rect === undefined) return onSheet
  const { maxRows, maxColumns } = sheetFacts(sheetId)
  const wholeSheet = rect.rows === maxRows && rect.columns === maxColumns
  return (place) => {
    if (!onSheet(place)) return false
    if (place.type === 'COLUMN') return spans(place.index, rect, 'column') && (crossing || rect.rows === maxRows)
    if (place.type === 'ROW') return spans(place.index, rect, 'row') && (crossing || rect.columns === maxColumns)
    return crossing || wholeSheet
  }
}

function spans(index: number, rect: Rect, by: 'row' | 'column'): boolean {
  return index >= rect[by] && index < rect[by] + rect[`${by}s`]
}
