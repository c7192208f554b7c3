import vm from 'node:vm'
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import type { RunResult } from '../workbench/wire.ts'
import type { Bridge, BridgeReply, Mode, Realm, RealmOps, ScriptOps, WorkerOps } from './ops.ts'
import { refusal } from './permissions.ts'
import { workerOps } from './worker-ops.ts'

/** What a thread is started with: two texts, and the way on which answers come back. */
export type WorkerData = { code: string; services: string; answers: MessagePort; signal: SharedArrayBuffer }
/** One run; `args` and the result are JSON. */
export type WorkerRequest = { kind: 'run' | 'function'; mode: Mode; name: string; args: string }
export type WorkerMessage =
  | { type: 'ready' }
  | { type: 'ask'; op: keyof ScriptOps; params: string }
  | { type: 'done'; result: string }

const { code, services, answers, signal } = workerData as WorkerData
const flag = new Int32Array(signal)
const installServices = new vm.Script(`((bridge, module) => {${services};return module.exports.default})`)
let script: vm.Script | undefined

parentPort?.on('message', (request: WorkerRequest) => say({ type: 'done', result: execute(request) }))
say({ type: 'ready' })

/** One run in a realm of its own, so that nothing a run leaves behind is seen by the next, as in Apps Script. */
function execute({ kind, mode, name, args }: WorkerRequest): string {
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY)
  const install = installServices.runInContext(context) as (bridge: Bridge, module: object) => Realm
  const realm = install(bridgeFor(mode), { exports: {} })
  realm.ready()
  try {
    script ??= new vm.Script(code, { filename: 'Code.js' })
    script.runInContext(context)
  } catch (error) {
    const failed = realm.failure(error)
    return JSON.stringify(kind === 'run' ? ({ ok: false, ...failed } satisfies RunResult) : { error: failed.message })
  }
  return kind === 'run' ? realm.run(name, args) : realm.callFunction(name, args)
}

function bridgeFor(mode: Mode): Bridge {
  return (op, params) => {
    const refused = refusal(mode, op, params)
    if (refused !== undefined) return JSON.stringify({ error: refused } satisfies BridgeReply)
    return isWorkerOp(op) ? workerAnswer(op, params) : hostAnswer(op, params)
  }
}

function isWorkerOp(op: keyof RealmOps): op is keyof WorkerOps {
  return op in workerOps
}

function workerAnswer(op: keyof WorkerOps, params: string): string {
  try {
    return JSON.stringify({ value: workerOps[op](JSON.parse(params) as never) } satisfies BridgeReply)
  } catch (error) {
    return JSON.stringify({ error: (error as Error).message } satisfies BridgeReply)
  }
}

/**
 * Asks the host and sleeps until it has answered.
 *
 * The host sets the flag first and wakes this thread after: a thread that saw the flag without sleeping has gone on to
 * its next question by then, and is woken before that one is answered. The flag tells, not the waking.
 */
function hostAnswer(op: keyof ScriptOps, params: string): string {
  Atomics.store(flag, 0, 0)
  say({ type: 'ask', op, params })
  while (Atomics.load(flag, 0) === 0) Atomics.wait(flag, 0, 0)
  return receiveMessageOnPort(answers)?.message as string
}

function say(message: WorkerMessage): void {
  parentPort?.postMessage(message)
}
