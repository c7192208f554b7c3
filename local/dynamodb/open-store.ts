import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { InputError } from '../../core/input-error.ts'
import { amendDynalite } from './amend-dynalite.ts'
import { countBytes } from './byte-sizes.ts'
import { act, type Callback, db, type Store, type Table } from './dynalite.ts'
import { parseOnce } from './parsed-once.ts'
import { readQuickly } from './quick-reads.ts'
import { indexPrefix, itemPrefix } from './stage.ts'

/**
 * The folders open in this process. LevelDB's lock keeps other processes out, but is lost as soon as this one tries to
 * open the folder again.
 */
const openDirs = new Set<string>()

/**
 * Opens the database in a folder, made if there is none, and mends tables that a kill left half made or half deleted.
 *
 * @param dir A folder, or `:memory:` to keep nothing.
 * @throws InputError `dataFolderInUse` while another process has the folder open.
 */
export async function openStore(dir: string): Promise<{ store: Store; close(): Promise<void> }> {
  amendDynalite()
  countBytes()
  parseOnce()
  const path = resolve(dir)
  const inMemory = dir === ':memory:'
  if (!inMemory) {
    if (openDirs.has(path)) throw new InputError('dataFolderInUse', { dir })
    openDirs.add(path)
    await mkdir(path, { recursive: true })
  }
  const store = db.create({ ...(inMemory ? {} : { path }), createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  deleteByRange(store)
  readQuickly(store)
  await store.db.open().catch((error: Error) => {
    openDirs.delete(path)
    const cause = error.cause as { code?: string } | undefined
    throw cause?.code === 'LEVEL_LOCKED' ? new InputError('dataFolderInUse', { dir }) : error
  })
  await mendTables(store)
  return { store, close: () => store.db.close().finally(() => openDirs.delete(path)) }
}

/** dynalite reads the whole database to delete a table's items; their keys lie together. */
function deleteByRange(store: Store): void {
  const clear = (prefix: string, done: Callback) =>
    store.db.clear({ gte: prefix, lt: `${prefix}\u{ff}` }).then(() => done(null), done)
  store.deleteItemDb = (table, done) => clear(itemPrefix(table), done)
  store.deleteIndexDb = (type, table, index, done) => clear(indexPrefix(type, table, index), done)
}

async function mendTables(store: Store): Promise<void> {
  for await (const [key, value] of store.db.iterator({ gte: 'table~', lt: 'table~\u{ff}' })) {
    const table = value as Table
    if (table.TableStatus === 'DELETING') await act('deleteTable', store, { TableName: table.TableName })
    else if (table.TableStatus !== 'ACTIVE') await store.db.batch([{ type: 'put', key, value: active(table) }])
  }
}

function active(table: Table): Table {
  const indexes = table.GlobalSecondaryIndexes?.map((index) => ({ ...index, IndexStatus: 'ACTIVE' }))
  return { ...table, TableStatus: 'ACTIVE', ...(indexes && { GlobalSecondaryIndexes: indexes }) }
}
