import type { MemorySheet } from '../../local/apps-script/memory-sheet.ts'
import { headersOf, MINE, type Place, RENAMED } from './place.ts'
import { noteOf } from './snapshot.ts'

/** What a person does before an action, the `step`th, to the tabs that there are then. */
export type Move = (place: Place, step: number) => Promise<void> | void

/** Every tab that there is, the team's and the add-on's, is moved before each action. */
export const moves: Record<string, Move> = {
  'sorting every tab': sorted,
  'inserting columns and blank rows': inserted,
  'renaming headers and tabs': renamed,
  'moving columns': turned,
  'duplicating tabs, which take their names': duplicated,
  'all of it, in a copy of the spreadsheet': async (place, step) => {
    inserted(place)
    renamed(place)
    turned(place)
    sorted(place, step)
    if (step > 0) return
    duplicated(place)
    await copied(place, step)
  },
}

/** By another column each time. */
function sorted(place: Place, step: number): void {
  for (const { tab } of place.tabs()) {
    const { lastRow, lastColumn } = tab.facts()
    if (lastRow > 2) tab.sort(2, ((step * 5) % lastColumn) + 1, step % 2 === 0)
  }
}

/** Once for each tab: a column of the person's own before the first, with a note on each row; blank ones and blank rows. */
function inserted(place: Place): void {
  for (const { name, tab } of place.tabs()) {
    const header = headersOf(tab)
    if (tab.facts().lastRow < 2 || header.includes(MINE) || isWrittenWhole(name)) continue
    const notes = tab.table().map((row) => row.some((cell) => cell !== '') && noteOf(name, header, row))
    tab.insert('columns', 2, 2)
    tab.insert('columns', 0, 1)
    notes.forEach((note, row) => {
      tab.type(row + 1, 1, row === 0 ? MINE : note || '')
    })
    tab.insert('rows', 1, 1)
    tab.insert('rows', Math.floor(tab.facts().lastRow / 2) + 1, 2)
  }
}

/** What the add-on writes anew from the first cell to the last, or to a tab of its own where a person wrote into it. */
export function isWrittenWhole(name: string): boolean {
  return /^(Score parts|KPI sheet|Tier movement|Needs attention|For automation|Value by source)/.test(name)
}

function renamed(place: Place): void {
  for (const { name, tab } of place.tabs()) {
    if (!tab.name.startsWith(RENAMED)) tab.name = `${RENAMED}${tab.name}`
    if (!isWrittenWhole(name) || name === 'Score parts') renameHeaders(tab)
  }
}

function renameHeaders(tab: MemorySheet): void {
  const [header = []] = tab.table()
  header.forEach((cell, at) => {
    const text = String(cell)
    if (text === '' || text === MINE || text.startsWith(RENAMED) || text.startsWith('=')) return
    tab.type(1, at + 1, `${RENAMED}${text}`)
  })
}

/** The first column goes to the end. */
function turned(place: Place): void {
  for (const { tab } of place.tabs()) tab.moveColumns(0, 1, tab.facts().lastColumn)
}

/** Once for each tab; the copy is called what the tab was called. */
function duplicated(place: Place): void {
  for (const { name, tab } of place.tabs()) {
    if (tab.facts().lastRow < 2 || tab.name !== name.replace(/^/, tab.name.startsWith(RENAMED) ? RENAMED : '')) continue
    const copy = place.sheet.book.duplicate(tab.id)
    place.duplicates.set(copy.id, copy.table())
    copy.name = tab.name
    tab.name = `old ${tab.name}`
  }
}

async function copied(place: Place, step: number): Promise<void> {
  if (step > 0) return
  place.sheet = await place.sheet.copySpreadsheet()
}
