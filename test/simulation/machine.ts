import type { Database } from '../../local/dynamodb/database.ts'
import type { Request } from '../../local/dynamodb/dynalite.ts'
import { errorBody } from '../../local/dynamodb/dynamo-error.ts'
import { perform } from '../../local/dynamodb/perform.ts'
import type { Chance } from './chance.ts'
import type { Fault } from './faults.ts'
import { conflict, drawnFault, sdkError } from './faults.ts'
import { surround } from './surroundings.ts'

/** A container that answers one request at a time, as Lambda's do; one that died is not used again. */
export type Process = {
  number: number
  fetch: (path: string, init: RequestInit) => Response | Promise<Response>
  /** Set while it works: what becomes of it if it dies. */
  died: (() => void) | undefined
  used: boolean
  /** When it began with the request that it works on. */
  since: number
  /** Whether others mostly go first: what one read is old by the time it writes. */
  slow: boolean
}

export type Died = 'died'

type Waiting = {
  process: Process
  operation: string
  request: Request
  attempt: number
  resolve: (reply: Request) => void
  reject: (error: unknown) => void
}
/** What happened when; told only where it is asked for, see `told`. */
export type Entry = {
  at: number
  what: string | { process: number; operation: string; request: Request; fault: Fault | undefined }
}
type Timer = { at: number; process: Process | undefined; what: string; run: () => void }

const TRIES = 3
/** A request that takes longer is ended, as Lambda does. */
const LIFE_MS = 29_000

/**
 * What decides all that is left to chance in a world: which of the waiting requests to DynamoDB is next and what befalls
 * it, how late it is, when timers run. Code under test runs between two decisions only.
 */
export function machine(
  database: Database,
  processes: Process[],
  chance: Chance,
  clock: { now: number },
  /** Hears of every request that DynamoDB did. */
  watch: (operation: string, request: Request) => void,
) {
  const waiting: Waiting[] = []
  const timers: Timer[] = []
  const trace: Entry[] = []
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
  function enter(process: Process, operation: string, request: Request): Promise<Request> {
    if (operation === 'TransactWriteItems') request.ClientRequestToken ??= `t${chance.below(2 ** 31)}`
    return new Promise((resolve, reject) => {
      waiting.push({ process, operation, request, attempt: 1, resolve, reject })
    })
  }

  /** Hands a request to an unused process; `died` if it did. */
  async function handled(path: string, init: RequestInit): Promise<Response | Died> {
    const process = processes.find(({ used }) => !used)
    if (!process) throw new Error('The world has too few processes.')
    process.used = true
    process.since = clock.now
    process.slow = chance.happens(0.25)
    const death = new Promise<Died>((resolve) => {
      process.died = () => resolve('died')
    })
    const response = await Promise.race([whole(process.fetch(path, init)), death])
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
    if (fault === 'dies before') return kill(process)
    if (fault === 'throttled') return again(turn, 'ThrottlingException')
    if (fault === 'conflict') return turn.reject(conflict(chance, (request.TransactItems as unknown[]).length))
    const once = fault === 'reply lost' || fault === 'in part'
    const done = await outcome(operation, once ? structuredClone(request) : request, fault === 'in part')
    if (!(done instanceof Error)) watch(operation, request)
    if (fault === 'dies after') return kill(process)
    if (fault === 'reply lost') return again(turn, 'TimeoutError')
    if (done instanceof Error) {
      note(`  refused: ${done.message}`)
      turn.reject(done)
    } else turn.resolve(done)
  }

  /** As the SDK does: three tries, the same token. */
  function again(turn: Waiting, error: string): void {
    const next = { ...turn, attempt: turn.attempt + 1 }
    if (turn.attempt === TRIES) turn.reject(sdkError(error))
    else later(chance.below(200), turn.process, 'tries again', () => void waiting.push(next))
  }

  async function outcome(operation: string, request: Request, inPart: boolean): Promise<Request | Error> {
    try {
      if (!inPart) return await perform(database, operation, request)
      if (operation === 'Query') return await perform(database, operation, { ...request, Limit: 1 })
      return await partOfBatch(operation, request)
    } catch (error) {
      const body = errorBody(error)
      if (!body) throw error
      const { __type, message, ...details } = body as { __type: string; message: string }
      return Object.assign(sdkError(__type.replace(/.*#/, ''), details), {
        message: `${__type.replace(/.*#/, '')}: ${message}`,
      })
    }
  }

  /** A batch of which only the first key or write is done. */
  async function partOfBatch(operation: string, request: Request): Promise<Request> {
    const [table, asked] = Object.entries(request.RequestItems as Record<string, { Keys: unknown[] } | unknown[]>)[0]!
    const part = <T>(all: T[]): [T[], T[]] => [all.slice(0, 1), all.slice(1)]
    const [done, left] = Array.isArray(asked) ? part(asked) : part(asked.Keys).map((Keys) => ({ ...asked, Keys }))
    const reply = await perform(database, operation, { ...request, RequestItems: { [table]: done } })
    const unprocessed = operation === 'BatchGetItem' ? 'UnprocessedKeys' : 'UnprocessedItems'
    const none = (Array.isArray(left) ? left : (left as { Keys: unknown[] }).Keys).length === 0
    return none ? reply : { ...reply, [unprocessed]: { [table]: left } }
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
    /** Lets a client wait. */
    pause: (ms: number) => new Promise<void>((resolve) => later(ms, undefined, 'pauses', resolve)),
    /** From now on a share of the requests meets a fault. */
    trouble(rate: number) {
      faultRate = rate
    },
    faults: () => faults,
  }
}

export type Machine = ReturnType<typeof machine>

async function whole(answering: Response | Promise<Response>): Promise<Response> {
  const response = await answering
  const text = await response.text()
  return new Response(text, { status: response.status, headers: response.headers })
}
