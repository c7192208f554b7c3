import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RequestHandler } from './request-handler.ts'

const MAX_BODY_BYTES = 16 * 1024 * 1024

export type Listening = { url: string; close(): Promise<void> }

/**
 * Serves DynamoDB's HTTP protocol on loopback.
 *
 * Signatures are not checked. A web page cannot reach it: requests under another host's name are refused, and the
 * header that names the operation is one that browsers do not send elsewhere unasked.
 *
 * @param port 0 for any free one.
 */
export async function serve(handler: RequestHandler, port: number): Promise<Listening> {
  // Longer than clients keep a connection that is idle: one that is given up as it is used again fails a request.
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    answer(handler, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closeServer(server) }
}

async function answer(handler: RequestHandler, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) return end(response, 403)
  const target = request.headers['x-amz-target']
  if (request.method !== 'POST' || typeof target !== 'string') return end(response, 404)
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_BODY_BYTES) return end(response, 413)
    chunks.push(chunk)
  }
  const reply = await handler.handle({ headers: { 'x-amz-target': target }, body: Buffer.concat(chunks) })
  response.writeHead(reply.response.statusCode, reply.response.headers).end(reply.response.body)
}

function end(response: ServerResponse, statusCode: number): void {
  response.writeHead(statusCode).end()
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}
