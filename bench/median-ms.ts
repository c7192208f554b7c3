/** The median time of some runs, in milliseconds, after one that warms up. */
export async function medianMs(runs: number, work: (run: number) => Promise<unknown>): Promise<number> {
  await work(0)
  const times: number[] = []
  for (let run = 1; run <= runs; run++) {
    const started = performance.now()
    await work(run)
    times.push(performance.now() - started)
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] as number
}
