import { Agent, request } from 'node:http'

export type Request = { method?: string; headers?: Record<string, string>; body?: object; from?: string }
/** What a reply asked of the table, where its server says so. */
export type Cost = { operations: number; items: number }
export type Reply = { status: number; text: string; cost: Cost }

const agent = new Agent({ keepAlive: true })

/**
 * One request over HTTP, from an address of 127.0.0.0/8 if one is named, all of which Linux takes for this machine's own.
 *
 * @throws Error where nobody answered.
 */
export function ask(url: string, asked: Request): Promise<Reply> {
  const { method = 'GET', headers = {}, body, from } = asked
  const sent = body && JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const asking = request(url, {
      agent,
      method,
      headers: { Accept: 'application/json', ...(sent && { 'Content-Type': 'application/json' }), ...headers },
      ...(from && { localAddress: from }),
    })
    asking.once('error', (error: NodeJS.ErrnoException) => {
      // A connection that was kept, and given up by the server at this very moment.
      if (asking.reusedSocket && error.code === 'ECONNRESET') resolve(ask(url, asked))
      else reject(error)
    })
    asking.once('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      const { statusCode: status = 0, headers } = response
      const cost = JSON.parse(String(headers['x-asked'] ?? '{"operations":0,"items":0}')) as Cost
      response.once('end', () => resolve({ status, text, cost }))
      response.once('error', reject)
    })
    asking.end(sent)
  })
}
