import { isDeepStrictEqual } from 'node:util'
import { db, type IndexChange, type Item, type Request, type Store } from './dynalite.ts'

/** `ConsumedCapacity` of one table, or a part of it: `CapacityUnits`, and if asked for those of table and indexes. */
export type Capacity = { [part: string]: number | string | Capacity | undefined }

/** Adds unit by unit, part by part. */
export function sum(one: Capacity, other: Capacity): Capacity {
  const total = { ...one }
  for (const [part, more] of Object.entries(other)) {
    const known = total[part]
    if (typeof more === 'number') total[part] = more + (typeof known === 'number' ? known : 0)
    else if (typeof more === 'object') total[part] = sum(typeof known === 'object' ? known : {}, more)
    else total[part] ??= more
  }
  return total
}

/**
 * Adds what writes cost in indexes, which dynalite leaves out.
 *
 * @returns A store to write through, and a function that adds the costs to the `ConsumedCapacity` of the reply.
 */
export function countIndexWrites(store: Store): { store: Store; added(reply: Request): Request } {
  const changes: IndexChange[] = []
  function withIndexes(capacity: Capacity): Capacity {
    const own = changes.filter(({ table }) => table === capacity.TableName)
    return own.map((change) => costOf(change, capacity.Table !== undefined)).reduce(sum, capacity)
  }
  function added(reply: Request): Request {
    const capacity = reply.ConsumedCapacity as Capacity | Capacity[] | undefined
    if (!capacity) return reply
    return { ...reply, ConsumedCapacity: Array.isArray(capacity) ? capacity.map(withIndexes) : withIndexes(capacity) }
  }
  return { store: { ...store, onIndexChange: (change) => void changes.push(change) }, added }
}

function costOf({ type, index, before, after }: IndexChange, byIndex: boolean): Capacity {
  const CapacityUnits = changeUnits(before, after)
  if (!CapacityUnits) return {}
  return { CapacityUnits, ...(byIndex && { [`${type}SecondaryIndexes`]: { [index]: { CapacityUnits } } }) }
}

/** An entry that stays as it is costs nothing; one that moves is deleted and written anew. */
function changeUnits(before: IndexChange['before'], after: IndexChange['after']): number {
  const [old, now] = [unitsOf(before?.value), unitsOf(after?.value)]
  if (before?.key !== after?.key) return old + now
  return isDeepStrictEqual(structuredClone(before), structuredClone(after)) ? 0 : Math.max(old, now)
}

function unitsOf(entry: Item | undefined): number {
  return entry ? db.capacityUnits(entry, false) : 0
}
