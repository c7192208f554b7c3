import { once } from 'node:events'
import { MessageChannel, Worker } from 'node:worker_threads'
import { countdown } from './countdown.ts'
import type { BridgeReply, ScriptOps } from './ops.ts'
import { threadCode } from './thread-code.ts'
import type { WorkerData, WorkerMessage, WorkerRequest } from './worker.ts'

/** Answers what the services ask; a rejection's message becomes the script's exception. */
export type AnswerScript = (op: keyof ScriptOps, params: unknown) => Promise<unknown>

type Run = {
  answer: AnswerScript
  clock: ReturnType<typeof countdown>
  resolve(result: string): void
  reject(error: Error): void
}

export type LiveThread = {
  /** Gives the result as JSON; rejects where the run was ended from outside. */
  run(request: WorkerRequest, limitMs: number, answer: AnswerScript): Promise<string>
  /** Ends it together with the run that is under way. */
  stop(): Promise<void>
  /** Keeps it for whoever needs a thread next, without keeping the process from ending. */
  handBack(): void
  /** From now on the process waits for it again. */
  take(): void
}

/** Threads without a run, the latest last: each run has a realm of its own, so the next may be for anybody. */
const idle: { code: string; thread: LiveThread }[] = []

/** As many as are kept waiting, of all scripts. A new thread takes as long as ten short runs. */
const MOST_IDLE = 3

/** A worker thread with the script, one that waits or a new one; it takes one run at a time until it is handed back or stopped. */
export async function liveThread(code: string): Promise<LiveThread> {
  const place = idle.findIndex((waiting) => waiting.code === code)
  const [waiting] = place < 0 ? [] : idle.splice(place, 1)
  waiting?.thread.take()
  return waiting?.thread ?? startedThread(code)
}

async function startedThread(code: string): Promise<LiveThread> {
  const { worker: text, services } = await threadCode()
  const { port1: answers, port2 } = new MessageChannel()
  const signal = new Int32Array(new SharedArrayBuffer(4))
  const workerData: WorkerData = { code, services, answers: port2, signal: signal.buffer as SharedArrayBuffer }
  const worker = new Worker(text, { eval: true, workerData, transferList: [port2] })
  let current: Run | undefined

  worker.on('message', (message: WorkerMessage) => {
    if (message.type === 'ask') void reply(message.op, message.params)
    if (message.type === 'done') settle((run) => run.resolve(message.result))
  })
  worker.on('error', (error) => settle((run) => run.reject(error)))
  worker.on('exit', () => settle((run) => run.reject(new Error('The script was stopped.'))))

  function settle(how: (run: Run) => void): void {
    current?.clock.stop()
    if (current !== undefined) how(current)
    current = undefined
  }

  /** Time that a person takes over an alert is not the script's. */
  async function reply(op: keyof ScriptOps, params: string): Promise<void> {
    if (!current) return
    const { answer, clock } = current
    if (op === 'Ui.alert') clock.pause()
    const result: BridgeReply = await answer(op, JSON.parse(params)).then(
      (value) => ({ value }),
      (error) => ({ error: error instanceof Error ? error.message : String(error) }),
    )
    if (op === 'Ui.alert') clock.resume()
    answers.postMessage(JSON.stringify(result))
    Atomics.store(signal, 0, 1)
    Atomics.notify(signal, 0)
  }

  function run(request: WorkerRequest, limitMs: number, answer: AnswerScript): Promise<string> {
    return new Promise((resolve, reject) => {
      const tooLong = () => settle(() => reject(new Error('Exceeded maximum execution time')))
      current = { answer, clock: countdown(limitMs, tooLong), resolve, reject }
      worker.postMessage(request)
    })
  }

  const stop = async (): Promise<void> => {
    await worker.terminate()
  }

  function handBack(): void {
    worker.unref()
    idle.push({ code, thread })
    if (idle.length > MOST_IDLE) void idle.shift()?.thread.stop()
  }

  await once(worker, 'message')
  const thread: LiveThread = { run, stop, handBack, take: () => worker.ref() }
  return thread
}
