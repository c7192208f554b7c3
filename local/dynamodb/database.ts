import type { Store } from './dynalite.ts'
import { type Lifetimes, noteDue } from './expiry.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { openStore } from './open-store.ts'
import { type Stage, stage } from './stage.ts'
import { loadLifetimes } from './time-to-live.ts'

/** An open database: readers see whole writes only, and writes happen one after the other. */
export type Database = {
  store: Store
  lifetimes: Lifetimes
  /** Milliseconds since 1970. */
  now: () => number
  /** While no write is under way. */
  alone<T>(task: () => Promise<T>): Promise<T>
  /** Alone; what the task staged is committed at its end, or dropped if it throws. */
  write<T>(task: (stage: Stage) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** @throws InputError `dataFolderInUse` */
export async function openDatabase(dir: string, now: () => number): Promise<Database> {
  const { store, close } = await openStore(dir)
  const lifetimes = await loadLifetimes(store)
  const alone = oneAtATime()
  return {
    store,
    lifetimes,
    now,
    alone,
    write: (task) =>
      alone(async () => {
        const staged = stage(store, (table, key, item, set) => noteDue(lifetimes, table, key, item, set))
        const result = await task(staged)
        await staged.commit()
        return result
      }),
    close: () => alone(close),
  }
}
