import { once } from 'node:events'
import { MessageChannel, Worker } from 'node:worker_threads'
import { countdown } from './countdown.ts'
import type { BridgeReply, ScriptOps } from './ops.ts'
import { threadCode } from './thread-code.ts'
import type { WorkerData, WorkerMessage, WorkerRequest } from './worker.ts'

/** Answers what the services ask; a rejection's message becomes the script's exception. */
export type AnswerScript = (op: keyof ScriptOps, params: unknown) => Promise<unknown>

type Run = { clock: ReturnType<typeof countdown>; resolve(result: string): void; reject(error: Error): void }

/** Starts a worker thread with the script; it takes one run at a time until it is stopped. */
export async function liveThread(code: string, answer: AnswerScript) {
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
    const clock = current?.clock
    if (op === 'Ui.alert') clock?.pause()
    const result: BridgeReply = await answer(op, JSON.parse(params)).then(
      (value) => ({ value }),
      (error) => ({ error: error instanceof Error ? error.message : String(error) }),
    )
    if (op === 'Ui.alert') clock?.resume()
    answers.postMessage(JSON.stringify(result))
    Atomics.store(signal, 0, 1)
    Atomics.notify(signal, 0)
  }

  function run(request: WorkerRequest, limitMs: number): Promise<string> {
    return new Promise((resolve, reject) => {
      const tooLong = () => settle(() => reject(new Error('Exceeded maximum execution time')))
      current = { clock: countdown(limitMs, tooLong), resolve, reject }
      worker.postMessage(request)
    })
  }

  await once(worker, 'message')
  return { run, stop: () => worker.terminate() }
}

export type LiveThread = Awaited<ReturnType<typeof liveThread>>
