import { expect, test } from 'vitest'
import { type Area, areaOf } from './areas.ts'
import type { Outcome } from './world.ts'

/** Of all areas together. */
const WORLDS = 2000

/** Runs an area's share of the worlds, as `npm run simulate -- --worlds 2000` does. */
export function testWorlds(
  area: Area,
  promise: string,
  opened: () => Promise<(seed: number) => Promise<Outcome>>,
): void {
  test(`${promise}, in the worlds of ${area} among the first ${WORLDS}`, async () => {
    const run = await opened()
    const found: string[] = []
    for (let seed = 1; seed <= WORLDS; seed++) {
      if (areaOf(seed) !== area) continue
      const { violations } = await run(seed)
      if (violations.length > 0)
        found.push(`npm run simulate -- --area ${area} --seed ${seed} --worlds 1\n${violations.join('\n')}`)
    }
    expect(found.slice(0, 3)).toEqual([])
  }, 600_000)
}
