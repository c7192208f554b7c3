import type { Chance } from '../chance.ts'
import { chanceOf } from '../chance.ts'
import { type Asked, everyAnswer } from '../client.ts'
import { driven } from '../driven.ts'
import type { Machine } from '../machine.ts'
import { traceLines } from '../trace.ts'
import type { Outcome } from '../world.ts'
import { write } from './acting-on-desk.ts'
import { checkDesk } from './check-desk.ts'
import { checkWritten } from './check-written.ts'
import { type DeskLedger, newDeskLedger } from './desk-ledger.ts'
import { drawnPolicy } from './desk-policies.ts'
import type { Desk } from './desk-prepared.ts'
import type { DeskSystem } from './desk-system.ts'
import { answerQuestion, edit, editTogether, handOver, open } from './edit-actions.ts'
import { answerBadly, bringIn, takeIn } from './intake-actions.ts'
import { changePolicy, listFollowUps, sweepNow } from './schedule-actions.ts'

/** One run of a desk: its chance, its clients' ledger, and the means to ask. */
export type DeskWorld = {
  chance: Chance
  machine: Machine
  ledger: DeskLedger
  desk: Desk
  /** Whether every reply arrives and nobody gives up: for the looks at the end. */
  calm: boolean
  /** Writes that were given up. */
  unanswered: Asked[]
}

/** What happens at a desk, and how often beside the others. */
const actions = {
  edit,
  editTogether,
  sweepNow,
  takeIn,
  answerQuestion,
  changePolicy,
  handOver,
  bringIn,
  answerBadly,
  open,
  listFollowUps,
}
export type DeskAction = keyof typeof actions
const OFTEN: Record<DeskAction, number> = {
  ...{ edit: 8, editTogether: 3, sweepNow: 6, takeIn: 3, answerQuestion: 2, changePolicy: 1 },
  ...{ handOver: 1, bringIn: 1, answerBadly: 1, open: 1, listFollowUps: 1 },
}

const FAULT_RATES = [0, 0.01, 0.03, 0.08]
const MINUTE_MS = 60_000
const WAITS_MS = [0, 0, 100, MINUTE_MS, 6 * MINUTE_MS, 6 * MINUTE_MS, 20 * MINUTE_MS, 180 * MINUTE_MS, 1500 * MINUTE_MS]

/**
 * Runs the world of a seed: some rounds in which several people and sweepers do something at once, minutes to days apart;
 * then sweeps in peace and looks at all of it.
 *
 * @param does The only actions, as often as they stand there; drawn where left out.
 */
export async function runDeskWorld(system: DeskSystem, seed: number, does?: DeskAction[]): Promise<Outcome> {
  const chance = chanceOf(seed)
  const ledger = newDeskLedger()
  const { machine, recorder } = await system.begin(chance, (...watched) => checkWritten(ledger, system, ...watched))
  const world: DeskWorld = { chance, machine, ledger, desk: system.desk, calm: true, unanswered: [] }
  try {
    const policy = { ...drawnPolicy(chance), version: 0 }
    await driven(machine, write(world, '/complaint-policy', policy, 'first-policy'))
    world.calm = false
    machine.trouble(chance.pick(FAULT_RATES))
    await driven(machine, rounds(world, does ?? drawnActions(chance)))
    machine.trouble(0)
    machine.note('everybody is done')
    world.calm = true
    await checkDesk(system, world)
    await driven(machine, everyAnswer(world, ledger.violation))
  } catch (error) {
    ledger.violation(`The world ended: ${(error as Error).stack}`)
  }
  ledger.violations.push(...recorder.foreign)
  return { violations: ledger.violations, operations: recorder.operations(), trace: () => traceLines(machine.trace) }
}

async function rounds(world: DeskWorld, choices: DeskAction[]): Promise<void> {
  const { chance, machine } = world
  const begun: Promise<void>[] = Array.from({ length: 1 + chance.below(2) }, () => takeIn(world))
  for (let left = 2 + chance.below(4); left > 0; left--) {
    await machine.pause(chance.pick(WAITS_MS))
    for (let at = 1 + chance.below(3); at > 0; at--) begun.push(actions[chance.pick(choices)](world))
  }
  await Promise.all(begun)
}

/** About half of what can happen: a world that has all of it finds less. */
function drawnActions(chance: Chance): DeskAction[] {
  const all = Object.entries(OFTEN) as [DeskAction, number][]
  return all.flatMap(([name, often]) =>
    name === 'edit' || chance.happens(0.6) ? Array<DeskAction>(often).fill(name) : [],
  )
}
