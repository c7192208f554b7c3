import { builtProgram } from './program.ts'
import { openSystem } from './system.ts'
import { runWorld } from './world.ts'
import { testWorlds } from './worlds.ts'

testWorlds('surveys', 'figures equal a recount, and nothing accepted is lost', async () => {
  const system = await openSystem(await builtProgram('worlds'))
  return (seed) => runWorld(system, seed)
})
