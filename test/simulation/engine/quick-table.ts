import { type Item, placeOf } from './item.ts'

/** Changes further back than this are in every index. */
const OLDEST_MS = 10_000

/** The items of a table, and for a while what they were before. */
export function quickTable(clock: { now: number }) {
  let items = new Map<string, Item>()
  let changes: { at: number; place: string; before: Item | undefined }[] = []

  return {
    find: (key: Item): Item | undefined => items.get(placeOf(key)),
    all: (): Item[] => [...items.values()],
    /** As they were so long ago, at the least since the changes that are remembered. */
    allBefore(ms: number): Item[] {
      const then = new Map(items)
      for (let at = changes.length - 1; at >= 0 && changes[at]!.at > clock.now - ms; at--) {
        const { place, before } = changes[at]!
        if (before) then.set(place, before)
        else then.delete(place)
      }
      return [...then.values()]
    },
    put(key: Item, after: Item | undefined): void {
      const place = placeOf(key)
      if (changes[0] && changes[0].at < clock.now - OLDEST_MS) {
        changes = changes.filter(({ at }) => at >= clock.now - OLDEST_MS)
      }
      changes.push({ at: clock.now, place, before: items.get(place) })
      if (after) items.set(place, after)
      else items.delete(place)
    },
    keep(): () => void {
      const kept = new Map(items)
      return () => {
        items = new Map(kept)
        changes = []
      }
    },
  }
}

export type QuickTable = ReturnType<typeof quickTable>
