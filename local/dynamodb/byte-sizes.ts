import { db } from './dynalite.ts'

const { itemSize, capacityUnits, addConsumedCapacity } = db

/**
 * Has dynalite count the bytes of texts and names, as DynamoDB does: of itself it counts their UTF-16 units, so that an item
 * of Chinese is taken for a third of its size.
 *
 * How much goes on a page of a query is still counted by units.
 */
export function countBytes(): void {
  db.itemSize = (item) => itemSize(inBytes(item))
  db.capacityUnits = (item, isRead) => capacityUnits(inBytes(item), isRead)
  db.addConsumedCapacity = (request, isRead, item, before) =>
    addConsumedCapacity(request, isRead, item && inBytes(item), before && inBytes(before))
}

/** A value with a character for each byte of its texts and names, whichever; the same where it has only ASCII. */
function inBytes<T>(value: T): T {
  return isAscii(value) ? value : (spread(value) as T)
}

function isAscii(value: unknown): boolean {
  if (typeof value === 'string') return Buffer.byteLength(value) === value.length
  if (typeof value !== 'object' || value === null) return true
  for (const name in value) if (!isAscii(name) || !isAscii(value[name as keyof typeof value])) return false
  return true
}

function spread(value: unknown): unknown {
  if (typeof value === 'string') return isAscii(value) ? value : 'x'.repeat(Buffer.byteLength(value))
  if (isAscii(value)) return value
  if (Array.isArray(value)) return value.map(spread)
  return Object.fromEntries(Object.entries(value as object).map(([name, each]) => [spreadName(name), spread(each)]))
}

/** Two names stay two. */
function spreadName(name: string): string {
  return Buffer.from(name).toString('latin1')
}
