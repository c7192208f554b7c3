import type { Database } from './database.ts'
import { type Fields, findTable, type Request, type Table } from './dynalite.ts'
import { DynamoError } from './dynamo-error.ts'
import { checkFields, fieldsOf } from './requests.ts'

const settingFields: Fields = {
  DeletionProtectionEnabled: 'Boolean',
  OnDemandThroughput: {
    type: 'FieldStruct<OnDemandThroughput>',
    children: { MaxReadRequestUnits: 'Long', MaxWriteRequestUnits: 'Long' },
  },
  TableClass: { type: 'String', enum: ['STANDARD', 'STANDARD_INFREQUENT_ACCESS'] },
}

/** What a table's description tells of the settings in a request that dynalite does not know. */
export function settingsIn({ store }: Database, raw: Request): Request {
  const { TableClass, ...settings } = checkFields({ ...raw }, settingFields, store)
  return { ...settings, ...(TableClass ? { TableClassSummary: { TableClass } } : {}) }
}

/** Whether a request changes nothing else. */
export function onlySettings(raw: Request): boolean {
  return Object.keys(raw).every((name) => name === 'TableName' || Object.hasOwn(settingFields, name))
}

/** UpdateTable, as far as it is about these settings. @throws ResourceNotFoundException */
export async function changeSettings(database: Database, raw: Request, settings: Request): Promise<Request> {
  const { TableName } = checkFields(
    { TableName: raw.TableName },
    fieldsOf('updateTable', ['TableName']),
    database.store,
  )
  return database.write(async (stage) => {
    const table = { ...(await findTable(stage.store, TableName as string)), ...settings }
    stage.set(`table~${TableName}`, table)
    return { TableDescription: { ...table, TableStatus: 'UPDATING' } }
  })
}

/** @throws ValidationException for a table that is protected. */
export function demandUnprotected(table: Table): void {
  if (!table.DeletionProtectionEnabled) return
  const message = 'Resource cannot be deleted as it is currently protected against deletion.'
  throw new DynamoError('ValidationException', `${message} Disable deletion protection first.`)
}
