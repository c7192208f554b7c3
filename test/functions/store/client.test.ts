import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, expect, test, vi } from 'vitest'
import { documentClient } from '../../../functions/store/client.ts'

afterEach(() => vi.unstubAllEnvs())

test('a request whose answer never comes is made again, not waited for until the function is ended', async () => {
  let asked = 0
  const server = createServer((_, reply) => {
    asked++
    if (asked === 1) return
    reply.setHeader('Content-Type', 'application/x-amz-json-1.0')
    reply.end(JSON.stringify({ Item: { pk: { S: 'a' } } }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const settings = { AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`, AWS_REGION: 'local' }
  const credentials = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' }
  for (const [name, value] of Object.entries({ ...settings, ...credentials })) vi.stubEnv(name, value)

  const client = documentClient()
  const { Item } = await client.send(new GetCommand({ TableName: 'table', Key: { pk: 'a' } }))
  expect([Item, asked]).toEqual([{ pk: 'a' }, 2])
  client.destroy()
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})
