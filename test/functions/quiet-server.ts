import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A service of AWS on this machine that answers as `answer` does, which may leave a request without an answer. */
export async function quietServer(answer: (reply: ServerResponse, body: string, request: IncomingMessage) => void) {
  const server = createServer(async (request, reply) => {
    let body = ''
    for await (const part of request) body += part
    answer(reply, body, request)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
