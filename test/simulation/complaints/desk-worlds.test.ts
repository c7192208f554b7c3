import { testWorlds } from '../worlds.ts'
import { builtDesk } from './desk-program.ts'
import { openDesk } from './desk-system.ts'
import { runDeskWorld } from './desk-world.ts'

testWorlds('complaints', 'what is accepted is there once, and told once when it is due', async () => {
  const system = await openDesk(await builtDesk('worlds'))
  return (seed) => runDeskWorld(system, seed)
})
