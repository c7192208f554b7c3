import { TABLE } from '../../../local/backend.ts'
import { openDatabase } from '../../../local/dynamodb/database.ts'
import type { LevelWrite } from '../../../local/dynamodb/dynalite.ts'
import { errorBody } from '../../../local/dynamodb/dynamo-error.ts'
import { perform } from '../../../local/dynamodb/perform.ts'
import { itemPrefix } from '../../../local/dynamodb/stage.ts'
import { tableDefinition } from '../../../local/dynamodb/table.ts'
import { sdkError } from '../faults.ts'
import { fromValue, marshalled, unmarshalled } from '../values.ts'
import type { Engine } from './engine.ts'
import type { Item } from './item.ts'

/** The engine that the product itself runs on where there is no AWS. Its indexes never lag. */
export async function embeddedEngine(clock: { now: number }): Promise<Engine> {
  const database = await openDatabase(':memory:', () => clock.now)
  await perform(database, 'CreateTable', { TableName: TABLE, ...tableDefinition })
  const { db } = database.store
  return {
    async perform(operation, request) {
      const reply = await perform(database, operation, marshalled(request)).catch((error) => {
        throw asSdk(error)
      })
      return unmarshalled(reply)
    },
    reasons: ({ TransactItems }) => (TransactItems as unknown[]).map(() => ({ Code: 'None' })),
    async items() {
      const prefix = itemPrefix(TABLE)
      const items: Item[] = []
      for await (const [, item] of db.iterator({ gte: prefix, lt: `${prefix}\u{ff}` })) {
        items.push(fromValue({ M: item as never }) as Item)
      }
      return items
    },
    async keep() {
      const kept: LevelWrite[] = []
      for await (const [key, value] of db.iterator({})) kept.push({ type: 'put', key, value })
      return async () => {
        await db.clear({})
        await db.batch(kept)
      }
    },
    close: () => database.close(),
  }
}

function asSdk(error: unknown): unknown {
  const body = errorBody(error) as { __type: string; message: string } | undefined
  if (!body) return error
  const { __type, message, ...details } = body
  const name = __type.replace(/.*#/, '')
  return Object.assign(sdkError(name, details), { message: `${name}: ${message}` })
}
