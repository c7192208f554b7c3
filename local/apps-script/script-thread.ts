import type { AnswerScript, LiveThread } from './live-thread.ts'
import { liveThread } from './live-thread.ts'
import type { WorkerRequest } from './worker.ts'

/**
 * Runs a script on threads of its own, one run at a time in the order asked for.
 *
 * A run that takes longer than `limitMs` is ended together with its thread.
 */
export function scriptThread(code: string, limitMs: number, answer: AnswerScript) {
  let last: Promise<unknown> = Promise.resolve()
  let live: Promise<LiveThread> | undefined
  let closed = false

  /** @returns The result as JSON. Rejects where the run was ended from outside. */
  function run(request: WorkerRequest): Promise<string> {
    const result = last.then(() => runNow(request))
    last = result.catch(() => undefined)
    return result
  }

  async function runNow(request: WorkerRequest): Promise<string> {
    if (closed) throw new Error('The script was stopped.')
    live = liveThread(code)
    const thread = await live
    const result = await thread.run(request, limitMs, answer).catch(async (error) => {
      await thread.stop()
      throw error
    })
    // Whoever closes this now must not end a thread that the next has taken.
    live = undefined
    thread.handBack()
    return result
  }

  /** Ends the run that is under way; those that wait, and later ones, are refused. */
  async function close(): Promise<void> {
    closed = true
    await (await live)?.stop()
  }

  return { run, close }
}
