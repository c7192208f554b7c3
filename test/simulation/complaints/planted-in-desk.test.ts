import { expect, test } from 'vitest'
import { firstSeed } from '../program.ts'
import { builtDesk } from './desk-program.ts'
import { type DeskSystem, openDesk } from './desk-system.ts'
import { runDeskWorld } from './desk-world.ts'
import { type DeskPlant, deskPlants } from './plants-of-desk.ts'

const WORLDS = 300

test.each(deskPlants)('a simulation of the desk finds that $name', async (plant) => {
  const seed = await firstFinding(plant)
  expect(seed).toBeGreaterThan(0)
  expect((await runDeskWorld(await unplanted(), seed, plant.does)).violations).toEqual([])
})

test('the same seed gives the same trace of a desk, whatever was run before', async () => {
  const system = await openDesk(await builtDesk('same-seed'))
  const first = (await runDeskWorld(system, 7)).trace()
  await runDeskWorld(system, 8)
  expect((await runDeskWorld(system, 7)).trace()).toEqual(first)
  expect(first.length).toBeGreaterThan(10)
})

let withoutBugs: Promise<DeskSystem> | undefined
function unplanted(): Promise<DeskSystem> {
  withoutBugs ??= builtDesk('without-bugs').then(openDesk)
  return withoutBugs
}

/** The seed of the first world, from the one on that is known to, in which something is wrong; 0 where none is. */
async function firstFinding({ does, ...plant }: DeskPlant): Promise<number> {
  const system = await openDesk(
    await builtDesk(`planted-${deskPlants.findIndex(({ name }) => name === plant.name)}`, [plant]),
  )
  for (let seed = firstSeed(plant); seed <= WORLDS; seed++) {
    const { violations } = await runDeskWorld(system, seed, does)
    if (violations.length > 0) return seed
  }
  return 0
}
