import type { ScriptHost } from '../../apps-script/script-host.ts'
import { localMessages } from '../../messages/messages.ts'
import type { PageMessage } from '../wire.ts'
import type { keptLocale } from './kept-locale.ts'
import type { OpenDocuments } from './open-documents.ts'
import type { ConnectedPage } from './page.ts'

export type Listener = {
  script: ScriptHost
  documents: OpenDocuments
  locale: Awaited<ReturnType<typeof keptLocale>>
}

/** Does what a page asks for and answers it. */
export async function hearPage({ script, documents, locale }: Listener, page: ConnectedPage, message: PageMessage) {
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
      await documents.book().save(message.snapshot)
      return page.send({ type: 'saved', id: message.id })
    case 'copy':
      await documents.copy(localMessages(locale.now()).workbench.copyOf(documents.book().snapshot().name))
      return page.send({ type: 'reload' })
    case 'open':
      await documents.open(message.key)
      return page.send({ type: 'reload' })
    case 'locale':
      await locale.choose(message.locale)
      return openScript(script, page)
  }
}

/** Runs onOpen, which makes the menu; says so where it fails. */
export async function openScript(script: ScriptHost, page: ConnectedPage): Promise<void> {
  const result = await script.open()
  if (!result.ok) page.send({ type: 'toast', title: 'onOpen', message: result.message, seconds: 30 })
}
