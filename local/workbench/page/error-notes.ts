import { CellAlertManagerService, SheetsSelectionsService } from '@univerjs/preset-sheets-core'
import { errorNote } from '../model/display.ts'
import type { Model } from '../model/open-model.ts'
import { element } from './element.ts'

/** Puts a function's own message into the notice over an error, and reads it out when the cell is selected. */
export function errorNotes({ grid }: Model) {
  const alerts = grid.injector.get(CellAlertManagerService)
  const show = alerts.showAlert.bind(alerts)
  alerts.showAlert = (alert) => {
    const { subUnitId, row, col } = alert.location
    const note = errorNote(grid, subUnitId, row, col)
    show(note ? { ...alert, message: note, width: 300 } : alert)
  }
  const spoken = element('div', { class: 'wb-spoken', 'aria-live': 'polite' })
  document.body.append(spoken)
  grid.injector.get(SheetsSelectionsService).selectionChanged$.subscribe((selections) => {
    const cell = selections?.at(-1)?.primary
    const sheet = grid.workbook.getActiveSheet()
    spoken.textContent = (cell && errorNote(grid, sheet.getSheetId(), cell.actualRow, cell.actualColumn)) ?? ''
  })
}
