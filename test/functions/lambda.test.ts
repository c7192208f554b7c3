import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { buffer, json } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
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
let table: Server
/** What the table was asked, and how often it has still to fail. */
let operations: IncomingMessage[] = []
let failing = 0
let asked: { headers: IncomingMessage['headers']; body: unknown } | undefined
let handler: Handler
let pages: Handler
beforeAll(async () => {
  engine = await openEngine({ dir: ':memory:' })
  await makeTable(documentClient({ engine }) satisfies DynamoDBDocumentClient)
  const { url } = await engine.listen(0)
  table = createServer(async (request, response) => {
    operations.push(request)
    const body = await buffer(request)
    if (failing-- > 0) return response.writeHead(500).end('{}')
    const reply = await fetch(url, { method: 'POST', headers: request.headers as Record<string, string>, body })
    response.writeHead(reply.status, { 'content-type': 'application/x-amz-json-1.0' }).end(await reply.text())
  })
  await new Promise<void>((resolve) => table.listen(0, '127.0.0.1', resolve))
  secrets = createServer(async (request, response) => {
    asked = { headers: request.headers, body: await json(request) }
    response.setHeader('Connection', 'close')
    response.end(JSON.stringify({ SecretString: 'a signing key that is used in tests only' }))
  })
  await new Promise<void>((resolve) => secrets.listen(0, '127.0.0.1', resolve))
  const settings = {
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${(secrets.address() as AddressInfo).port}`,
    SIGNING_KEY_ARN: 'arn:aws:secretsmanager:local:1:secret:key',
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${(table.address() as AddressInfo).port}`,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'session',
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
  table.closeAllConnections()
  table.close()
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

function askedByDocument() {
  operations = []
  const key = { 'x-document-key': `nobody.${'a'.repeat(43)}`, 'content-type': 'application/json' }
  return invoke('POST', '/v1/workspaces/nobody/cells', key, '{"cells":[]}')
}

test("a document's key is looked up in the store, through the network, signed by what Lambda sets", async () => {
  expect((await askedByDocument()).statusCode).toBe(401)
  expect(operations.length).toBeGreaterThan(0)
  for (const { headers } of operations) {
    expect(headers.authorization).toMatch(
      /Credential=local\/\d{8}\/local\/dynamodb\/aws4_request, SignedHeaders=\S*token/,
    )
    expect(headers['x-amz-security-token']).toBe('session')
  }
})

test('an operation that fails is tried three times in all', async () => {
  const once = await askedByDocument().then(() => operations.length)
  failing = 2
  expect([(await askedByDocument()).statusCode, operations.length]).toEqual([401, once + 2])
  failing = 3
  expect([(await askedByDocument()).statusCode, operations.length]).toEqual([500, 3])
})

test.each([
  ['eu-west-1', 'amazonaws.com'],
  ['cn-north-1', 'amazonaws.com.cn'],
])("where no other address is set, the region's own is asked: %s", async (region, domain) => {
  const asking = vi.spyOn(https, 'request').mockImplementation(() => {
    throw new Error('There is no network.')
  })
  const { AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL_SECRETS_MANAGER } = process.env
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', '')
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', undefined)
  vi.stubEnv('AWS_REGION', region)
  const audit = (await built('audit')) as unknown as (event: object, context: object) => Promise<void>
  await expect(audit({}, {})).rejects.toThrow('tiersheet-audit failed')
  const sweep = `${pathToFileURL('dist/functions/sweep/index.mjs').href}?${region}`
  await expect(import(sweep)).rejects.toThrow('There is no network.')
  const [[options], [url]] = [asking.mock.calls[0], asking.mock.calls.at(-1)] as unknown as [
    [https.RequestOptions],
    [URL],
  ]
  expect(options).toMatchObject({ host: `dynamodb.${region}.${domain}`, method: 'POST' })
  expect(url.host).toBe(`secretsmanager.${region}.${domain}`)
  asking.mockRestore()
  const local = { AWS_REGION: 'local', AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL_SECRETS_MANAGER }
  for (const [name, value] of Object.entries(local)) vi.stubEnv(name, value)
})

test('nothing is loaded by importing that is there to be loaded late: fetch, streams of files', async () => {
  for (const name of ['lambda', 'public-pages', 'sweep', 'audit']) {
    const text = `await import('./dist/functions/${name}/index.mjs'); console.log(process.moduleLoadList.join()); process.exit(0)`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', text])
    expect(stdout).toContain('NativeModule https')
    expect([name, /undici|internal\/fs\/streams/.exec(stdout)?.[0]]).toEqual([name, undefined])
  }
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
  expect(asked?.headers['x-amz-security-token']).toBe('session')
  expect(asked?.headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=local\/\d{8}\/local\/secretsmanager\/aws4_request, SignedHeaders=\S+, Signature=\w{64}$/,
  )
  vi.stubEnv('SIGNING_KEY_ARN', '')
  await expect(signingKey()).rejects.toThrow('SIGNING_KEY_ARN is not set.')
})

test('what is built is small: the API with its SDK well under 500 KB', () => {
  const kilobytes = (name: string) => statSync(`dist/functions/${name}/index.mjs`).size / 1000
  expect(kilobytes('lambda')).toBeLessThan(490)
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
