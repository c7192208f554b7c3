import { PUBLIC_LIMITS } from '../../../functions/request/rate-limits.ts'
import { TABLE } from '../../../local/backend.ts'
import { newRecorder, type Recorder } from '../../recorder/recorder.ts'
import type { Chance } from '../chance.ts'
import { chanceOf } from '../chance.ts'
import type { Engine, Plain } from '../engine/engine.ts'
import { quickEngine } from '../engine/quick-engine.ts'
import { gatedClient } from '../gate.ts'
import { type Machine, machine, type Process } from '../machine.ts'
import { scheduled } from '../scheduled.ts'
import { type Desk, preparedDesk } from './desk-prepared.ts'
import type { DeskProgram } from './desk-program.ts'
import { type Clocks, clocksOf } from './machine-clocks.ts'
import { type MailServer, mailServer, type Taken } from './mail-server.ts'

/** The desk on its engine, opened once for many worlds: each begins with the same tables. */
export type DeskSystem = {
  engine: Engine
  desk: Desk
  mails: MailServer
  begin(
    chance: Chance,
    watch: (machine: Machine, operation: string, request: Plain) => void,
  ): Promise<{ machine: Machine; recorder: Recorder }>
  /** From now on every machine has the right time. */
  setClocks(): void
}

/** Where the schedule is asked to sweep. */
export const SWEEP = '/sweep'

const PREPARED_AT = Date.parse('2026-03-05T12:00:00Z')
/** Over a weekend on which clocks go forward in New York, and around the end of a year. */
const STARTS = ['2026-03-05T13:00:00Z', '2026-03-06T21:00:00Z', '2026-03-08T04:00:00Z', '2026-12-31T23:50:00Z']
const SPREAD_MS = 600_000
const PROCESSES = 150
const UNLIMITED = { burst: 1e9, perSecond: 1e9 }
const NO_LIMITS = Object.fromEntries(
  Object.keys(PUBLIC_LIMITS).map((limit) => [limit, UNLIMITED]),
) as typeof PUBLIC_LIMITS
/** What the server of mail says where trying again may help. */
const LATER = ['LimitExceededException', 'ThrottlingException']

export async function openDesk(program: DeskProgram): Promise<DeskSystem> {
  const clock = { now: PREPARED_AT }
  const mails = mailServer()
  let current: Machine
  let chance = chanceOf(0)
  let clocks: Clocks = clocksOf(chance, 'right')
  const engine = withMail(quickEngine(clock), (mail) => mails.take(mail, chance))
  const processes = Array.from({ length: PROCESSES }, (_, number) => processOf(number))
  current = machine(engine, processes, chance, clock, () => undefined, newRecorder())
  const desk = await preparedDesk(engine, current)
  const bringBack = await engine.keep()
  const atFirst = await engine.items()

  function processOf(number: number): Process {
    const process: Process = { number, fetch, died: undefined, used: false, since: 0, slow: false }
    const backend = {
      db: gatedClient((operation, request) => current.enter(process, operation, request)),
      table: TABLE,
      identity: { issuer: '', audience: [], jwks: { keys: [] }, longestSeconds: 0 },
      signingKey: 'a signing key that is used in simulations only',
      now: () => new Date(clock.now + clocks.ahead(number)),
      publicUrl: 'https://tiersheet.test',
      log: () => undefined,
    }
    let hono: ReturnType<DeskProgram['app']> | undefined
    return process

    async function fetch(request: Request): Promise<Response> {
      if (request.url.endsWith(SWEEP)) return scheduled(() => program.sweep(backend, { mailer }))
      hono ??= program.app(backend, NO_LIMITS)
      return hono.fetch(request)
    }

    /** As with SES, one try: what got no answer may have been taken. */
    async function mailer(mail: Taken): Promise<void> {
      const call: MailServer['calls'][number] = { id: mail.id, process: number }
      mails.calls.push(call)
      try {
        await current.enter(process, 'SendMail', { ...mail }, 1)
        call.said = 'taken'
      } catch (error) {
        const { name } = error as Error
        if (name === 'TimeoutError') throw error
        call.said = 'refused'
        throw new program.MailRefused(LATER.includes(name))
      }
    }
  }

  return {
    engine,
    desk,
    mails,
    setClocks() {
      clocks = clocksOf(chance, 'right')
    },
    async begin(ofWorld, watch) {
      chance = ofWorld
      for (const process of processes) Object.assign(process, { died: undefined, used: false })
      clock.now = Date.parse(chance.pick(STARTS)) + chance.below(SPREAD_MS)
      clocks = clocksOf(chance, chance.pick(['right', 'apart', 'apart', 'stepping']))
      mails.begin(chance.pick([0, 0, 0.2]))
      await bringBack()
      const recorder = newRecorder(atFirst)
      const heard = (operation: string, request: Plain) => watch(begun, operation, request)
      const begun = machine(engine, processes, chance, clock, heard, recorder)
      current = begun
      return { machine: begun, recorder }
    },
  }
}

function withMail(engine: Engine, take: (mail: Taken) => void): Engine {
  return {
    ...engine,
    perform(operation, request, lagMs) {
      if (operation !== 'SendMail') return engine.perform(operation, request, lagMs)
      take(request as Taken)
      return {}
    },
  }
}
