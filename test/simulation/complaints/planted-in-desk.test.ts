import { expect, test } from 'vitest'
import { builtDesk } from './desk-program.ts'
import { openDesk } from './desk-system.ts'
import { runDeskWorld } from './desk-world.ts'
import { type DeskPlant, deskPlants } from './plants-of-desk.ts'

const WORLDS = 300

test.each(deskPlants)(
  'a simulation of the desk finds that $name',
  async (plant) => {
    expect(await firstFinding(plant)).toBeGreaterThan(0)
  },
  120_000,
)

test('the same seed gives the same trace of a desk, whatever was run before', async () => {
  const system = await openDesk(await builtDesk('same-seed'))
  const first = (await runDeskWorld(system, 7)).trace()
  await runDeskWorld(system, 8)
  expect((await runDeskWorld(system, 7)).trace()).toEqual(first)
  expect(first.length).toBeGreaterThan(10)
})

/** The seed of the first world in which something is wrong; 0 where none is. */
async function firstFinding({ does, ...plant }: DeskPlant): Promise<number> {
  const system = await openDesk(
    await builtDesk(`planted-${deskPlants.findIndex(({ name }) => name === plant.name)}`, [plant]),
  )
  for (let seed = 1; seed <= WORLDS; seed++) {
    const { violations } = await runDeskWorld(system, seed, does)
    if (violations.length > 0) return seed
  }
  return 0
}
