import { expect, test } from 'vitest'
import { plants as answerPlants } from './plants.ts'
import { surveyPlants } from './plants-of-surveys.ts'
import { builtProgram, firstSeed, type Plant } from './program.ts'
import { openSystem, type System } from './system.ts'
import { runWorld } from './world.ts'

const WORLDS = 600
const plants = [...answerPlants, ...surveyPlants]

test.each(plants)('a simulation finds that $name', async (plant) => {
  const seed = await firstFinding(plant)
  expect(seed).toBeGreaterThan(0)
  expect((await runWorld(await unplanted(), seed, plant.theme)).violations).toEqual([])
})

test('a bug whose text is not found once is told, not left out', async () => {
  const [plant] = plants
  await expect(builtProgram('unplanted', [{ ...plant!, from: 'no such text' }])).rejects.toThrow('stands 0 times')
})

test('the same seed gives the same trace, whatever was run before', async () => {
  const system = await openSystem(await builtProgram('same-seed'))
  const first = (await runWorld(system, 7)).trace()
  await runWorld(system, 8)
  expect((await runWorld(system, 7)).trace()).toEqual(first)
  expect(first.length).toBeGreaterThan(10)
  await system.close()
})

let withoutBugs: Promise<System> | undefined
function unplanted(): Promise<System> {
  withoutBugs ??= builtProgram('without-bugs').then((program) => openSystem(program))
  return withoutBugs
}

/** The seed of the first world, from the one on that is known to, in which something is wrong; 0 where none is. */
async function firstFinding(plant: Plant): Promise<number> {
  const system = await openSystem(await builtProgram(`planted-${plants.indexOf(plant)}`, [plant]))
  try {
    for (let seed = firstSeed(plant); seed <= WORLDS; seed++) {
      if ((await runWorld(system, seed, plant.theme)).violations.length > 0) return seed
    }
    return 0
  } finally {
    await system.close()
  }
}
