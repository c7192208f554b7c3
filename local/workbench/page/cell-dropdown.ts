import { ComponentManager, SheetCanvasPopManagerService, SheetsSelectionsService } from '@univerjs/preset-sheets-core'
import { createElement } from 'react'
import type { Model } from '../model/open-model.ts'
import { rulesOf } from '../model/placed-rules.ts'
import { ruleAt } from '../model/validation-rules.ts'
import type { Rect } from '../workbook.ts'
import { element } from './element.ts'

const componentKey = 'tiersheet-dropdown'

/** Beside the selected cell, the values that its rule lists: an arrow opens them, Alt and the down key too. */
export function cellDropdown(model: Model, container: HTMLElement, caption: () => string): void {
  const { grid } = model
  const popups = grid.injector.get(SheetCanvasPopManagerService)
  let shown: { dispose(): void } | undefined
  let place: Rect | undefined
  let open: () => void = () => {}

  grid.injector.get(ComponentManager).register(componentKey, () =>
    createElement('div', {
      className: 'wb-dropdown',
      ref: (node: HTMLElement | null) => {
        if (node && node.childElementCount === 0) fill(node)
      },
    }),
  )
  grid.injector.get(SheetsSelectionsService).selectionChanged$.subscribe(show)
  model.onChange(() => {
    if (place && (shown === undefined) !== (listAt(place) === undefined)) show()
  })
  container.addEventListener(
    'keydown',
    (event) => {
      if (!shown || event.key !== 'ArrowDown' || !event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      open()
    },
    { capture: true },
  )

  function show(): void {
    shown?.dispose()
    shown = undefined
    place = selectedCell()
    if (!place || !listAt(place)) return
    const popup = { componentKey, direction: 'horizontal' as const, offset: [0, 0] as [number, number] }
    shown = popups.attachPopupToCell(place.row - 1, place.column - 1, popup) ?? undefined
  }

  function fill(node: HTMLElement): void {
    const cell = place
    const list = element('ul', { role: 'listbox', 'aria-label': caption(), hidden: true })
    const button = element('button', { 'aria-haspopup': 'listbox', 'aria-label': caption(), title: caption() }, '▾')
    const items = (cell ? (listAt(cell) ?? []) : []).map((value) => {
      const choose = () => {
        close()
        if (cell) void model.call('setValues', { ...cell, values: [[value]] })
      }
      return element('li', { role: 'option', tabindex: -1, onclick: choose }, value)
    })
    list.append(...items)
    node.append(button, list)
    open = () => {
      list.hidden = false
      items[0]?.focus()
    }
    const close = () => {
      list.hidden = true
      container.querySelector<HTMLElement>('[tabindex]')?.focus()
    }
    button.addEventListener('click', () => (list.hidden ? open() : close()))
    list.addEventListener('keydown', (event) => {
      const at = items.indexOf(document.activeElement as HTMLLIElement)
      if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus()
      else if (event.key === 'ArrowUp') items.at(at - 1)?.focus()
      else if (event.key === 'Enter') items[at]?.click()
      else if (event.key === 'Escape') close()
      else return
      event.preventDefault()
      event.stopPropagation()
    })
  }

  function selectedCell(): Rect | undefined {
    const selection = grid.injector.get(SheetsSelectionsService).getCurrentLastSelection()
    if (!selection?.primary) return undefined
    const { actualRow, actualColumn } = selection.primary
    const sheetId = grid.workbook.getActiveSheet().getSheetId()
    return { sheetId, row: actualRow + 1, column: actualColumn + 1, rows: 1, columns: 1 }
  }

  /** The values of the cell's rule, where it lists some and shows them. */
  function listAt({ sheetId, row, column }: Rect): string[] | undefined {
    const rule = ruleAt(rulesOf(grid, sheetId), row, column)
    return rule?.criteria === 'VALUE_IN_LIST' && rule.values[1] === true ? (rule.values[0] as string[]) : undefined
  }
}
