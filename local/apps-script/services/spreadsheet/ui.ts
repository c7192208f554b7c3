import type { AlertButtons, MenuItem } from '../../../workbench/wire.ts'
import { ask } from '../ask.ts'
import { emulated, enumeration } from '../emulated.ts'
import { htmlOf } from '../html-service.ts'
import { forget } from './workbook.ts'

const buttons = enumeration('Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO'])
const buttonSets = enumeration('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL'])

/** What SpreadsheetApp.getUi() gives. */
export function ui() {
  return emulated('Ui', {
    Button: buttons,
    ButtonSet: buttonSets,
    createMenu: (caption: string) => menu(caption, false),
    createAddonMenu: () => menu('', true),
    showSidebar(output: unknown) {
      const { title, html } = htmlOf(output)
      ask('Ui.showSidebar', { title, html })
    },
    showModalDialog(output: unknown, title: string) {
      const { html, width, height } = htmlOf(output)
      ask('Ui.showModalDialog', { title, html, width, height })
    },
    /** alert(prompt), alert(prompt, buttons) or alert(title, prompt, buttons). */
    alert(first: string, second: string = buttonSets.OK, third?: string) {
      const titled = third !== undefined
      const set = (titled ? third : second) as AlertButtons
      forget()
      return ask('Ui.alert', { title: titled ? first : '', message: titled ? second : first, buttons: set })
    },
  })
}

const entries = new WeakMap<object, MenuItem[]>()

/** A Menu. An add-on's own menu stands under its name; another one is a menu within it. */
function menu(caption: string, isAddonMenu: boolean) {
  const items: MenuItem[] = []
  const self = emulated('Menu', {
    addItem(itemCaption: string, functionName: string) {
      items.push({ caption: itemCaption, run: functionName })
      return self
    },
    addSeparator() {
      items.push({ separator: true })
      return self
    },
    addSubMenu(child: object) {
      items.push(...(entries.get(child) ?? []))
      return self
    },
    addToUi() {
      ask('Ui.addToUi', { items: isAddonMenu ? items : [{ caption, items }] })
    },
  })
  entries.set(self, [{ caption, items }])
  return self
}
