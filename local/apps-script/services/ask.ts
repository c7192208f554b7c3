import type { Bridge, BridgeReply, RealmOps } from '../ops.ts'
import { exception } from './exception.ts'

/** Given by the worker to the function that this bundle is wrapped in. */
declare const bridge: Bridge

/** Waits for the program outside to do something. Throws what it says is wrong as Apps Script's Exception. */
export function ask<O extends keyof RealmOps>(op: O, params: Parameters<RealmOps[O]>[0]): ReturnType<RealmOps[O]> {
  const reply: BridgeReply = JSON.parse(bridge(op, JSON.stringify(params)))
  if ('error' in reply) throw exception(reply.error)
  return reply.value as ReturnType<RealmOps[O]>
}
