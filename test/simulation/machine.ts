import type { Caller, Recorder } from '../recorder/recorder.ts'
import type { Chance } from './chance.ts'
import type { Engine, Plain } from './engine/engine.ts'
import type { Fault } from './faults.ts'
import { conflict, drawnFault, isOfDynamo, sdkError } from './faults.ts'
import { surround } from './surroundings.ts'

/** A container that answers one request at a time, as Lambda's do; one that died is not used again. */
export type Process = {
  number: number
  fetch: (request: Request) => Response | Promise<Response>
  /** Whose request it works on. */
  caller?: Caller
  /** Set while it works: what becomes of it if it dies. */
  died: (() => void) | undefined
  used: boolean
  /** When it began with the request that it works on. */
  since: number
  /** Whether others mostly go first: what one read is old by the time it writes. */
  slow: boolean
}

export type Died = 'died'
export type Answered = { status: number; text: string }

type Waiting = {
  process: Process
  operation: string
  request: Plain
  attempt: number
  /** How often it is tried. */
  tries: number
  resolve: (reply: Plain) => void
  reject: (error: unknown) => void
}
/** What happened when; told only where it is asked for, see `told`. */
export type Entry = {
  at: number
  what: string | { process: number; operation: string; request: Plain; fault: Fault | undefined }
}
type Timer = { at: number; process: Process | undefined; what: string; run: () => void }

const TRIES = 3
/** A request that takes longer is ended, as Lambda does. */
const LIFE_MS = 29_000
/** So long a request may be under way. */
const STALL_MS = 20_000
/** So old may be what an index tells, where the table itself tells what is. */
const LAGS_MS = 2000

/**
 * What decides all that is left to chance in a world: which of the waiting requests to DynamoDB is next and what befalls
 * it, how late it is, when timers run. Code under test runs between two decisions only.
 */
