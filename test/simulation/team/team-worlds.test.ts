import { builtProgram } from '../program.ts'
import { openSystem } from '../system.ts'
import { testWorlds } from '../worlds.ts'
import { runTeamWorld } from './team-world.ts'

testWorlds('team', 'roles and keys end when they are told to, and nobody sees what they may not', async () => {
  const system = await openSystem(await builtProgram('worlds-of-team'))
  return (seed) => runTeamWorld(system, seed)
})
