import { AsyncLocalStorage } from 'node:async_hooks'
import type { Hono } from 'hono'
import type { Engine } from '../../local/dynamodb/engine.ts'
import type { Caller, Recorder } from './recorder.ts'

/** Whose request is worked on. */
const callers = new AsyncLocalStorage<Caller>()

/** The engine with a recorder that sees what the SDK puts on the wire. */
export function recordedEngine(engine: Engine, recorder: Recorder): Engine {
  return {
    ...engine,
    requestHandler: {
      async handle(request) {
        const operation = (request.headers['x-amz-target'] ?? '').replace('DynamoDB_20120810.', '')
        const asked = JSON.parse(new TextDecoder().decode(bytesOf(request.body)))
        recorder.sees(callers.getStore(), operation, asked)
        const reply = await engine.requestHandler.handle(request)
        if (reply.response.statusCode === 200) recorder.did(operation, asked)
        return reply
      },
    },
  }
}

/** Has a recorder know for whom an app works. */
export function recordedApp(hono: Hono, recorder: Recorder): void {
  const { fetch } = hono
  hono.fetch = (request, ...others) => callers.run(recorder.begins(request), () => fetch(request, ...others))
}

function bytesOf(body: unknown): Uint8Array {
  return typeof body === 'string' ? new TextEncoder().encode(body) : (body as Uint8Array)
}