export function machine(
  engine: Engine,
  processes: Process[],
  chance: Chance,
  clock: { now: number },
  /** Hears of every request that DynamoDB did. */
  watch: (operation: string, request: Plain) => void,
  /** Hears of every request that is sent, and for whom. */
  recorder: Recorder,
) {
  const waiting: Waiting[] = []
  const timers: Timer[] = []
  const trace: Entry[] = []
  const dead = new Set<number>()
  let faultRate = 0
  let faults = 0
  let running: Process | undefined

  surround({
    setTimeout: (work, ms) => void later(ms, running, 'waits', work),
    random: chance.next,
    getRandomValues(into) {
      for (let at = 0; at < into.length; at++) into[at] = chance.below(256)
      return into
    },
  })

  function later(ms: number, process: Process | undefined, what: string, run: () => void): void {
    timers.push({ at: clock.now + Math.max(1, ms), process, what, run })
  }

  /** A process's request to DynamoDB waits here for its turn. */
  function enter(process: Process, operation: string, request: Plain, tries = TRIES): Promise<Plain> {
    if (operation === 'TransactWriteItems') request.ClientRequestToken ??= `t${chance.below(2 ** 31)}`
    return new Promise((resolve, reject) => {
      waiting.push({ process, operation, request, attempt: 1, tries, resolve, reject })
    })
  }

  /** Hands a request to an unused process; `died` if it did. */
  async function handled(request: Request, isSchedule = false): Promise<Answered | Died> {
    const process = processes.find(({ used }) => !used)
    if (!process) throw new Error('The world has too few processes.')
    process.used = true
    process.since = clock.now
    process.caller = recorder.begins(request, isSchedule)
    process.slow = chance.happens(0.25)
    const death = new Promise<Died>((resolve) => {
      process.died = () => resolve('died')
    })
    const response = await Promise.race([whole(process.fetch(request)), death])
    if (response === 'died') return response
    process.used = false
    process.died = undefined
    return response
  }

  function kill(process: Process): void {
    for (let at = waiting.length - 1; at >= 0; at--) if (waiting[at]!.process === process) waiting.splice(at, 1)
    for (let at = timers.length - 1; at >= 0; at--) if (timers[at]!.process === process) timers.splice(at, 1)
    const { died } = process
    process.died = undefined
    dead.add(process.number)
    died?.()
  }

  /** Lets the next thing happen. False where nothing is left. */
  async function step(): Promise<boolean> {
    await quiet()
    clock.now += chance.below(40)
    const old = processes.filter(({ died, since }) => died && clock.now - since > LIFE_MS)
    if (old.length > 0) {
      for (const process of old) kill(process)
      return true
    }
    const choices = [...timers.filter(({ at }) => at <= clock.now), ...waiting]
    if (choices.length === 0) return wakeFirst()
    const quick = choices.filter(({ process }) => !process?.slow)
    const chosen = chance.pick(quick.length > 0 && chance.happens(0.9) ? quick : choices)
    if ('run' in chosen) runTimer(chosen)
    else await grant(chosen)
    return true
  }

  function wakeFirst(): boolean {
    const first = timers.reduce<Timer | undefined>(
      (least, timer) => (least && least.at <= timer.at ? least : timer),
      undefined,
    )
    if (!first) return false
    clock.now = Math.max(clock.now, first.at)
    if (first.process && clock.now - first.process.since > LIFE_MS) kill(first.process)
    else runTimer(first)
    return true
  }

  function runTimer(timer: Timer): void {
    timers.splice(timers.indexOf(timer), 1)
    running = timer.process
    timer.run()
  }

  async function grant(turn: Waiting): Promise<void> {
    const { process, operation, request } = turn
    waiting.splice(waiting.indexOf(turn), 1)
    const fault = drawnFault(chance, faultRate, operation)
    if (fault) faults++
    note({ process: process.number, operation, request, fault })
    running = process
    recorder.sees(process.caller, operation, request)
    if (fault === 'dies before') return kill(process)
    if (fault === 'stalls') return later(chance.below(STALL_MS), process, 'stalls', () => void waiting.push(turn))
    if (fault === 'throttled') return again(turn, 'ThrottlingException')
    if (fault === 'conflict') return turn.reject(conflict(chance, engine.reasons(request)))
    const lagMs = request.IndexName && chance.happens(0.3) ? chance.below(LAGS_MS) : 0
    const done = await outcome(operation, request, { inPart: fault === 'in part', lagMs })
    if (!(done instanceof Error)) {
      recorder.did(operation, request)
      watch(operation, request)
    }
    if (fault === 'dies after') return kill(process)
    if (fault === 'reply lost') return again(turn, 'TimeoutError')
    if (done instanceof Error) {
      note(`  refused: ${done.message}`)
      turn.reject(done)
    } else turn.resolve(done)
  }

  /** As the SDK does: the same token. */
  function again(turn: Waiting, error: string): void {
    const next = { ...turn, attempt: turn.attempt + 1 }
    if (turn.attempt === turn.tries) turn.reject(sdkError(error))
    else later(chance.below(200), turn.process, 'tries again', () => void waiting.push(next))
  }

  async function outcome(
    operation: string,
    request: Plain,
    { inPart, lagMs }: { inPart: boolean; lagMs: number },
  ): Promise<Plain | Error> {
    try {
      if (!inPart) return await engine.perform(operation, request, lagMs)
      if (operation === 'Query') return await engine.perform(operation, { ...request, Limit: 1 }, lagMs)
      return await partOfBatch(request)
    } catch (error) {
      if (isOfDynamo(error)) return error
      throw error
    }
  }

  /** A batch of which only the first key is read. */
  async function partOfBatch(request: Plain): Promise<Plain> {
    const [table, asked] = Object.entries(request.RequestItems as Record<string, { Keys: unknown[] }>)[0]!
    const part = (Keys: unknown[]) => ({ [table]: { ...asked, Keys } })
    const reply = await engine.perform('BatchGetItem', { ...request, RequestItems: part(asked.Keys.slice(0, 1)) }, 0)
    return asked.Keys.length > 1 ? { ...reply, UnprocessedKeys: part(asked.Keys.slice(1)) } : reply
  }

  /** Until every working process waits: for its turn, or for a timer. */
  async function quiet(): Promise<void> {
    for (let turns = 0; ; turns++) {
      await new Promise((resolve) => setImmediate(resolve))
      const busy = processes.find((each) => each.died && !waits(each))
      if (!busy) return
      if (turns > 10_000) throw new Error(`Process ${busy.number} waits for something outside of the simulation.`)
    }
  }

  function waits(process: Process): boolean {
    return waiting.some((each) => each.process === process) || timers.some((each) => each.process === process)
  }

  function note(what: Entry['what']): void {
    trace.push({ at: clock.now, what })
  }

  return {
    trace,
    enter,
    handled,
    step,
    note,
    /** The processes that were ended in the middle of a request. */
    dead,
    /** Lets a client wait. */
    pause: (ms: number) => new Promise<void>((resolve) => later(ms, undefined, 'pauses', resolve)),
    /** From now on a share of the requests meets a fault. */
    trouble(rate: number) {
      faultRate = rate
    },
    faults: () => faults,
    now: () => clock.now,
  }
}

export type Machine = ReturnType<typeof machine>

async function whole(answering: Response | Promise<Response>): Promise<Answered> {
  const response = await answering
  return { status: response.status, text: await response.text() }
}
