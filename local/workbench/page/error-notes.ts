import { SheetsSelectionsService } from '@univerjs/sheets'
import { HoverManagerService } from '@univerjs/sheets-ui'
import { errorNote } from '../model/display.ts'
import type { Model } from '../model/open-model.ts'
import { element } from './element.ts'

/** Shows the message behind an error while the pointer is over its cell, and reads it out when the cell is selected. */
export function errorNotes(model: Model, container: HTMLElement) {
  const { grid } = model
  const note = element('div', { class: 'wb-note', hidden: true })
  const spoken = element('div', { class: 'wb-spoken', 'aria-live': 'polite' })
  document.body.append(note, spoken)
  let pointer = { x: 0, y: 0 }
  container.addEventListener('pointermove', ({ clientX, clientY }) => {
    pointer = { x: clientX, y: clientY }
  })
  container.addEventListener('pointerleave', () => {
    note.hidden = true
  })
  grid.injector.get(HoverManagerService).currentCell$.subscribe((cell) => {
    const at = cell?.location
    const text = at ? errorNote(grid, at.subUnitId, at.row, at.col) : undefined
    note.hidden = !text
    note.replaceChildren(element('strong', {}, 'Error'), element('p', {}, text ?? ''))
    note.style.left = `${Math.min(pointer.x + 14, innerWidth - 320)}px`
    note.style.top = `${Math.min(pointer.y + 14, innerHeight - 120)}px`
  })
  grid.injector.get(SheetsSelectionsService).selectionChanged$.subscribe((selections) => {
    const cell = selections?.at(-1)?.primary
    const sheet = grid.workbook.getActiveSheet()
    spoken.textContent = (cell && errorNote(grid, sheet.getSheetId(), cell.actualRow, cell.actualColumn)) ?? ''
  })
}
