import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { HostMessage, PageMessage } from '../../../../local/workbench/wire.ts'
import { memoryWorkbook } from '../../apps-script/memory-workbook.ts'

type Named<T extends HostMessage['type']> = Extract<HostMessage, { type: T }>

/** A page without a browser: it answers operations from a workbook in memory, and keeps what else it hears. */
export async function testPage(
  url: string,
  { origin = url.slice(0, -1), host }: { origin?: string; host?: string } = {},
) {
  const socket = new WebSocket(url.replace('http', 'ws'), { origin, headers: host === undefined ? {} : { host } })
  const workbook = memoryWorkbook()
  const inbox: HostMessage[] = []
  const waiting: { type: string; resolve(message: HostMessage): void }[] = []
  const say = (message: PageMessage) => socket.send(JSON.stringify(message))

  socket.on('message', async (data) => {
    const message = JSON.parse(String(data)) as HostMessage
    const reader = waiting.findIndex(({ type }) => type === message.type)
    if (reader >= 0) waiting.splice(reader, 1)[0]!.resolve(message)
    else inbox.push(message)
    if (message.type !== 'op' || page.silent) return
    const value: unknown = await workbook.call(message.method, message.params as never)
    say({ type: 'opResult', id: message.id, result: { ok: true, value } })
  })

  /** The first message of a kind that was not taken yet, or that comes. */
  function next<T extends HostMessage['type']>(type: T): Promise<Named<T>> {
    const index = inbox.findIndex((message) => message.type === type)
    if (index >= 0) return Promise.resolve(inbox.splice(index, 1)[0] as Named<T>)
    return new Promise((resolve) => waiting.push({ type, resolve: resolve as (message: HostMessage) => void }))
  }

  async function close(): Promise<void> {
    if (socket.readyState === WebSocket.CLOSED) return
    const closed = once(socket, 'close')
    socket.close()
    await closed
  }

  const page = {
    workbook,
    socket,
    say,
    next,
    close,
    silent: false,
    heard: (type: HostMessage['type']) => inbox.some((message) => message.type === type),
  }
  await once(socket, 'open')
  return page
}
