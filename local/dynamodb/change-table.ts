import type { Database } from './database.ts'
import { act, findTable, type Request, type Table } from './dynalite.ts'
import { checkRequest } from './requests.ts'
import { changeSettings, demandUnprotected, onlySettings, settingsIn } from './table-settings.ts'
import { forgetLifetime } from './time-to-live.ts'
import { updateIndexes } from './update-indexes.ts'

/** One of DynamoDB's operations: the body of a request in, that of the reply out. */
export type Operation = (database: Database, request: Request) => Promise<Request>

/** The reply tells the state that AWS would be in (`CREATING`), but comes when the change is complete. */
export function changingTable(operation: string): Operation {
  return async (database, raw) => {
    const settings = operation === 'createTable' ? settingsIn(database, raw) : {}
    // dynalite completes what it is given, and whoever asked may ask with the same definition again.
    const request = { ...checkRequest(operation, structuredClone(raw), database.store), ...settings }
    return database.alone(async () => {
      const reply = structuredClone(await act(operation, database.store, request))
      await settled(database, request.TableName as string)
      return reply
    })
  }
}

export async function updateTable(database: Database, raw: Request): Promise<Request> {
  const settings = settingsIn(database, raw)
  if (!Object.keys(settings).length) return updateOthers(database, raw)
  if (!onlySettings(raw)) await updateOthers(database, { ...raw })
  return changeSettings(database, raw, settings)
}

async function updateOthers(database: Database, raw: Request): Promise<Request> {
  return (await updateIndexes(database, raw)) ?? changingTable('updateTable')(database, raw)
}

export async function deleteTable(database: Database, raw: Request): Promise<Request> {
  const { TableName } = checkRequest('deleteTable', { ...raw }, database.store)
  demandUnprotected(await findTable(database.store, TableName as string))
  await forgetLifetime(database, TableName as string)
  return changingTable('deleteTable')(database, raw)
}

/** dynalite completes changes of tables a moment later. */
async function settled({ store }: Database, table: string): Promise<void> {
  const states = (found: unknown) => {
    const { TableStatus, GlobalSecondaryIndexes = [] } = found as Table
    return [TableStatus, ...GlobalSecondaryIndexes.map((index) => (index as { IndexStatus?: string }).IndexStatus)]
  }
  for (;;) {
    const found = await store.db.get(`table~${table}`)
    if (!found || states(found).every((state) => state === undefined || state === 'ACTIVE')) return
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}
