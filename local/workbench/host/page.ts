import type { WebSocket } from 'ws'
import type { AlertButton, HostMessage, OpResult, PageMessage } from '../wire.ts'
import type { WorkbookCall } from '../workbook.ts'

type Alert = Extract<HostMessage, { type: 'alert' }>

/** One connected page: says things to it and waits for what it answers. */
export function connectedPage(socket: WebSocket) {
  const ops = new Map<number, { resolve(value: never): void; reject(error: Error): void }>()
  const alerts = new Map<number, (button: AlertButton) => void>()
  let nextId = 1
  const ready = deferred()
  const closed = deferred()

  socket.on('close', () => {
    for (const { reject } of ops.values()) reject(new Error('The page of the workbench was closed.'))
    for (const resolve of alerts.values()) resolve('CLOSE')
    ready.resolve()
    closed.resolve()
  })

  socket.on('error', () => socket.terminate())

  function send(message: HostMessage): void {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
  }

  /** Takes what answers an earlier message; gives the message back where it is not an answer. */
  function hear(message: PageMessage): PageMessage | undefined {
    if (message.type === 'ready') ready.resolve()
    else if (message.type === 'opResult') settle(message.id, message.result)
    else if (message.type === 'alertResult') answerAlert(message.id, message.button)
    else return message
    return undefined
  }

  function settle(id: number, result: OpResult): void {
    const op = ops.get(id)
    ops.delete(id)
    if (result.ok) op?.resolve(result.value as never)
    else op?.reject(new Error(result.message))
  }

  function answerAlert(id: number, button: AlertButton): void {
    alerts.get(id)?.(button)
    alerts.delete(id)
  }

  /** Asks the page's workbook, once it has loaded it. Rejects where the page goes away meanwhile. */
  const call: WorkbookCall = async (method, params) => {
    await ready.promise
    if (socket.readyState !== socket.OPEN) throw new Error('The page of the workbench was closed.')
    const id = nextId++
    return new Promise((resolve, reject) => {
      ops.set(id, { resolve, reject })
      send({ type: 'op', id, method, params } as HostMessage)
    })
  }

  function alert(what: Omit<Alert, 'type' | 'id'>): Promise<AlertButton> {
    const id = nextId++
    return new Promise((resolve) => {
      alerts.set(id, resolve)
      send({ type: 'alert', id, ...what })
    })
  }

  return { send, hear, call, alert, closed: closed.promise, terminate: () => socket.terminate() }
}

export type ConnectedPage = ReturnType<typeof connectedPage>

function deferred() {
  let resolve = () => {}
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
