import type { Chance } from '../chance.ts'
import { chanceOf } from '../chance.ts'
import { type Asked, everyAnswer } from '../client.ts'
import { driven } from '../driven.ts'
import type { Machine } from '../machine.ts'
import type { System } from '../system.ts'
import { traceLines } from '../trace.ts'
import type { Outcome } from '../world.ts'
import { checkTeam } from './check-team.ts'
import { endKey, makeKey, outlive, renewKey, useKey } from './key-actions.ts'
import { addAudience, publish, removeAudience } from './kpi-actions.ts'
import { mirror } from './mirror-actions.ts'
import { changeMember, join, joined, tryRole } from './people-actions.ts'
import { newTeamLedger, type TeamLedger } from './team-ledger.ts'

/** One run of a team: who belongs to it, its keys, its customers' mirror, and what it shares. */
export type TeamWorld = {
  chance: Chance
  machine: Machine
  ledger: TeamLedger
  /** All workspaces, and those that this world is about. */
  everywhere: string[]
  workspaces: string[]
  /** Whether every reply arrives and nobody gives up: for the looks at the end. */
  calm: boolean
  /** Writes that were given up. */
  unanswered: Asked[]
}

const actions = {
  ...{ join, changeMember, tryRole, makeKey, renewKey, outlive, endKey, useKey },
  ...{ mirror, addAudience, removeAudience, publish },
} satisfies Record<string, (world: TeamWorld) => Promise<void>>
export type TeamAction = keyof typeof actions

/** What a world is about, and how often each is done. */
const KINDS: Partial<Record<TeamAction, number>>[] = [
  { join: 3, changeMember: 4, tryRole: 5, makeKey: 1, mirror: 1 },
  { publish: 5, useKey: 5, makeKey: 2, addAudience: 2, removeAudience: 1, endKey: 2 },
  { makeKey: 3, renewKey: 2, outlive: 1, endKey: 3, useKey: 4, addAudience: 1, changeMember: 1 },
  { mirror: 5, join: 1, tryRole: 1 },
]
const SHARES = [0.35, 0.4, 0.1, 0.15]
const FAULT_RATES = [0, 0.02, 0.06, 0.15]

/**
 * Runs the world of a seed: up to four clients at once, each with some things to do; then looks at all of it.
 *
 * @param does The only actions, as often as they stand there; drawn where left out.
 */
export async function runTeamWorld(system: System, seed: number, does?: TeamAction[]): Promise<Outcome> {
  const chance = chanceOf(seed)
  const ledger = newTeamLedger()
  const { machine, recorder } = await system.begin(chance, () => undefined)
  const everywhere = [...new Set(system.places.map(({ workspaceId }) => workspaceId))]
  const workspaces = chance.happens(0.2) ? everywhere : [chance.pick(everywhere)]
  const world: TeamWorld = { chance, machine, ledger, everywhere, workspaces, calm: true, unanswered: [] }
  try {
    const choices = does ?? drawn(chance)
    await driven(machine, begun(world, choices))
    world.calm = false
    machine.trouble(chance.pick(FAULT_RATES))
    await driven(machine, Promise.all(Array.from({ length: 2 + chance.below(3) }, () => life(world, choices))))
    machine.trouble(0)
    machine.note('everybody is done')
    world.calm = true
    await checkTeam(system, world)
    await driven(machine, everyAnswer(world, ledger.violation))
  } catch (error) {
    ledger.violation(`The world ended: ${(error as Error).stack}`)
  }
  ledger.violations.push(...recorder.foreign)
  return { violations: ledger.violations, operations: recorder.operations(), trace: () => traceLines(machine.trace) }
}

/** What many worlds need before anything can meet. */
async function begun(world: TeamWorld, choices: TeamAction[]): Promise<void> {
  if (choices.includes('tryRole')) await joined(world, world.workspaces[0]!, 'li')
  if (!choices.includes('publish')) return
  for (let audiences = 2; audiences > 0; audiences--) await addAudience(world)
  for (let keys = 2; keys > 0; keys--) await makeKey(world)
}

function drawn(chance: Chance): TeamAction[] {
  let left = chance.next()
  const at = SHARES.findIndex((share) => {
    left -= share
    return left < 0
  })
  const all = Object.entries(KINDS[Math.max(0, at)]!) as [TeamAction, number][]
  return all.flatMap(([name, often]) => Array<TeamAction>(often).fill(name))
}

async function life(world: TeamWorld, choices: TeamAction[]): Promise<void> {
  const { chance, machine } = world
  for (let left = 1 + chance.below(3); left > 0; left--) {
    await actions[chance.pick(choices)](world)
    await machine.pause(chance.below(chance.happens(0.2) ? 90_000 : 100))
  }
}
