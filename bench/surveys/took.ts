/** How long something took by the clock, and how long processors worked on it in this process. */
export type Took = { seconds: number; processorSeconds: number }

/** What `work` took. */
export async function took(work: () => Promise<unknown>): Promise<Took> {
  const [begun, used] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(used)
  return { seconds: (performance.now() - begun) / 1000, processorSeconds: (user + system) / 1e6 }
}

/** One after the other. */
export function together(one: Took, other: Took): Took {
  return {
    seconds: one.seconds + other.seconds,
    processorSeconds: one.processorSeconds + other.processorSeconds,
  }
}
