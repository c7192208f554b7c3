import type { ICommandInfo, IMutationInfo, IRange } from '@univerjs/core'
import type { Cell, Protection, Rect } from '../workbook.ts'
import type { Answers } from './answers.ts'
import { changedAreas, type LineChange } from './areas.ts'
import { customOf, customParams, setCustomId, setCustomUndoably } from './custom.ts'
import type { Grid } from './grid.ts'
import { changedRules, firstRefused, type PlacedRule, refusedSentence, withRule } from './validation-rules.ts'

/** A sheet's data validation. */
export function rulesOf(grid: Grid, sheetId: string): PlacedRule[] {
  return (customOf(grid, sheetId, 'validations') as PlacedRule[] | undefined) ?? []
}

/** A sheet's protections; a range of none is the whole sheet. A copied sheet has none of those of its original. */
export function protectionsOf(grid: Grid, sheetId: string): Protection[] {
  const kept = (customOf(grid, sheetId, 'protections') as Protection[] | undefined) ?? []
  return kept.filter((protection) => protection.sheetId === sheetId)
}

/** The operations on data validation and protection. */
export function ruleOperations(grid: Grid) {
  const sheetIds = () => grid.workbook.getSheets().map((sheet) => sheet.getSheetId())
  return {
    validations: ({ sheetId }) => rulesOf(grid, sheetId).map((placed) => ({ ...placed, sheetId })),
    setValidations({ sheetId, rules }) {
      const changed = rules.reduce((all, { rule, ...area }) => withRule(all, area, rule), rulesOf(grid, sheetId))
      setCustomUndoably(grid, sheetId, 'validations', changed)
      return null
    },
    protections: () => sheetIds().flatMap((sheetId) => protectionsOf(grid, sheetId)),
    setProtection(p) {
      const others = protectionsOf(grid, p.sheetId).filter(({ id }) => id !== p.id)
      setCustomUndoably(grid, p.sheetId, 'protections', [...others, p])
      return null
    },
    removeProtection({ id }) {
      for (const sheetId of sheetIds()) {
        const all = protectionsOf(grid, sheetId)
        const left = all.filter((one) => one.id !== id)
        if (left.length < all.length) setCustomUndoably(grid, sheetId, 'protections', left)
      }
      return null
    },
  } satisfies Partial<Answers>
}

/** @throws Error with Sheets' sentence where a rule refuses one of the values that a script would write. */
export function checkRules(grid: Grid, rect: Rect, value: (row: number, column: number) => Cell): void {
  const refused = firstRefused(rulesOf(grid, rect.sheetId), rect, value)
  if (refused === undefined) return
  const { row, column, rule } = refused
  throw new Error(refusedSentence(`${grid.parts.core.Tools.chatAtABC(column - 1)}${row}`, rule))
}

/** Has validation and protection go along with rows and columns that are inserted, deleted and moved, and back. */
export function movePlacedRules(grid: Grid): void {
  const { core, sheets } = grid.parts
  let sheetId = ''
  // Univer tells the sheet with the command alone, not with what it asks of those that go along.
  grid.injector.get(core.ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (/^sheet\.command\.(insert|remove|move)-(row|col)/.test(id)) {
      const given = (params as { subUnitId?: string } | undefined)?.subUnitId
      sheetId = given ?? grid.workbook.getActiveSheet().getSheetId()
    }
  })
  grid.injector.get(sheets.SheetInterceptorService).interceptCommand({
    getMutations(info) {
      const change = lineChange(grid, sheetId, info)
      return change === undefined ? { redos: [], undos: [] } : mutations(grid, sheetId, change)
    },
  })
}

function mutations(
  grid: Grid,
  sheetId: string,
  change: LineChange,
): { redos: IMutationInfo[]; undos: IMutationInfo[] } {
  const rules = rulesOf(grid, sheetId)
  const protections = protectionsOf(grid, sheetId)
  const set = (key: string, value: unknown) => ({ id: setCustomId, params: customParams(grid, sheetId, key, value) })
  const both: [string, unknown[], unknown[]][] = [
    ['validations', rules, changedRules(rules, change)],
    ['protections', protections, protections.flatMap((one) => changedProtection(one, change))],
  ]
  const there = both.filter(([, before]) => before.length > 0)
  return {
    redos: there.map(([key, , after]) => set(key, after)),
    undos: there.map(([key, before]) => set(key, before)),
  }
}

/** A range that a move tears apart stays protected from its first to its last cell. */
function changedProtection(protection: Protection, change: LineChange): Protection[] {
  const { range, sheetId } = protection
  if (range === null) return [protection]
  return changedAreas(range, change)
    .slice(0, 1)
    .map((area) => ({ ...protection, range: { ...area, sheetId } }))
}

function lineChange(grid: Grid, sheetId: string, { id, params }: Readonly<ICommandInfo>): LineChange | undefined {
  const ids = grid.parts.sheets.EffectRefRangId
  const { range, fromRange, toRange } = (params ?? {}) as { range?: IRange; fromRange?: IRange; toRange?: IRange }
  const rows = (of: IRange) => ({ axis: 'row' as const, at: of.startRow + 1, count: of.endRow - of.startRow + 1 })
  const columns = (of: IRange) => {
    return { axis: 'column' as const, at: of.startColumn + 1, count: of.endColumn - of.startColumn + 1 }
  }
  if (range && id === ids.InsertRowCommandId) {
    return { kind: 'insert', ...rows(range), atEnd: range.startRow === grid.sheet(sheetId).getRowCount() }
  }
  if (range && id === ids.InsertColCommandId) {
    return { kind: 'insert', ...columns(range), atEnd: range.startColumn === grid.sheet(sheetId).getColumnCount() }
  }
  if (range && id === ids.RemoveRowCommandId) return { kind: 'remove', ...rows(range) }
  if (range && id === ids.RemoveColCommandId) return { kind: 'remove', ...columns(range) }
  if (!fromRange || !toRange) return undefined
  const moved = range ?? selectedAround(grid, fromRange)
  if (id === ids.MoveRowsCommandId) return { kind: 'move', ...rows(moved), before: toRange.startRow + 1 }
  if (id === ids.MoveColsCommandId) return { kind: 'move', ...columns(moved), before: toRange.startColumn + 1 }
  return undefined
}

/** What a person drags is the selection that they took hold of. */
function selectedAround(grid: Grid, from: IRange): IRange {
  const selections = grid.injector.get(grid.parts.sheets.SheetsSelectionsService).getCurrentSelections()
  const { Rectangle } = grid.parts.core
  return selections.find(({ range }) => Rectangle.intersects(range, from))?.range ?? from
}
