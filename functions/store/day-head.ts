import { hash } from 'node:crypto'
import type { InferOutput } from 'valibot'
import { number, object, optional, string } from 'valibot'
import type { Write } from './table.ts'
import type { Partition } from './workspace-key.ts'

/**
 * `H#day`, beside a day's rows `R#day#id`: how many there are, how many transactions changed them, and the sum of their
 * stamps.
 */
export const dayHeadSchema = object({ sk: string(), n: number(), version: number(), stamp: optional(number(), 0) })
export type DayHead = InferOutput<typeof dayHeadSchema>

/** What rows are held against their head by. */
export const stampSchema = object({ stamp: optional(number(), 0) })

/**
 * What each write of a row adds to its own stamp and to its head's, in one transaction: 1 to 2^24, by the row's id.
 *
 * DynamoDB shows a query the items of a transaction one by one, as each is committed: a head may be there before its rows
 * or after them. Rows whose stamps add up to the head's are the rows that it tells of, in number and in revision.
 */
export function rowStamp(id: string): number {
  return 1 + Number.parseInt(hash('sha256', id, 'hex').slice(8, 14), 16)
}

/** The write that tells a day's head of rows that are written with it; `added` is negative where some are taken out. */
export function dayHeadWrite(pk: Partition, day: string, ids: string[], added: number): Write {
  const stamp = ids.reduce((sum, id) => sum + rowStamp(id), 0)
  return {
    Update: {
      Key: { pk, sk: `H#${day}` },
      UpdateExpression: 'ADD n :added, version :one, stamp :stamp',
      ExpressionAttributeValues: { ':added': added, ':one': 1, ':stamp': stamp },
    },
  }
}
