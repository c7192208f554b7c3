import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { cacheStore } from '../../apps-script/cache-store.ts'
import type { StoreName } from '../../apps-script/ops.ts'
import { type PropertyStore, propertyStore } from '../../apps-script/property-store.ts'
import { triggerStore } from '../../apps-script/trigger-store.ts'
import { writeWhole } from '../../apps-script/write-whole.ts'
import type { WorkbookSnapshot } from '../workbook.ts'
import { documentList } from './document-list.ts'
import { type StoredWorkbookOptions, storedWorkbook } from './stored-workbook.ts'

export type OpenDocuments = Awaited<ReturnType<typeof openDocuments>>

/**
 * The spreadsheet that is open, and what belongs to it alone: document properties and cache, timed triggers. Another
 * one can be opened in its place, and a copy be made, which takes none of these along, as in Google Sheets.
 *
 * Script and user properties are the same in all of them.
 */
export async function openDocuments(options: StoredWorkbookOptions) {
  const { dir } = options
  const list = await documentList(dir)
  const shared = await propertyStore(dir)
  const cache = cacheStore()
  let now = await opened()

  async function opened() {
    const folder = list.folder()
    return {
      book: storedWorkbook({ ...options, dir: folder }),
      properties: folder === dir ? shared : await propertyStore(folder),
      cache: cacheStore(),
      triggers: await triggerStore(folder),
    }
  }

  async function reopen(): Promise<void> {
    now = await opened()
    await now.book.load()
  }

  /** Makes a copy of the open one under a name, and opens it. */
  async function copy(name: string): Promise<void> {
    await now.book.release()
    const before = now.book.snapshot()
    const key = randomUUID()
    const univer = { ...(before.univer as object), id: key, name }
    const snapshot: WorkbookSnapshot = { ...before, id: key, name, univer }
    await writeWhole(join(list.folder(key), 'workbook.json'), JSON.stringify(snapshot))
    await list.add({ key, name }, before.name)
    await reopen()
  }

  async function open(key: string): Promise<void> {
    await now.book.release()
    await list.choose(key)
    await reopen()
  }

  const propertiesOf = (store: StoreName): PropertyStore => (store === 'document' ? now.properties : shared)
  const cacheOf = (store: StoreName) => (store === 'document' ? now.cache : cache)
  return {
    book: () => now.book,
    list,
    copy,
    open,
    properties: {
      all: (store) => propertiesOf(store).all(store),
      change: (store, set, remove) => propertiesOf(store).change(store, set, remove),
    } satisfies PropertyStore,
    cache: {
      getAll: (store, keys) => cacheOf(store).getAll(store, keys),
      putAll: (store, values, seconds) => cacheOf(store).putAll(store, values, seconds),
      removeAll: (store, keys) => cacheOf(store).removeAll(store, keys),
    } satisfies typeof cache,
    triggers: {
      all: () => now.triggers.all(),
      add: (trigger) => now.triggers.add(trigger),
      remove: (id) => now.triggers.remove(id),
      due: () => now.triggers.due(),
    } satisfies typeof now.triggers,
  }
}
