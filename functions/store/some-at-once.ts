/**
 * Does a task for each of some things, so many of them at once, and waits until none is under way any more.
 *
 * @throws What the first that failed threw; tasks that were not begun by then are left.
 */
export async function someAtOnce<T>(things: T[], atOnce: number, task: (thing: T) => Promise<void>): Promise<void> {
  const left = things.values()
  const failures: unknown[] = []
  async function work(): Promise<void> {
    for (const thing of left) {
      if (failures.length > 0) return
      await task(thing).catch((error) => failures.push(error))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  if (failures.length > 0) throw failures[0]
}
