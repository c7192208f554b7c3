import { IShortcutService, KeyCode } from '@univerjs/preset-sheets-core'
import type { Model } from '../model/open-model.ts'

const LIST = 'sheet.formula-embedding-editor.search_function.'
const taking: readonly unknown[] = [KeyCode.ENTER, KeyCode.TAB]

/**
 * Has Enter and Tab take a suggested function only while the list is about what is typed.
 *
 * Univer's list follows 0.3 s after the keys: in `=SUM(A2:A)` the list for names in A stood there still when the bracket
 * and Enter came, and ACCRINT went into the formula.
 */
export function suggestionKeys({ grid }: Model): void {
  const shortcuts = grid.injector.get(IShortcutService)
  const register = shortcuts.registerShortcut.bind(shortcuts)
  let typedSince = false
  shortcuts.registerShortcut = (shortcut) => {
    if (!shortcut.id.startsWith(LIST)) return register(shortcut)
    typedSince = false
    return register(taking.includes(shortcut.binding) ? { ...shortcut, preconditions: () => !typedSince } : shortcut)
  }
  const typed = () => {
    typedSince = true
  }
  addEventListener('input', typed, true)
  addEventListener('keydown', ({ key }) => key === 'Backspace' && typed(), true)
}
