import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { expect } from 'vitest'
import type { Table } from '../../../functions/store/table.ts'
import { Breach, type Claims, walled } from '../../../functions/store/wall.ts'

export const TableName = 'name'
export const get = (pk: string, sk: string) => new GetCommand({ TableName, Key: { pk, sk } })
export const put = (pk: string, sk: string, more: object = {}) =>
  new PutCommand({ TableName, Item: { pk, sk, ...more } })
export const remove = (pk: string, sk: string) => new DeleteCommand({ TableName, Key: { pk, sk } })
export const query = (name: string, value: string, sk?: string) =>
  new QueryCommand({
    ...{ TableName, KeyConditionExpression: `${name}pk = :pk${sk === undefined ? '' : ` AND ${name}sk = :sk`}` },
    ExpressionAttributeValues: { ':pk': value, ...(sk !== undefined && { ':sk': sk }) },
  })
export const list = (pk: string) => query('', pk)

/** A wall around a table that replies whatever it is told to. */
export function walledTable(claims: Claims = {}) {
  const sent: unknown[] = []
  let reply: unknown
  const db = {
    ...{ config: 'of the client' },
    send: async (command: unknown) => {
      sent.push(command)
      if (reply instanceof Error) throw reply
      return reply
    },
  }
  const wall = walled({ db, table: TableName, more: 1 } as unknown as Table & { more: number }, claims)
  const ask = (command: object, answer: object = {}) => {
    reply = answer
    return wall.backend.db.send(command as never)
  }
  /** Whether something can be done; what is refused was not sent. */
  const can = async (command: object): Promise<boolean> => {
    const before = sent.length
    const outcome = await ask(command).catch((error) => error)
    expect(outcome instanceof Breach).toBe(sent.length === before)
    return sent.length > before
  }
  const reaches = (ws: string) => can(list(`W#${ws}#C`))
  return { wall, sent, ask, can, reaches }
}
/** Of ADA, who asks for nothing in particular. */
export function asPerson(claims: Claims = {}, addressHash?: string) {
  const made = walledTable(claims)
  made.wall.knows({ sub: 'ada' }, addressHash)
  return made
}
export const found = (Item: object = {}) => ({ Item })
