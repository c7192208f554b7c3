import { statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { signingKey } from '../../functions/signing-key.ts'
import { makeTable, TABLE } from '../../local/backend.ts'
import { documentClient } from '../../local/dynamodb/client.ts'
import { type Engine, openEngine } from '../../local/dynamodb/engine.ts'

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>

let engine: Engine
let secrets: Server
let asked: { headers: IncomingMessage['headers']; body: unknown } | undefined
let handler: Handler
let pages: Handler
beforeAll(async () => {
  engine = await openEngine({ dir: ':memory:' })
  await makeTable(documentClient({ engine }) satisfies DynamoDBDocumentClient)
  const { url } = await engine.listen(0)
  secrets = createServer(async (request, response) => {
    asked = { headers: request.headers, body: await json(request) }
    response.setHeader('Connection', 'close')
    response.end(JSON.stringify({ SecretString: 'a signing key that is used in tests only' }))
  })
  await new Promise<void>((resolve) => secrets.listen(0, '127.0.0.1', resolve))
  const settings = {
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${(secrets.address() as AddressInfo).port}`,
    SIGNING_KEY_ARN: 'arn:aws:secretsmanager:local:1:secret:key',
    AWS_ENDPOINT_URL_DYNAMODB: url,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    TABLE_NAME: TABLE,
    PUBLIC_URL: 'https://api.example.com/',
    AUDIENCE: 'one,two',
  }
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  handler = await built('lambda')
  pages = await built('public-pages')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  secrets.close()
  await engine.close()
})

async function built(name: string): Promise<Handler> {
  const { href } = pathToFileURL(`dist/functions/${name}/index.mjs`)
  return ((await import(href)) as { handler: Handler }).handler
}

async function invoke(
  method: string,
  rawPath: string,
  headers: Record<string, string> = {},
  body?: string,
  by: Handler = handler,
) {
  const http = { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' }
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: '',
    headers: { host: 'api.example.com', ...headers },
    requestContext: { http, requestId: 'gateway-1', domainName: 'api.example.com', stage: '$default' },
    isBase64Encoded: body !== undefined,
    ...(body !== undefined && { body: Buffer.from(body).toString('base64') }),
  } as unknown as APIGatewayProxyEventV2
  return by(event, {} as Context)
}

test('the description of the API comes through, with its public address', async () => {
  const reply = await invoke('GET', '/openapi.json')
  expect(reply.statusCode).toBe(200)
  expect(JSON.parse(reply.body!)).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'https://api.example.com' }] })
})

test("errors carry the gateway's request id, and the log has one line that names nobody", async () => {
  const lines: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  const headers = { authorization: 'Bearer nonsense', 'content-type': 'application/json' }
  const reply = await invoke('POST', '/v1/workspaces', headers, '{"name":"Ada"}')
  spy.mockRestore()
  expect(reply.statusCode).toBe(401)
  expect(JSON.parse(reply.body!)).toMatchObject({ error: { code: 'unauthorised', requestId: 'gateway-1' } })
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0]!)).toMatchObject({ operationId: 'createWorkspace', status: 401, requestId: 'gateway-1' })
  expect(lines[0]).not.toMatch(/Ada|nonsense|192\.0\.2\.1/)
})

test("a document's key is looked up in the store, through the network", async () => {
  const key = { 'x-document-key': `nobody.${'a'.repeat(43)}`, 'content-type': 'application/json' }
  const reply = await invoke('POST', '/v1/workspaces/nobody/cells', key, '{"cells":[]}')
  expect(reply.statusCode).toBe(401)
})

test('a public link is looked up by the function of the pages', async () => {
  const reply = await invoke('GET', `/s/nobody.${'a'.repeat(43)}`, {}, undefined, pages)
  expect(reply.statusCode).toBe(404)
  expect(reply.headers?.['content-type']).toContain('text/html')
  expect(reply.body).toContain('This page is not available')
})

test('the signing key is asked for with a signed request, and a function without it says what is missing', async () => {
  expect(asked?.body).toEqual({ SecretId: 'arn:aws:secretsmanager:local:1:secret:key' })
  expect(asked?.headers['x-amz-target']).toBe('secretsmanager.GetSecretValue')
  expect(asked?.headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=local\/\d{8}\/local\/secretsmanager\/aws4_request, SignedHeaders=\S+, Signature=\w{64}$/,
  )
  vi.stubEnv('SIGNING_KEY_ARN', '')
  await expect(signingKey()).rejects.toThrow('SIGNING_KEY_ARN is not set.')
})

test('what is built is small: the API with its SDK under 500 KB', () => {
  const kilobytes = (name: string) => statSync(`dist/functions/${name}/index.mjs`).size / 1000
  expect(kilobytes('lambda')).toBeLessThan(500)
  for (const name of ['public-pages', 'sweep', 'audit']) expect([name, kilobytes(name) < 400]).toEqual([name, true])
})

test.each([
  ['15,999', 15_999, 404],
  ['16,000', 16_000, 404],
  ['16,001', 16_001, 413],
])('a body of %s bytes is measured itself, whatever length the event tells', async (_, bytes, status) => {
  const body = `{"ticket":"${'x'.repeat(bytes - '{"ticket":""}'.length)}"}`
  const headers = { 'content-type': 'application/json', 'content-length': '10' }
  const reply = await invoke('POST', `/s/nobody.${'a'.repeat(43)}`, headers, body, pages)
  expect(reply.statusCode).toBe(status)
})
