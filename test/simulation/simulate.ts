import { writeSync } from 'node:fs'
import { readOptions } from '../../local/options.ts'
import { runProgram } from '../../local/run-program.ts'
import { type Area, areaOf } from './areas.ts'
import { builtDesk } from './complaints/desk-program.ts'
import { openDesk } from './complaints/desk-system.ts'
import { runDeskWorld } from './complaints/desk-world.ts'
import { builtProgram } from './program.ts'
import { openSystem } from './system.ts'
import { runTeamWorld } from './team/team-world.ts'
import { type Outcome, runWorld } from './world.ts'

const PROGRESS = 500
/** What a seed's world is about. Worlds of the desk take four times as long as others. */
const AREAS = { surveys, complaints, team }

/**
 * `npm run simulate -- --worlds 10000 --seed 1`: that many worlds from a seed on of all areas together, or of one with
 * `--area surveys`, `complaints` or `team`. With `--operations 1000000` it goes on until so many were sent to DynamoDB.
 *
 * The first world in which something is wrong is told with its trace and ends the run with 1; the same seed gives the
 * same trace. Operations on what is of another workspace than was proven are wrong in any world.
 */
await runProgram(async () => {
  const given = { worlds: '1000', seed: '1', area: '', operations: '0' }
  const asked = readOptions(process.argv.slice(2), given)
  const [worlds, seed, most] = [asked.worlds, asked.seed, asked.operations].map(Number) as [number, number, number]
  const areas = new Map<Area, (seed: number) => Promise<Outcome>>()
  const started = performance.now()
  let operations = 0
  for (let done = 0; most > 0 ? operations < most : done < worlds; done++) {
    const area = (asked.area || areaOf(seed + done)) as Area
    const run = areas.get(area) ?? (await AREAS[area]())
    areas.set(area, run)
    const outcome = await run(seed + done)
    operations += outcome.operations
    if (outcome.violations.length > 0) {
      const again = `npm run simulate -- --area ${area} --seed ${seed + done} --worlds 1`
      writeSync(1, `${outcome.trace().join('\n')}\n\n${again}\n- ${outcome.violations.join('\n- ')}\n`)
      process.exit(1)
    }
    if ((done + 1) % PROGRESS === 0) tell(done + 1)
    if (most > 0 ? operations >= most : done + 1 === worlds) tell(done + 1)
  }
  process.exit(0)

  function tell(done: number): void {
    const seconds = Math.round((performance.now() - started) / 1000)
    console.log(`${done} worlds, ${operations} operations, none foreign, ${seconds} s: nothing is wrong`)
  }
})

async function surveys() {
  const system = await openSystem(await builtProgram('program'))
  return (seed: number) => runWorld(system, seed)
}

async function team() {
  const system = await openSystem(await builtProgram('program-of-team'))
  return (seed: number) => runTeamWorld(system, seed)
}

async function complaints() {
  const system = await openDesk(await builtDesk('program'))
  return (seed: number) => runDeskWorld(system, seed)
}
