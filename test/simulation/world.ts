import { actions, pathOf } from './actions.ts'
import type { Chance } from './chance.ts'
import { chanceOf } from './chance.ts'
import { figuresNeverOlder } from './check-days.ts'
import { CUTS, type Cut } from './check-figures.ts'
import { checkWorld } from './check-world.ts'
import { ask } from './client.ts'
import { driven } from './driven.ts'
import type { Answers, Ledger } from './ledger.ts'
import { newLedger } from './ledger.ts'
import type { Machine } from './machine.ts'
import { MEMBER, type Place } from './prepared.ts'
import type { System } from './system.ts'
import { traceLines } from './trace.ts'

type Listed = { answerId: string; revision: number; answers: Answers; customerId?: string; channel: string }

/** One run of everything: its chance, its clients' ledger, and the means to ask. */
export type World = {
  chance: Chance
  machine: Machine
  ledger: Ledger
  /** Both workspaces' surveys, and those that this world is about: often one, so that its clients meet. */
  everywhere: Place[]
  places: Place[]
  /** By what figures are read. */
  cuts: Cut[]
  /** Whether every reply arrives and nobody gives up: for the looks at the end. */
  calm: boolean
  /** All answers of a survey, read page by page; undefined where the client gave up. */
  listed(place: Place, limit: number): Promise<Listed[] | undefined>
}

export type Outcome = { violations: string[]; requests: number; trace: () => string[] }

const FAULT_RATES = [0, 0.02, 0.06, 0.15]

/**
 * Runs the world of a seed: up to three clients at once, each with one or two things to do; then looks at all of it.
 *
 * @param theme Names of the only actions; some of all where left out.
 */
export async function runWorld(system: System, seed: number, theme?: string[]): Promise<Outcome> {
  const chance = chanceOf(seed)
  const ledger = newLedger(chance)
  const { machine } = await system.begin(chance, figuresNeverOlder(ledger))
  const world: World = {
    ...{ chance, machine, ledger, calm: false },
    everywhere: system.places,
    places: !theme && chance.happens(0.25) ? system.places : [chance.pick(system.places)],
    cuts: !theme && chance.happens(0.25) ? [...CUTS] : [chance.pick(CUTS)],
    listed: (place, limit) => listed(world, place, limit),
  }
  machine.trouble(chance.pick(FAULT_RATES))
  try {
    const choices = thingsToDo(chance, theme)
    const clients = theme ? 3 : 1 + chance.below(3)
    await driven(machine, Promise.all(Array.from({ length: clients }, () => life(world, choices))))
    machine.trouble(0)
    machine.note('everybody is done')
    world.calm = true
    await checkWorld(system, world)
  } catch (error) {
    ledger.violation(`The world ended: ${(error as Error).stack}`)
  }
  const requests = machine.trace.filter(({ what }) => typeof what === 'object').length
  return { violations: ledger.violations, requests, trace: () => traceLines(machine.trace) }
}

type Act = (world: World) => Promise<void>

/** Not all actions in every world, but those often: one that all of them share finds less. */
function thingsToDo(chance: Chance, theme?: string[]): Act[] {
  const some = theme?.map((name) => actions[name]!) ?? Object.values(actions).filter(() => chance.happens(0.5))
  return [actions.importPage!, ...some].flatMap(({ weight, act }) => Array<Act>(weight).fill(act))
}

async function life(world: World, choices: Act[]): Promise<void> {
  const { chance } = world
  for (let left = 1 + chance.below(2); left > 0; left--) await chance.pick(choices)(world)
}

async function listed(world: World, place: Place, limit: number): Promise<Listed[] | undefined> {
  const all: Listed[] = []
  let cursor = ''
  do {
    const path = `${pathOf(place)}/answers?limit=${limit}${cursor && `&cursor=${cursor}`}`
    const page = await ask(world, { method: 'GET', path, as: MEMBER }, world.ledger.violation)
    if (!page) return undefined
    if (page.status !== 200) world.ledger.violation(`answers: ${page.status}`)
    all.push(...page.body.answers)
    cursor = page.body.cursor ?? ''
  } while (cursor)
  return all
}
