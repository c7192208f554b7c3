import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, expect, test, vi } from 'vitest'
import { documentClient } from '../../../functions/store/client.ts'
import { quietServer } from '../quiet-server.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

test('a request whose answer never comes is made again, not waited for until the function is ended', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  let asked = 0
  const server = await quietServer((reply) => {
    asked++
    if (asked === 1) return void vi.advanceTimersByTimeAsync(5000)
    reply.setHeader('Content-Type', 'application/x-amz-json-1.0')
    reply.end(JSON.stringify({ Item: { pk: { S: 'a' } } }))
  })
  const settings = { AWS_ENDPOINT_URL_DYNAMODB: server.url, AWS_REGION: 'local' }
  const credentials = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' }
  for (const [name, value] of Object.entries({ ...settings, ...credentials })) vi.stubEnv(name, value)

  const client = documentClient()
  const { Item } = await client.send(new GetCommand({ TableName: 'table', Key: { pk: 'a' } }))
  expect([Item, asked]).toEqual([{ pk: 'a' }, 2])
  client.destroy()
  await server.close()
}, 30_000)
