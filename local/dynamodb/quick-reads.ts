import { Readable } from 'node:stream'
import type { Callback, Section, Store, Table } from './dynalite.ts'
import { indexPrefix, itemPrefix } from './stage.ts'

const AT_ONCE = 100

/**
 * Reads items, index entries and tables at once, ranges by the hundred, where dynalite waits a turn of the event loop
 * for each.
 */
export function readQuickly(store: Store): void {
  const { getItemDb, getIndexDb, getTable } = store
  const sections = new Map<string, Section>()
  const quick = (prefix: string, section: () => Section) => {
    const known = sections.get(prefix) ?? quickly(store, prefix, section())
    sections.set(prefix, known)
    return known
  }
  store.getItemDb = (table) => quick(itemPrefix(table), () => getItemDb(table))
  store.getIndexDb = (type, table, index) =>
    quick(indexPrefix(type, table, index), () => getIndexDb(type, table, index))
  store.getTable = (...args) => {
    const [name, ...rest] = args
    const table = rest.length === 1 && readyTable(store, name)
    if (table) (rest[0] as Callback<Table>)(null, table)
    else getTable(...args)
  }
}

function quickly({ db }: Store, prefix: string, section: Section): Section {
  return {
    ...section,
    get(key, callback) {
      let value: unknown
      try {
        value = db.getSync(prefix + key)
      } catch (error) {
        return callback(error)
      }
      callback(null, value)
    },
    createValueStream({ gte, gt, lte, lt, ...range }) {
      const low = gt === undefined ? { gte: prefix + (gte ?? '') } : { gt: prefix + gt }
      const high =
        lte === undefined ? { lt: lt === undefined ? `${prefix}\u{ff}` : prefix + lt } : { lte: prefix + lte }
      const values = db.values({ ...range, ...low, ...high })
      return new Readable({
        objectMode: true,
        read() {
          values.nextv(AT_ONCE).then(
            (page) => {
              for (const value of page) this.push(value)
              if (page.length === 0) this.push(null)
            },
            (error) => this.destroy(error),
          )
        },
        destroy(error, callback) {
          values.close().then(() => callback(error), callback)
        },
      })
    },
  }
}

/** A table that items can be read from, parsed once for as long as it stays as it is. */
const parsed = new WeakMap<Store, Map<string, { text: string; table: Table }>>()

function readyTable(store: Store, name: string): Table | undefined {
  const text = store.db.status === 'open' && store.db.getSync(`table~${name}`, { valueEncoding: 'utf8' })
  if (typeof text !== 'string') return undefined
  const tables = parsed.get(store) ?? new Map()
  parsed.set(store, tables)
  if (tables.get(name)?.text !== text) tables.set(name, { text, table: JSON.parse(text) as Table })
  const { table } = tables.get(name) as { table: Table }
  return table.TableStatus === 'ACTIVE' ? table : undefined
}
