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

/** A value with a character for each byte of its texts and names. */
function inBytes<T>(value: T): T
function inBytes(value: unknown): unknown {
  if (typeof value === 'string') {
    const bytes = Buffer.from(value)
    return bytes.length === value.length ? value : bytes.toString('latin1')
  }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(inBytes)
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [inBytes(name), inBytes(each)]))
}
