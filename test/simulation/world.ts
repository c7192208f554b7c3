import { pathOf } from './acting.ts'
import { type Action, actions } from './actions.ts'
import type { Chance } from './chance.ts'
import { chanceOf } from './chance.ts'
import { figuresNeverOlder } from './check-days.ts'
import { CUTS, type Cut } from './check-figures.ts'
import { checkWorld } from './check-world.ts'
import { type Asked, ask, everyAnswer } from './client.ts'
import { driven } from './driven.ts'
import { type Kind, kinds } from './kinds.ts'
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
  /** Writes that were given up. */
  unanswered: Asked[]
  /** All answers of a survey, read page by page; undefined where the client gave up. */
  listed(place: Place, limit: number): Promise<Listed[] | undefined>
}

/** The only actions of a world, as often as they stand there; what else is settled of it. */
export type Theme = {
  does: Action[]
  places?: string[]
  /** The share of requests to DynamoDB that meet a fault. */
  faults?: number
}

/** `operations` were sent to DynamoDB. */
export type Outcome = { violations: string[]; operations: number; trace: () => string[] }

const FAULT_RATES = [0, 0.02, 0.06, 0.15]

/**
 * Runs the world of a seed: up to three clients at once, each with one or two things to do; then looks at all of it.
 *
 * @param theme The only actions, and where they are done; drawn where left out.
 */
export async function runWorld(system: System, seed: number, theme?: Theme): Promise<Outcome> {
  const chance = chanceOf(seed)
  const ledger = newLedger(chance)
  const { machine, recorder } = await system.begin(chance, figuresNeverOlder(ledger))
  const kind = theme ? undefined : kindOf(chance)
  const there = system.places.filter(({ name }) => (theme?.places ?? kind?.places ?? ['A1', 'A2', 'B1']).includes(name))
  const world: World = {
    ...{ chance, machine, ledger, calm: false, unanswered: [] },
    everywhere: system.places,
    places: !theme && chance.happens(0.25) ? there : [chance.pick(there)],
    cuts: !theme && chance.happens(0.25) ? [...CUTS] : [chance.pick(CUTS)],
    listed: (place, limit) => listed(world, place, limit),
  }
  for (const place of world.places) knowBefore(ledger, place)
  machine.trouble(theme?.faults ?? chance.pick(FAULT_RATES))
  try {
    const choices = theme?.does ?? thingsToDo(chance, kind!)
    const clients = theme ? 3 : 1 + chance.below(3)
    await driven(machine, Promise.all(Array.from({ length: clients }, () => life(world, choices))))
    machine.trouble(0)
    machine.note('everybody is done')
    world.calm = true
    await checkWorld(system, world)
    await driven(machine, everyAnswer(world, ledger.violation))
  } catch (error) {
    ledger.violation(`The world ended: ${(error as Error).stack}`)
  }
  ledger.violations.push(...recorder.foreign)
  return { violations: ledger.violations, operations: recorder.operations(), trace: () => traceLines(machine.trace) }
}

function kindOf(chance: Chance): Kind {
  let left = chance.next()
  for (const kind of kinds) {
    left -= kind.share
    if (left < 0) return kind
  }
  return kinds[0]!
}

function thingsToDo(chance: Chance, { does }: Kind): Action[] {
  const all = Object.entries(does) as [Action, number][]
  return all.flatMap(([name, weight], at) => (at === 0 || chance.happens(0.5) ? Array<Action>(weight).fill(name) : []))
}

async function life(world: World, choices: Action[]): Promise<void> {
  const { chance } = world
  for (let left = 1 + chance.below(2); left > 0; left--) await actions[chance.pick(choices)](world)
}

/** What every world of a survey begins with was told to be stored, too. */
function knowBefore(ledger: Ledger, place: Place): void {
  for (const [at, answers] of place.before.entries()) {
    const source = ledger.source(place, `before/${at}`)
    source.stored = { answers, channel: 'staff', mirrored: false }
    source.sent.push(source.stored)
  }
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
