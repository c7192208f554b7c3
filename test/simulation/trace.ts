import type { Plain } from './engine/engine.ts'
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
function namesOf({ Key, Item, ExpressionAttributeValues, TransactItems, RequestItems }: Plain): string {
  if (Key ?? Item) return named(Key ?? Item)
  if (Array.isArray(TransactItems)) {
    const parts = TransactItems.map((part) => Object.entries(part as Record<string, Part>)[0]!)
    return parts.map(([kind, { Key, Item }]) => `${kind} ${named(Key ?? Item)}`).join(', ')
  }
  if (RequestItems) return JSON.stringify(RequestItems)
  const values = Object.values((ExpressionAttributeValues ?? {}) as Plain)
  return values.map(String).join(' ')
}

function named(key: unknown): string {
  const { pk, sk } = key as { pk: string; sk: string }
  return `${pk} ${sk}`
}
