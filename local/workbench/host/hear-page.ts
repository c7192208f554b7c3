import type { ScriptHost } from '../../apps-script/script-host.ts'
import type { PageMessage } from '../wire.ts'
import type { Locale } from './kept-locale.ts'
import type { ConnectedPage } from './page.ts'
import type { StoredWorkbook } from './stored-workbook.ts'

export type Listener = {
  script: ScriptHost
  book: StoredWorkbook
  chooseLocale(locale: Locale): Promise<void>
}

/** Does what a page asks for and answers it. */
export async function hearPage({ script, book, chooseLocale }: Listener, page: ConnectedPage, message: PageMessage) {
  switch (message.type) {
    case 'call': {
      const result = await script.callFunction(message.name, message.args)
      return page.send({ type: 'callResult', id: message.id, result })
    }
    case 'run': {
      const result = await script.attempt(message.name, message.args)
      return page.send({ type: 'runResult', id: message.id, result })
    }
    case 'save':
      await book.save(message.snapshot)
      return page.send({ type: 'saved', id: message.id })
    case 'locale':
      await chooseLocale(message.locale)
      return openScript(script, page)
  }
}

/** Runs onOpen, which makes the menu; says so where it fails. */
export async function openScript(script: ScriptHost, page: ConnectedPage): Promise<void> {
  const result = await script.open()
  if (!result.ok) page.send({ type: 'toast', title: 'onOpen', message: result.message, seconds: 30 })
}
