import { expect, test } from 'vitest'
import { builtProgram, firstSeed, type Plant } from '../program.ts'
import { openSystem, type System } from '../system.ts'
import { runWorld } from '../world.ts'
import { audiencePlants, SHARING, teamPlants } from './plants-of-team.ts'
import { runTeamWorld, type TeamAction } from './team-world.ts'

const WORLDS = 300

test.each(teamPlants)('a simulation of a team finds that $name', async ({ does, ...plant }) => {
  await expectFound(`team-planted-${teamPlants.findIndex((each) => each.name === plant.name)}`, [plant], does)
})

test('a simulation of a team finds that a spreadsheet whose audience was removed reads on', async () => {
  await expectFound('team-planted-audiences', audiencePlants, [...SHARING, 'removeAudience', 'removeAudience'])
})

test('without the second wall the recorder names what a handler reads of another workspace', async () => {
  const wall = {
    name: 'no wall',
    file: 'functions/store/wall.ts',
    from: `if (!keys || !(isOurs || isAbsence)) throw breached()
    const reply = await backend.db.send(command as never)
    const { Item } = reply as { Item?: Record<string, unknown> }
    if (!isOurs && Item) throw breached()`,
    to: `if (!keys || isAbsence === undefined) throw breached()
    const reply = await backend.db.send(command as never)
    const { Item } = reply as { Item?: Record<string, unknown> }`,
  }
  const caller = {
    name: 'the workspace is taken from the body',
    file: 'functions/request/caller.ts',
    from: "const workspaceId = c.req.param('workspaceId') ?? ''",
    to: `const told = await c.req.json().catch(() => ({}))
  const workspaceId = told.workspaceId ?? c.req.param('workspaceId') ?? ''`,
  }
  const system = await openSystem(await builtProgram('team-no-wall', [wall, caller]))
  const violations: string[] = []
  for (let seed = 1; seed <= WORLDS && violations.length === 0; seed++) {
    const world = await runWorld(system, seed, { does: ['importPage', 'syncCustomers'] })
    violations.push(...world.violations.filter((each) => each.startsWith('Foreign: ')))
  }
  expect(violations[0]).toMatch(/^Foreign: \w+ W#/)
})

/** In one of the first worlds, and by these bugs alone. */
async function expectFound(name: string, plants: Plant[], does?: TeamAction[]): Promise<void> {
  const system = await openSystem(await builtProgram(name, plants))
  let seed = firstSeed(plants[0]!)
  while (seed <= WORLDS && (await runTeamWorld(system, seed, does)).violations.length === 0) seed++
  expect(seed).toBeLessThanOrEqual(WORLDS)
  expect((await runTeamWorld(await unplanted(), seed, does)).violations).toEqual([])
}

let withoutBugs: Promise<System> | undefined
function unplanted(): Promise<System> {
  withoutBugs ??= builtProgram('team-without-bugs').then((program) => openSystem(program))
  return withoutBugs
}
