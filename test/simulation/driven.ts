import type { Machine } from './machine.ts'

/** Lets things happen until `work` is done. @throws Error where nothing is left that could happen before it is. */
export async function driven<T>(machine: Machine, work: Promise<T>): Promise<T> {
  let done = false
  const watched = work.finally(() => {
    done = true
  })
  watched.catch(() => undefined)
  while (!done) {
    const more = await machine.step()
    if (!more && !done) throw new Error('Somebody waits for something that never happens.')
  }
  return watched
}
