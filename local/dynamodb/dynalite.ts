import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** `{ S: 'text' }`, `{ N: '1.5' }`, `{ M: { ... } }`: a value as it travels. */
type Value = Readonly<Record<string, unknown>>
export type Item = Record<string, Value>
export type Request = Record<string, unknown>
export type KeySchema = { AttributeName: string; KeyType: 'HASH' | 'RANGE' }[]
export type Index = {
  IndexName: string
  KeySchema: KeySchema
  Projection: { ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'; NonKeyAttributes?: string[] }
}
export type Table = {
  TableName: string
  TableStatus: string
  KeySchema: KeySchema
  AttributeDefinitions: { AttributeName: string; AttributeType: string }[]
  GlobalSecondaryIndexes?: Index[]
  LocalSecondaryIndexes?: Index[]
  DeletionProtectionEnabled?: boolean
}

export type Callback<T = unknown> = (error: unknown, result?: T) => void
type Release = (callback: Callback) => Callback
/** One table's or index's part of the database: keys without their prefix. */
export type Section = {
  lock(key: string, run: (release: Release) => void): void
  get(key: string, callback: Callback): void
  put(key: string, value: unknown, callback: Callback): void
  del(key: string, callback: Callback): void
  createValueStream(range: LevelRange): unknown
}
type LevelRange = { gt?: string; gte?: string; lt?: string; lte?: string; limit?: number; reverse?: boolean }
export type LevelWrite =
  | { type: 'put'; key: string; value: unknown; valueEncoding?: 'utf8' }
  | { type: 'del'; key: string }
type Level = {
  open(): Promise<void>
  close(): Promise<void>
  status: string
  get(key: string): Promise<unknown>
  getSync(key: string, options?: { valueEncoding: 'utf8' }): unknown
  batch(writes: LevelWrite[]): Promise<void>
  clear(range: LevelRange): Promise<void>
  keys(range: LevelRange): AsyncIterable<string>
  values(range: LevelRange): { nextv(count: number): Promise<unknown[]>; close(): Promise<void> }
  iterator(range: LevelRange): AsyncIterable<[string, unknown]>
}

/** dynalite's store: all tables in one Level database, told apart by key prefixes. */
export type Store = {
  options: { maxItemSize: number }
  db: Level
  getItemDb(table: string): Section
  getIndexDb(type: string, table: string, index: string): Section
  deleteItemDb(table: string, callback: Callback): void
  deleteIndexDb(type: string, table: string, index: string, callback: Callback): void
  /** As for readers and writers of items: a table that is not ready is not found. */
  getTable(name: string, callback: Callback<Table>): void
  /** Ours: hears of every change that a write makes to an index. */
  onIndexChange?(change: IndexChange): void
}

export type IndexEntry = { key: string; value: Item }
/** What became of an item's entry in an index; undefined where the item has none. */
export type IndexChange = {
  table: string
  type: 'Local' | 'Global'
  index: string
  before: IndexEntry | undefined
  after: IndexEntry | undefined
}

type Check = Error | null | undefined
type Db = {
  create(options: { path?: string; createTableMs: number; deleteTableMs: number; updateTableMs: number }): Store
  createKey(item: Item, table: Table, keySchema?: KeySchema): string
  createIndexKey(item: Item, table: Table, keySchema: KeySchema): string
  updateIndexes(store: Store, table: Table, before: Item | null, after: Item | null, callback: Callback): void
  validateKey(key: Item, table: Table): Check
  validateItem(item: Item, table: Table): Check
  compare(comparison: string, value: unknown, than: unknown): boolean
  checkConditional(request: Request, item: Item | undefined): Check
  itemSize(item: Item): number
  capacityUnits(item: Item, isRead: boolean): number
  addConsumedCapacity(request: Request, isRead: boolean, item: Item | undefined, before?: Item): unknown
}

/** The shape of a request's fields, in dynalite's own notation. */
export type Fields = Record<string, unknown>
type Validation = { types: Fields; custom?: (request: Request, store: Store) => string | undefined }
type Validations = {
  checkTypes(request: Request, types: Fields): Request
  checkValidations(request: Request, types: Fields, custom: Validation['custom'], store: Store): void
}

export const db: Db = require('dynalite/db')
export const validations: Validations = require('dynalite/validations')

/** Resolving a path costs more than many a request. */
const loaded = new Map<string, unknown>()
function load<T>(path: string): T {
  if (!loaded.has(path)) loaded.set(path, require(path))
  return loaded.get(path) as T
}

/** What dynalite demands of the fields of an operation, `putItem` for instance. */
export function validation(operation: string): Validation {
  return load(`dynalite/validations/${operation}`)
}

/**
 * Runs one of dynalite's operations on a request that was checked before.
 *
 * @throws DynamoError-like errors of dynalite's, with `statusCode` and `body`; any other is a fault of the engine.
 */
export function act(operation: string, store: Store, request: Request): Promise<Request> {
  type Action = (store: Store, request: Request, callback: Callback<Request>) => void
  const action = load<Action>(`dynalite/actions/${operation}`)
  return new Promise((resolve, reject) => {
    action(guarded(store, reject), request, (error, result) => (error ? reject(error) : resolve(result ?? {})))
  })
}

/**
 * The store for one operation: it looks a table up once. Faults in what is called back with it are caught: thrown there,
 * they would end the process. Items are read at once, and a fault in what is called back with them is the caller's.
 */
function guarded(store: Store, fail: (error: unknown) => void): Store {
  const tables = new Map<string, Table>()
  return {
    ...store,
    getTable: (...args) => {
      const name = args[0]
      const callback = args.at(-1) as Callback<Table>
      const isForItems = args.length === 2
      const known = isForItems && tables.get(name)
      if (known) return callback(null, known)
      const safely: Callback<Table> = (error, table) => {
        if (isForItems && table) tables.set(name, table)
        try {
          callback(error, table)
        } catch (fault) {
          fail(fault)
        }
      }
      store.getTable(...([...args.slice(0, -1), safely] as typeof args))
    },
  }
}

/** A table's indexes, global ones first. */
export function indexesOf(table: Table): { type: 'Local' | 'Global'; index: Index }[] {
  return [
    ...(table.GlobalSecondaryIndexes ?? []).map((index) => ({ type: 'Global' as const, index })),
    ...(table.LocalSecondaryIndexes ?? []).map((index) => ({ type: 'Local' as const, index })),
  ]
}

/** The table as stored. @throws ResourceNotFoundException */
export function findTable(store: Store, name: string): Promise<Table> {
  return new Promise((resolve, reject) => {
    store.getTable(name, (error, table) => (error ? reject(error) : resolve(table as Table)))
  })
}
