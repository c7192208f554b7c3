import { CreateTableCommand } from '@aws-sdk/client-dynamodb'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Table } from '../../functions/store/table.ts'
import { documentClient } from '../../local/dynamodb/client.ts'
import { openEngine } from '../../local/dynamodb/engine.ts'
import { tableDefinition } from '../../local/dynamodb/table.ts'
import { opened } from '../opened.ts'

/** The table over the embedded engine in memory, without the app: quick to open. It closes itself after the file's tests. */
export async function bareTable() {
  const engine = await openEngine({ dir: ':memory:' })
  opened.push(engine)
  const table: Table = { db: documentClient({ engine }), table: 'bare' }
  await table.db.send(new CreateTableCommand({ TableName: table.table, ...tableDefinition }))
  return {
    ...table,
    put: (Item: Record<string, unknown>) => table.db.send(new PutCommand({ TableName: table.table, Item })),
  }
}
