import { readOptions } from '../../local/options.ts'
import { runProgram } from '../../local/run-program.ts'
import { builtDesk } from './complaints/desk-program.ts'
import { openDesk } from './complaints/desk-system.ts'
import { runDeskWorld } from './complaints/desk-world.ts'
import { builtProgram } from './program.ts'
import { openSystem } from './system.ts'
import { runWorld } from './world.ts'

const PROGRESS = 500
/** Worlds of the complaint desk in place of those of surveys. */
const COMPLAINTS = '--complaints'

/**
 * `npm run simulate -- --worlds 10000 --seed 1`, with `--complaints` for the desk: that many worlds from a seed on. The
 * first in which something is wrong is told with its trace and ends the run with 1; the same seed gives the same trace.
 */
await runProgram(async () => {
  const asked = process.argv.slice(2)
  const { worlds, seed } = readOptions(
    asked.filter((option) => option !== COMPLAINTS),
    { worlds: '1000', seed: '1' },
  )
  const run = await (asked.includes(COMPLAINTS) ? deskWorlds() : surveyWorlds())
  const started = performance.now()
  let operations = 0
  for (let done = 0; done < Number(worlds); done++) {
    const outcome = await run(Number(seed) + done)
    operations += outcome.operations
    if (outcome.violations.length > 0) {
      console.log(outcome.trace().join('\n'))
      console.log(`\nIn the world of seed ${Number(seed) + done}:\n- ${outcome.violations.join('\n- ')}`)
      process.exit(1)
    }
    if ((done + 1) % PROGRESS === 0 || done + 1 === Number(worlds)) {
      const seconds = Math.round((performance.now() - started) / 1000)
      console.log(`${done + 1} worlds, ${operations} operations, ${seconds} s: nothing is wrong`)
    }
  }
  process.exit(0)
})

async function surveyWorlds() {
  const system = await openSystem(await builtProgram('program'))
  return (seed: number) => runWorld(system, seed)
}

async function deskWorlds() {
  const system = await openDesk(await builtDesk('program'))
  return (seed: number) => runDeskWorld(system, seed)
}
