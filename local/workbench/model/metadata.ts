import type { CustomData, Worksheet } from '@univerjs/core'
import type { Metadata, MetadataPlace } from '../workbook.ts'
import type { Answers } from './answers.ts'
import { setCustom } from './custom.ts'
import type { Grid } from './grid.ts'

/** As it is kept with its row, column, sheet or workbook: Univer moves, copies and undoes it together with them. */
type Kept = Omit<Metadata, 'place'>

/** The operations on developer metadata. */
export function metadataOperations(
  grid: Grid,
): Pick<Answers, 'metadata' | 'addMetadata' | 'changeMetadata' | 'removeMetadata'> {
  function add({ place, ...kept }: Metadata) {
    setKept(grid, place, [...keptAt(grid, place), kept])
    return null
  }
  function remove(id: number) {
    const found = [...entries(grid)].find((entry) => entry.metadata.id === id)
    if (!found) throw new Error('The developer metadata does not exist.')
    const { place } = found.metadata
    const left = keptAt(grid, place).filter((kept) => kept !== found.kept)
    setKept(grid, place, left)
    return null
  }
  return {
    metadata: () => [...entries(grid)].map(({ metadata }) => metadata),
    addMetadata: (p) => add({ ...p, id: Math.floor(Math.random() * 2 ** 31) }),
    changeMetadata(p) {
      remove(p.id)
      return add(p)
    },
    removeMetadata: ({ id }) => remove(id),
  }
}

/** Each metadata, with what it is kept as. A copied sheet has its own ids, so that one id names one of them. */
function* entries(grid: Grid): Generator<{ metadata: Metadata; kept: Kept }> {
  const taken = new Set<number>()
  for (const place of places(grid)) {
    for (const kept of keptAt(grid, place)) {
      const id = taken.has(kept.id) && 'sheetId' in place ? ownId(kept.id, place.sheetId) : kept.id
      taken.add(id)
      yield { metadata: { ...kept, id, place }, kept }
    }
  }
}

function* places(grid: Grid): Generator<MetadataPlace> {
  yield { type: 'SPREADSHEET' }
  for (const sheet of grid.workbook.getSheets()) {
    const sheetId = sheet.getSheetId()
    yield { type: 'SHEET', sheetId }
    for (const type of ['COLUMN', 'ROW'] as const) {
      const all = lines(sheet, type)
      // A row that was ever measured is among them: fifty thousand are no rarity.
      for (const index in all) if (all[index]?.custom) yield { type, sheetId, index: Number(index) + 1 }
    }
  }
}

function lines(sheet: Worksheet, type: 'COLUMN' | 'ROW'): Record<number, { custom?: CustomData } | undefined> {
  return type === 'COLUMN' ? sheet.getColumnManager().getColumnData() : sheet.getRowManager().getRowData()
}

function keptAt(grid: Grid, place: MetadataPlace): Kept[] {
  return (customAt(grid, place)?.metadata as Kept[] | undefined) ?? []
}

function customAt(grid: Grid, place: MetadataPlace): CustomData | undefined {
  if (place.type === 'SPREADSHEET') return grid.workbook.getSnapshot().custom
  const sheet = grid.sheet(place.sheetId)
  return place.type === 'SHEET' ? sheet.getConfig().custom : lines(sheet, place.type)[place.index - 1]?.custom
}

function setKept(grid: Grid, place: MetadataPlace, metadata: Kept[]): void {
  const { core, sheets } = grid.parts
  if (place.type === 'SPREADSHEET') setCustom(grid, undefined, 'metadata', metadata)
  else if (place.type === 'SHEET') setCustom(grid, place.sheetId, 'metadata', metadata)
  else {
    const custom = { ...customAt(grid, place), metadata }
    const [id, data] =
      place.type === 'COLUMN' ? [sheets.SetColDataMutation.id, 'columnData'] : [sheets.SetRowDataMutation.id, 'rowData']
    const params = { unitId: grid.unitId, subUnitId: place.sheetId, [data]: { [place.index - 1]: { custom } } }
    grid.injector.get(core.ICommandService).syncExecuteCommand(id, params)
  }
}

/** The same number each time for an id on a sheet. */
function ownId(id: number, sheetId: string): number {
  let hash = id
  for (const character of sheetId) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 1
  return hash
}
