import { TABLE } from '../../local/backend.ts'
import { type Database, openDatabase } from '../../local/dynamodb/database.ts'
import type { LevelWrite, Request } from '../../local/dynamodb/dynalite.ts'
import { perform } from '../../local/dynamodb/perform.ts'
import { tableDefinition } from '../../local/dynamodb/table.ts'
import type { Chance } from './chance.ts'
import { chanceOf } from './chance.ts'
import { gatedClient } from './gate.ts'
import { type Machine, machine, type Process } from './machine.ts'
import { type Place, prepared } from './prepared.ts'
import type { Program } from './program.ts'

/** The program on its engine, opened once for many worlds: each begins with the same tables and the same clock. */
export type System = {
  database: Database
  /** The workspaces and surveys that every world begins with. */
  places: Place[]
  /** A new world: all that another one left is gone. */
  begin(
    chance: Chance,
    watch: (operation: string, request: Request) => void,
  ): Promise<{ machine: Machine; clock: { now: number } }>
  close(): Promise<void>
}

/** So shortly before midnight that most worlds see it come. */
const START = Date.parse('2026-03-09T23:59:58Z')
const PROCESSES = 24
const SIGNING_KEY = 'a signing key that is used in simulations only'

export async function openSystem(program: Program): Promise<System> {
  const clock = { now: START }
  const database = await openDatabase(':memory:', () => clock.now)
  await perform(database, 'CreateTable', { TableName: TABLE, ...tableDefinition })
  let current: Machine
  const processes = Array.from({ length: PROCESSES }, (_, number): Process => {
    const process: Process = {
      number,
      fetch: (path, init) => hono.request(path, init),
      died: undefined,
      used: false,
      since: 0,
      slow: false,
    }
    const hono = program.app({
      db: gatedClient((operation, request) => current.enter(process, operation, request)),
      table: TABLE,
      identity: { issuer: '', audience: [], jwks: { keys: [] } },
      signingKey: SIGNING_KEY,
      now: () => new Date(clock.now),
      publicUrl: 'https://tiersheet.test',
      log: () => undefined,
    })
    return process
  })
  let kept: LevelWrite[] | undefined

  async function begin(chance: Chance, watch: (operation: string, request: Request) => void) {
    for (const process of processes) Object.assign(process, { died: undefined, used: false })
    clock.now = START + chance.below(2000)
    if (kept) {
      await database.store.db.clear({})
      await database.store.db.batch(kept)
    }
    current = machine(database, processes, chance, clock, watch)
    return { machine: current, clock }
  }

  const places = await prepared(database, (await begin(chanceOf(0), () => undefined)).machine)
  kept = await everything(database)
  return { database, places, begin, close: () => database.close() }
}

async function everything({ store }: Database): Promise<LevelWrite[]> {
  const writes: LevelWrite[] = []
  for await (const [key, value] of store.db.iterator({})) writes.push({ type: 'put', key, value })
  return writes
}
