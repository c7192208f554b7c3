import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type WebSocket, WebSocketServer } from 'ws'
import { newWorkbook } from '../../../../local/workbench/model/new-workbook.ts'
import type { HostMessage, MenuItem, OpResult, PageMessage } from '../../../../local/workbench/wire.ts'
import type {
  Cell,
  FunctionArgument,
  FunctionCard,
  WorkbookCall,
  WorkbookSnapshot,
} from '../../../../local/workbench/workbook.ts'

const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

type Message<T extends PageMessage['type']> = Extract<PageMessage, { type: T }>

export type FakeHostOptions = {
  pageDir: string
  functions?: FunctionCard[]
  menu?: MenuItem[]
  callFunction?(name: string, args: FunctionArgument[]): Cell | Cell[][] | Promise<Cell | Cell[][]>
  run?(name: string, args: unknown[]): unknown
}

/** A host that speaks the page's protocol and does what a test tells it to. */
export async function fakeHost({ pageDir, functions = [], menu = [], callFunction, run }: FakeHostOptions) {
  let snapshot: WorkbookSnapshot = newWorkbook({ id: 'book', sheets: ['Orders', 'Result'] })
  let socket: WebSocket | undefined
  let lastId = 0
  const ops = new Map<number, (result: OpResult) => void>()
  const heard: PageMessage[] = []

  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    response.setHeader('Content-Type', types[path.split('.').at(-1) ?? ''] ?? 'text/plain')
    createReadStream(join(pageDir, path))
      .on('error', () => response.writeHead(404).end())
      .pipe(response)
  })
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (page) => {
    page.on('message', (data) => hear(page, JSON.parse(String(data))))
    const begin = () => {
      socket = page
      send({ type: 'init', snapshot, functions, menu, locale: 'en', documents: [], document: '' })
    }
    if (socket?.readyState !== socket?.OPEN || !socket) return begin()
    socket.once('close', begin)
    send({ type: 'takenOver' })
  })

  function send(message: HostMessage) {
    socket?.send(JSON.stringify(message))
  }

  async function hear(page: WebSocket, message: PageMessage) {
    heard.push(message)
    if (message.type === 'opResult') ops.get(message.id)?.(message.result)
    if (message.type === 'call') page.send(JSON.stringify(await called(message)))
    if (message.type === 'run') page.send(JSON.stringify(await ran(message)))
    if (message.type === 'save') {
      snapshot = message.snapshot
      page.send(JSON.stringify({ type: 'saved', id: message.id }))
    }
  }

  async function called({ id, name, args }: Message<'call'>): Promise<HostMessage> {
    try {
      return { type: 'callResult', id, result: { value: (await callFunction?.(name, args)) ?? '' } }
    } catch (error) {
      return { type: 'callResult', id, result: { error: (error as Error).message } }
    }
  }

  async function ran({ id, name, args }: Message<'run'>): Promise<HostMessage> {
    try {
      return { type: 'runResult', id, result: { ok: true, value: await run?.(name, args) } }
    } catch (error) {
      return { type: 'runResult', id, result: { ok: false, name: 'Error', message: (error as Error).message } }
    }
  }

  const call: WorkbookCall = (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++lastId
      ops.set(id, (result) => (result.ok ? resolve(result.value as never) : reject(new Error(result.message))))
      send({ type: 'op', id, method, params } as HostMessage)
    })

  /** Waits until the page has said something of a kind, and gives the latest. */
  async function said<T extends PageMessage['type']>(type: T): Promise<Message<T>> {
    for (;;) {
      const found = heard.filter((message) => message.type === type).at(-1)
      if (found) return found as Message<T>
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    call,
    send,
    said,
    heard,
    snapshot: () => snapshot,
    /** Breaks the connection off, as when the host is restarted. */
    drop: () => socket?.terminate(),
    close() {
      for (const client of sockets.clients) client.terminate()
      server.close()
    },
  }
}
