import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { type WebSocket, WebSocketServer } from 'ws'

export type PageServerOptions = {
  port: number
  pageDir: string
  connect(socket: WebSocket, asked: URLSearchParams): void
}

/**
 * Serves the built page and its WebSocket on loopback, to nobody but that page.
 *
 * Any page in the person's browser can reach a loopback port, so the names that a request was made by are checked:
 * a foreign Host is a rebound name, a foreign Origin another site.
 */
export async function pageServer({ port, pageDir, connect }: PageServerOptions) {
  const app = new Hono()
  app.use(async (context, next) => {
    if (!ownHost(context.req.header('host'))) return context.text('Not this host.', 403)
    context.header('X-Content-Type-Options', 'nosniff')
    context.header('Cache-Control', 'no-cache')
    return next()
  })
  app.use(serveStatic({ root: pageDir }))
  const server = await listening(app, port)
  const own = (server.address() as AddressInfo).port
  const hosts = [`127.0.0.1:${own}`, `localhost:${own}`]
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024 * 1024 })

  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    const { host, origin } = request.headers
    if (!ownHost(host) || origin !== `http://${host}`) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    const asked = new URL(request.url ?? '/', origin).searchParams
    sockets.handleUpgrade(request, socket, head, (opened) => connect(opened, asked))
  })

  function ownHost(host: string | undefined): boolean {
    return host !== undefined && hosts.includes(host)
  }

  function close(): Promise<void> {
    for (const socket of sockets.clients) socket.terminate()
    return new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  }

  return { url: `http://${hosts[0]}/`, close }
}

/** Rejects where the port is taken. */
function listening(app: Hono, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(server)) as Server
    server.once('error', reject)
  })
}
