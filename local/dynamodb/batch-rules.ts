import type { Request } from './dynalite.ts'
import { atLeast, invalid } from './invalid.ts'

/** 1 to 100 keys of each table. */
export function batchGetSize({ RequestItems }: Request): string | undefined {
  const tables = Object.entries((RequestItems ?? { any: {} }) as Record<string, Request | null>)
  if (!tables.length) return invalid("at 'RequestItems'", `have length ${atLeast(1)}`)
  for (const [name, table] of tables) {
    const where = `at 'RequestItems.${name}.member.Keys'`
    const count = Array.isArray(table?.Keys) ? table.Keys.length : 1
    if (count < 1) return invalid(where, `have length ${atLeast(1)}`)
    if (count > 100) return invalid(where, 'have length less than or equal to 100')
  }
  return undefined
}

/** The attributes wanted are given in one way for all tables: dynalite looks at each alone. */
export function batchGetChoice({ RequestItems }: Request): string | undefined {
  const tables = Object.values((RequestItems ?? {}) as Record<string, Request | null>)
  const has = (name: string) => tables.some((table) => table?.[name])
  if (!has('AttributesToGet') || !has('ProjectionExpression')) return undefined
  const parameters = 'Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}'
  return `Can not use both expression and non-expression parameters in the same request: ${parameters}`
}

/** At most 25 requests a table. AWS's sentence repeats them, in a form of its own that changes: here as JSON. */
export function batchWriteSize({ RequestItems }: Request): string | undefined {
  const tables = Object.entries((RequestItems ?? { any: [] }) as Record<string, unknown[]>)
  if (!tables.length) return 'The requestItems parameter is required for BatchWriteItem'
  const large = tables.find(([, requests]) => Array.isArray(requests) && requests.length > 25)
  if (!large) return undefined
  const bounds = `Member must have length less than or equal to 25, Member must have length ${atLeast(1)}`
  const value = `Value '{${large[0]}=${JSON.stringify(large[1])}}' at 'requestItems'`
  return `1 validation error detected: ${value} failed to satisfy constraint: Map value must satisfy constraint: [${bounds}]`
}
