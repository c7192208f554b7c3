import type { Database } from './database.ts'
import { act, findTable, type Item, type Table } from './dynalite.ts'
import { itemPrefix, type Stage } from './stage.ts'

/** Tables whose items expire, with the attribute that says when (seconds since 1970). */
export type Lifetimes = Map<string, string>

const FIVE_YEARS_S = 5 * 365 * 24 * 3600
const AT_ONCE = 100

/** Stages a note of when an item expires. Notes that a later write made untrue are found out when due. */
export function noteDue(lifetimes: Lifetimes, table: string, key: string, item: Item, set: Stage['set']): void {
  const seconds = expiry(item, lifetimes.get(table))
  if (seconds !== undefined) set(`${dueUpTo(seconds)}~${table}~${key}`, { table, key })
}

/** Deletes the items that are due; none that is more than five years late, as on AWS. */
export async function deleteExpired(database: Database): Promise<void> {
  const lt = dueUpTo(database.now() / 1000 + 1)
  for (let more = true; more; ) {
    const found: [string, unknown][] = []
    for await (const note of database.store.db.iterator({ gte: 'due~', lt, limit: AT_ONCE })) found.push(note)
    await database.write(async (stage) => {
      for (const [note, item] of found) {
        stage.set(note, undefined)
        await deleteIfExpired(database, stage, item as { table: string; key: string })
      }
    })
    more = found.length === AT_ONCE
  }
}

async function deleteIfExpired(database: Database, stage: Stage, at: { table: string; key: string }): Promise<void> {
  const item = (await database.store.db.get(itemPrefix(at.table) + at.key)) as Item | undefined
  const seconds = item && expiry(item, database.lifetimes.get(at.table))
  const late = database.now() / 1000 - (seconds ?? Number.POSITIVE_INFINITY)
  if (!item || !(late >= 0 && late < FIVE_YEARS_S)) return
  const table = await findTable(database.store, at.table)
  await act('deleteItem', stage.store, { TableName: at.table, Key: keyOf(item, table) })
}

function keyOf(item: Item, table: Table): Item {
  return Object.fromEntries(table.KeySchema.map(({ AttributeName }) => [AttributeName, item[AttributeName] ?? {}]))
}

function expiry(item: Item, attribute: string | undefined): number | undefined {
  const number = attribute === undefined ? undefined : item[attribute]?.N
  return number === undefined ? undefined : Number(number)
}

/** Sorts by time as text; from 0 to the year 5138. */
function dueUpTo(seconds: number): string {
  return `due~${String(Math.max(0, Math.floor(seconds))).padStart(11, '0')}`
}
