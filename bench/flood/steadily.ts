import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Begins `work` so many times a second for some seconds, whether or not what was begun before is done.
 *
 * @returns What each came to, and how long it took in milliseconds from when it was due: what waits for a slow one counts
 *   as slow itself.
 */
export async function steadily<T>(perSecond: number, seconds: number, work: (n: number) => Promise<T>) {
  const begun = performance.now()
  return Promise.all(
    Array.from({ length: perSecond * seconds }, async (_, n) => {
      const due = begun + (n * 1000) / perSecond
      await sleep(due - performance.now())
      const result = await work(n)
      return { result, ms: performance.now() - due }
    }),
  )
}
