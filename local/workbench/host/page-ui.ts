import type { ScriptUi } from '../../apps-script/script-answers.ts'
import type { MenuItem } from '../wire.ts'
import type { ConnectedPage } from './page.ts'

/** Shows what a script shows in the page that has the workbook; where there is none, alerts are closed at once. */
export function pageUi(page: () => ConnectedPage | undefined, keepMenu: (items: MenuItem[]) => void): ScriptUi {
  return {
    menu(items) {
      keepMenu(items)
      page()?.send({ type: 'menu', items })
    },
    sidebar: (sidebar) => page()?.send({ type: 'showSidebar', ...sidebar }),
    dialog: (dialog) => page()?.send({ type: 'showDialog', ...dialog }),
    toast: (toast) => page()?.send({ type: 'toast', ...toast }),
    alert: async (alert) => page()?.alert(alert) ?? 'CLOSE',
  }
}
