import { functionCards } from '../apps-script/function-cards.ts'
import type { LogLine } from '../apps-script/ops.ts'
import { openScriptHost } from '../apps-script/script-host.ts'
import { addonFiles } from './host/addon-files.ts'
import { hearPage, openScript } from './host/hear-page.ts'
import { keptLocale, type Locale } from './host/kept-locale.ts'
import { openDocuments } from './host/open-documents.ts'
import { pageServer } from './host/page-server.ts'
import { pageUi } from './host/page-ui.ts'
import { pages } from './host/pages.ts'
import type { InitialWorkbook } from './host/stored-workbook.ts'
import { timedTriggers } from './host/timed-triggers.ts'
import type { MenuItem } from './wire.ts'
import type { CallFunction, WorkbookCall } from './workbook.ts'

type NewWorkbook = InitialWorkbook & { notice?: string }

export type WorkbenchOptions = {
  /** Data folder: the workbook, properties, triggers. */
  dir: string
  /** What clasp would push: Code.js, HTML files, appsscript.json. */
  addonDir: string
  /** The built page. */
  pageDir: string
  port: number
  /** Where the add-on finds the API; it becomes the script property API_URL. */
  apiUrl: string
  identityToken(): string | Promise<string>
  /** A page was opened as somebody, by their e-mail address (`?as=`), or as whoever works here otherwise. */
  signIn?(email: string | undefined): void
  /** The interface language until the person chooses another. */
  locale: Locale
  /** The workbook of a data folder that has none yet, and what the first page is to say of it. */
  initial(): NewWorkbook | Promise<NewWorkbook>
  log?(line: LogLine): void
  limits?: { runMs?: number; functionMs?: number }
}

/** Starts the workbench: the add-on's bundle, its workbook under `dir`, and the page on loopback. */
export async function startWorkbench(options: WorkbenchOptions) {
  const { dir, apiUrl, identityToken, log = () => {}, limits = {} } = options
  const addon = await addonFiles(options.addonDir)
  const functions = functionCards(addon.code)
  const locale = await keptLocale(dir, options.locale)

  let menu: MenuItem[] = []
  const keepMenu = (items: MenuItem[]) => {
    menu = items
  }
  let notice: { title: string; message: string } | undefined
  const initial = async () => {
    const { notice: message, ...made } = await options.initial()
    if (message) notice = { title: made.name, message }
    return made
  }
  /** Of the page, or headless where there is none. Waits while the workbook passes from one to the other. */
  const workbook: WorkbookCall = async (method, params) => {
    // It passes on only once its cells are calculated, and custom functions ask for this.
    const book = documents.book()
    if (method === 'workbook' && book.isOpen()) return book.call(method, params)
    await open.settled()
    return (open.owner() ?? documents.book()).call(method, params)
  }
  const ui = pageUi(() => open.owner(), keepMenu)
  const failed = (error: unknown) => log({ level: 'error', text: String(error) })
  const callFunction: CallFunction = (name, args) => script.callFunction(name, args)
  const documents = await openDocuments({ dir, initial, functions, callFunction, failed })
  const { properties, cache, triggers } = documents
  await properties.change('script', { API_URL: apiUrl }, [])
  const world = { ...addon, workbook, ui, properties, cache, triggers, identityToken, locale: locale.now, log, limits }
  const script = await openScriptHost(world)
  const open = pages({
    async admit() {
      const book = documents.book()
      await book.release()
      const { list } = documents
      const kept = { documents: list.all(), document: list.current() }
      return { type: 'init', snapshot: book.snapshot(), functions, menu, locale: locale.now(), ...kept }
    },
    admitted(page) {
      if (notice) page.send({ type: 'toast', ...notice, seconds: 0 })
      notice = undefined
      return openScript(script, page)
    },
    hear: (page, message) => hearPage({ script, documents, locale }, page, message),
    failed,
  })
  await documents.book().load()
  const server = await pageServer({
    port: options.port,
    pageDir: options.pageDir,
    connect(socket, asked) {
      options.signIn?.(asked.get('as') ?? undefined)
      open.connect(socket)
    },
  })
  const timer = timedTriggers(triggers, script, failed)

  /** A page keeps what it has not saved yet, and sends it when it finds the workbench again. */
  async function close(): Promise<void> {
    timer.stop()
    await server.close()
    await documents.book().release()
    await script.close()
  }

  /** For scripts without a page: makes a copy of the open spreadsheet and opens it. */
  const copy = (name: string) => documents.copy(name)

  return { url: server.url, workbook, script, copy, close }
}
