import type { Request } from '../../local/dynamodb/dynalite.ts'
import type { Entry } from './machine.ts'

/** A world's trace as lines of text. */
export function traceLines(trace: Entry[]): string[] {
  return trace.map(({ at, what }) => {
    const time = new Date(at).toISOString().slice(5, 23)
    if (typeof what === 'string') return `${time} ${what}`
    const { process, operation, request, fault } = what
    return `${time}   process ${process}: ${operation} ${namesOf(request)}${fault ? ` - ${fault}` : ''}`
  })
}

type Part = { Key?: unknown; Item?: unknown }

/** The keys that a request is about. */
function namesOf({ Key, Item, ExpressionAttributeValues, TransactItems, RequestItems }: Request): string {
  if (Key ?? Item) return named(Key ?? Item)
  if (Array.isArray(TransactItems)) {
    const parts = TransactItems.map((part) => Object.entries(part as Record<string, Part>)[0]!)
    return parts.map(([kind, { Key, Item }]) => `${kind} ${named(Key ?? Item)}`).join(', ')
  }
  if (RequestItems) return JSON.stringify(RequestItems)
  const values = Object.values((ExpressionAttributeValues ?? {}) as Record<string, { S?: string }>)
  return values.map(({ S }) => S).join(' ')
}

function named(key: unknown): string {
  const { pk, sk } = key as Record<string, { S: string }>
  return `${pk?.S} ${sk?.S}`
}
