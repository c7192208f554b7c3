/**
 * Runs inside a sidebar's or dialog's frame, before the form's own scripts, and gives them `google.script` as Apps
 * Script does. Everything goes to the page by postMessage: the frame has no origin of its own.
 */
import type { FrameRequest, FrameResult } from './frame-messages.ts'

type Handlers = {
  success?: (value: unknown, userObject: unknown) => void
  failure?: (error: Error, userObject: unknown) => void
  userObject?: unknown
}

const waiting = new Map<number, Handlers>()
let lastId = 0

function post(message: FrameRequest) {
  parent.postMessage(message, '*')
}

/** `google.script.run` with some handlers set: any other name on it is a function of the script. */
function runner(handlers: Handlers): object {
  return new Proxy(
    {},
    {
      get(_target, name) {
        if (typeof name !== 'string') return undefined
        if (name === 'withSuccessHandler') return (success: never) => runner({ ...handlers, success })
        if (name === 'withFailureHandler') return (failure: never) => runner({ ...handlers, failure })
        if (name === 'withUserObject') return (userObject: unknown) => runner({ ...handlers, userObject })
        return (...args: unknown[]) => run(handlers, name, args)
      },
    },
  )
}

function run(handlers: Handlers, name: string, args: unknown[]) {
  for (const [index, value] of args.entries()) checkPlain(value, String(index))
  const id = ++lastId
  waiting.set(id, handlers)
  post({ type: 'run', id, name, args })
}

/** @throws TypeError as Apps Script does where something cannot be sent, such as a Date. */
function checkPlain(value: unknown, path: string) {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') refuse(path)
    return
  }
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) refuse(path)
  for (const [key, item] of Object.entries(value)) checkPlain(item, `${path}.${key}`)
}

function refuse(path: string): never {
  throw new TypeError(`Failed due to illegal value in property: ${path}`)
}

addEventListener('message', (event: MessageEvent<FrameResult>) => {
  if (event.source !== parent) return
  const { id, result } = event.data
  const handlers = waiting.get(id)
  if (!waiting.delete(id)) return
  if (result.ok) return handlers?.success?.(result.value, handlers.userObject)
  const error = Object.assign(new Error(result.message), { name: result.name })
  if (handlers?.failure) handlers.failure(error, handlers.userObject)
  else console.error(error)
})

addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) post({ type: 'escape' })
})

Object.assign(globalThis, {
  google: {
    script: {
      run: runner({}),
      host: {
        close: () => post({ type: 'close' }),
        setHeight: (height: number) => post({ type: 'height', height }),
        setWidth: (width: number) => post({ type: 'width', width }),
        editor: { focus: () => post({ type: 'focus' }) },
        origin: '*',
      },
    },
  },
})
