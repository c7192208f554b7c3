import { InterceptorEffectEnum } from '@univerjs/core'
import {
  CellAlertManagerService,
  CellAlertType,
  HoverManagerService,
  INTERCEPTOR_POINT,
  SheetInterceptorService,
} from '@univerjs/preset-sheets-core'
import { noteAt } from '../model/notes.ts'
import type { Model } from '../model/open-model.ts'
import { rulesOf } from '../model/placed-rules.ts'
import { allows, ruleAt } from '../model/validation-rules.ts'
import { type RuleTexts, ruleText } from './rule-text.ts'

const invalidMark = { tr: { color: '#d93025', size: 6 } }
const noteMark = { tr: { color: '#202124', size: 6 } }
const alertKey = 'tiersheet-note'

/** Marks cells that hold a note or what their rule does not allow, and says which under the pointer. */
export function markCells({ grid }: Model, texts: () => RuleTexts & { invalid: string; note: string }): void {
  grid.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    // Below the mark of errors, which comes first.
    priority: 4,
    effect: InterceptorEffectEnum.Style,
    handler(cell, { subUnitId, row, col, rawData }, next) {
      if (cell?.markers) return next(cell)
      if (brokenRule(subUnitId, row, col)) return next({ ...rawData, ...cell, markers: invalidMark })
      return next(rawData?.custom?.remark ? { ...rawData, ...cell, markers: noteMark } : cell)
    },
  })

  const alerts = grid.injector.get(CellAlertManagerService)
  grid.injector.get(HoverManagerService).currentCell$.subscribe((hovered) => {
    alerts.removeAlert(alertKey)
    if (!hovered) return
    const { location } = hovered
    const rule = brokenRule(location.subUnitId, location.row, location.col)
    const note = noteAt(grid, grid.sheet(location.subUnitId), location.row, location.col)
    if (!rule && !note) return
    alerts.showAlert({
      type: rule ? CellAlertType.WARNING : CellAlertType.INFO,
      title: rule ? texts().invalid : texts().note,
      message: [rule && ruleText(rule, texts()), note].filter(Boolean).join('\n'),
      location,
      width: 260,
      height: 74,
      key: alertKey,
    })
  })

  function brokenRule(sheetId: string, row: number, column: number) {
    const rules = rulesOf(grid, sheetId)
    const rule = rules.length ? ruleAt(rules, row + 1, column + 1) : undefined
    return rule && !allows(rule, grid.value(grid.sheet(sheetId), row, column)) ? rule : undefined
  }
}
