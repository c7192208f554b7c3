import { hash } from 'node:crypto'
import type { Database } from './database.ts'
import { DynamoError } from './dynamo-error.ts'
import type { Stage } from './stage.ts'

const LIFE_MS = 10 * 60_000

/** What a token stands for, and when it was used, in milliseconds since 1970. */
type TokenRecord = { digest: string; at: number }

export function digestOf(actions: unknown): string {
  return hash('sha256', JSON.stringify(actions ?? null), 'base64')
}

/**
 * Whether the token's request has been done, in the last ten minutes.
 *
 * @throws IdempotentParameterMismatchException if that was another request.
 */
export function wasDone(database: Database, token: string, digest: string): boolean {
  const record = database.store.db.getSync(tokenKey(token)) as TokenRecord | undefined
  if (!record || !isAlive(record, database)) return false
  if (record.digest === digest) return true
  throw new DynamoError(
    'IdempotentParameterMismatchException',
    'The request with this ClientRequestToken was made before with other parameters',
  )
}

/** Stages the token with the request's own writes, so that both are there or neither. */
export function rememberToken(stage: Stage, token: string, digest: string, at: number): void {
  stage.set(tokenKey(token), { digest, at } satisfies TokenRecord)
}

/** Lets go of tokens whose ten minutes are over. */
export async function forgetTokens(database: Database): Promise<void> {
  await database.write(async ({ set }) => {
    for await (const [key, record] of database.store.db.iterator({ gte: 'token~', lt: 'token~\u{ff}' })) {
      if (!isAlive(record as TokenRecord, database)) set(key, undefined)
    }
  })
}

function isAlive({ at }: TokenRecord, database: Database): boolean {
  return database.now() - at < LIFE_MS
}

function tokenKey(token: string): string {
  return `token~${token}`
}
