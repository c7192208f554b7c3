import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { opened } from './opened.ts'

/**
 * What befalls a request: nothing; it is cut off before it is through, after it was done and before its reply, or in the
 * middle of the reply; it is taken and never answered; its connection is reset; or both ways are slow.
 */
export type Fault =
  | 'none'
  | 'cutInRequest'
  | 'cutBeforeReply'
  | 'cutInReply'
  | 'silence'
  | 'reset'
  | { latencyMs: number; bytesPerSecond: number }

type Planned = { path: RegExp; faults: Fault[] }

const MOST_CONNECTIONS = 100
const LONGEST_MS = 30_000
const PIECE = 256

/**
 * A way to an HTTP server on this machine on which requests meet faults, one connection a request.
 *
 * Requests whose path fits are given the planned faults in their order, all others none. `down` refuses connections
 * until `up`. It closes itself after the file's tests.
 */
export async function faultProxy(target: string) {
  const { hostname, port: targetPort } = new URL(target)
  const plans: Planned[] = []
  const sockets = new Set<Socket>()
  const met: { request: string; fault: Fault }[] = []
  const server = createServer((client) => void taken(client))
  server.maxConnections = MOST_CONNECTIONS
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as { port: number }

  const kept = (socket: Socket): Socket => {
    sockets.add(socket)
    socket.setTimeout(LONGEST_MS, () => socket.destroy())
    socket.on('error', () => socket.destroy())
    return socket.on('close', () => sockets.delete(socket))
  }

  async function taken(client: Socket): Promise<void> {
    kept(client)
    const request = await wholeRequest(client)
    if (!request) return
    const [line = ''] = request.toString('latin1').split('\r\n', 1)
    const fault = plans.find(({ path, faults }) => faults.length > 0 && path.test(line))?.faults.shift() ?? 'none'
    met.push({ request: line.replace(/ HTTP.*$/, ''), fault })
    if (fault === 'silence') return
    if (fault === 'reset') return void client.resetAndDestroy()
    const slow = typeof fault === 'object' ? fault : undefined
    if (slow) await sleep(slow.latencyMs)
    const upstream = kept(connect(Number(targetPort), hostname))
    const sent = lastOfItsConnection(request)
    if (fault === 'cutInRequest') {
      upstream.write(sent.subarray(0, sent.length - 2), () => {
        upstream.destroy()
        client.destroy()
      })
      return
    }
    upstream.write(sent)
    const reply = await all(upstream)
    if (fault === 'cutBeforeReply') return void client.destroy()
    if (fault === 'cutInReply') return void client.write(reply.subarray(0, reply.length - 10), () => client.destroy())
    if (slow) {
      for (let at = 0; at < reply.length; at += PIECE) {
        client.write(reply.subarray(at, at + PIECE))
        await sleep((1000 * PIECE) / slow.bytesPerSecond)
      }
      client.end()
    } else client.end(reply)
  }

  const down = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  const proxy = {
    url: `http://127.0.0.1:${port}`,
    /** The next requests whose first line fits meet these, one each. */
    plan: (path: RegExp, ...faults: Fault[]) => void plans.push({ path, faults }),
    /** The requests that came through since this was last asked, and what befell each; planned faults are over. */
    met() {
      plans.length = 0
      return met.splice(0)
    },
    down,
    up: () => listen(port),
    close: async () => {
      if (server.listening) await down()
    },
  }
  opened.push(proxy)
  return proxy
}

/** A request with its body; undefined where the client went before it was through. */
async function wholeRequest(client: Socket): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    let read = Buffer.alloc(0)
    client.on('close', () => resolve(undefined))
    client.on('data', (piece) => {
      read = Buffer.concat([read, piece])
      const head = read.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = /\r\ncontent-length: *(\d+)/i.exec(read.toString('latin1', 0, head + 2))?.[1] ?? 0
      if (read.length >= head + 4 + Number(length)) resolve(read)
    })
  })
}

/** All that the server says until it closes. */
async function all(upstream: Socket): Promise<Buffer> {
  const pieces: Buffer[] = []
  upstream.on('data', (piece) => pieces.push(piece))
  await new Promise((resolve) => upstream.on('close', resolve))
  return Buffer.concat(pieces)
}

/** The request asking the server to close after its reply. */
function lastOfItsConnection(request: Buffer): Buffer {
  const at = request.indexOf('\r\n') + 2
  return Buffer.concat([request.subarray(0, at), Buffer.from('Connection: close\r\n'), request.subarray(at)])
}
