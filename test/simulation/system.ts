import { TABLE } from '../../local/backend.ts'
import { newRecorder, type Recorder } from '../recorder/recorder.ts'
import type { Chance } from './chance.ts'
import { chanceOf } from './chance.ts'
import type { Engine, Plain } from './engine/engine.ts'
import type { Item } from './engine/item.ts'
import { quickEngine } from './engine/quick-engine.ts'
import { gatedClient } from './gate.ts'
import { type Machine, machine, type Process } from './machine.ts'
import { type Place, prepared } from './prepared.ts'
import type { Program } from './program.ts'
import { NIGHT } from './retention-actions.ts'
import { scheduled } from './scheduled.ts'

/** The program on its engine, opened once for many worlds: each begins with the same tables and the same clock. */
export type System = {
  engine: Engine
  /** The workspaces and surveys that every world begins with. */
  places: Place[]
  /** A new world: all that another one left is gone. */
  begin(
    chance: Chance,
    watch: (operation: string, request: Plain) => void,
  ): Promise<{ machine: Machine; recorder: Recorder }>
  close(): Promise<void>
}

/** So shortly before midnight that most worlds see it come. */
const START = Date.parse('2026-03-09T23:59:58Z')
const HOUR_MS = 3_600_000
const PROCESSES = 24
/** They are counted in a process's memory, which worlds share: the same seed would not always give the same world. */
const UNLIMITED = { burst: 1e9, perSecond: 1e9 }
const NO_LIMITS = {
  address: UNLIMITED,
  miss: UNLIMITED,
  link: UNLIMITED,
  survey: UNLIMITED,
  form: UNLIMITED,
  writer: UNLIMITED,
  code: UNLIMITED,
}
const SIGNING_KEY = 'a signing key that is used in simulations only'

export async function openSystem(
  program: Program,
  engineOf: (clock: { now: number }) => Engine | Promise<Engine> = quickEngine,
): Promise<System> {
  const clock = { now: START }
  const engine = await engineOf(clock)
  let current: Machine
  const processes = Array.from({ length: PROCESSES }, (_, number): Process => {
    const process: Process = {
      number,
      fetch,
      died: undefined,
      used: false,
      since: 0,
      slow: false,
    }
    const backend = {
      db: gatedClient((operation, request) => current.enter(process, operation, request)),
      table: TABLE,
      identity: { issuer: '', audience: [], jwks: { keys: [] }, longestSeconds: 0 },
      signingKey: SIGNING_KEY,
      now: () => new Date(clock.now),
      publicUrl: 'https://tiersheet.test',
      log: () => undefined,
    }
    const hono = program.app(backend, NO_LIMITS)
    return process

    async function fetch(request: Request): Promise<Response> {
      if (request.url.endsWith(NIGHT)) return scheduled(() => program.expireAnswers(backend))
      return hono.fetch(request)
    }
  })
  let bringBack: (() => Promise<void> | void) | undefined
  let begun: Item[] = []

  async function begin(chance: Chance, watch: (operation: string, request: Plain) => void) {
    for (const process of processes) Object.assign(process, { died: undefined, used: false })
    clock.now = START + chance.below(2000)
    await bringBack?.()
    const recorder = newRecorder(begun)
    current = machine(engine, processes, chance, clock, watch, recorder)
    return { machine: current, recorder }
  }

  const first = await begin(chanceOf(0), () => undefined)
  clock.now = START - HOUR_MS
  const places = await prepared(engine, first.machine)
  bringBack = await engine.keep()
  begun = await engine.items()
  return { engine, places, begin, close: async () => engine.close() }
}
