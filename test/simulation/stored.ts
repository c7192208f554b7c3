import { TABLE } from '../../local/backend.ts'
import type { Database } from '../../local/dynamodb/database.ts'
import { itemPrefix } from '../../local/dynamodb/stage.ts'
import { fromValue } from './values.ts'

/** An item as it lies in the table. */
export type Stored = Record<string, unknown> & { pk: string; sk: string }

/** Every item of the table, read past the program's own code. */
export async function storedItems({ store }: Database): Promise<Stored[]> {
  const prefix = itemPrefix(TABLE)
  const items: Stored[] = []
  for await (const [, item] of store.db.iterator({ gte: prefix, lt: `${prefix}\u{ff}` })) {
    items.push(fromValue({ M: item as never }) as Stored)
  }
  return items
}
