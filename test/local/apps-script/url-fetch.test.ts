import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { evaluate } from './host.ts'

let server: Server
let url: string

/** Answers with what it was asked; `/404`, `/slow`, `/cookies`, `/away` do as they say. */
beforeAll(async () => {
  server = createServer((request, response) => {
    const { method, headers } = request
    let body = ''
    request.setEncoding('utf8').on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      if (request.url === '/slow') return
      if (request.url === '/away') return response.writeHead(302, { Location: 'http://example.com/' }).end()
      if (request.url === '/here') return response.writeHead(302, { Location: '/echo' }).end()
      const cookies = request.url === '/cookies' ? { 'Set-Cookie': ['a=1', 'b=2'] } : {}
      response.writeHead(request.url === '/404' ? 404 : 200, {
        'Content-Type': 'application/json; charset=utf-8',
        ...cookies,
      })
      response.end(JSON.stringify({ method, type: headers['content-type'], key: headers['x-key'], body }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const fetched = (path: string, options = '{}') =>
  evaluate(`return JSON.parse(UrlFetchApp.fetch('${url}${path}', ${options}).getContentText())`)

test('a request carries its method, headers and payload', async () => {
  const options = `{ method: 'put', contentType: 'application/json', headers: { 'X-Key': 'k' }, payload: JSON.stringify({ name: '客户' }) }`
  expect(await fetched('/echo', options)).toEqual({
    method: 'PUT',
    type: 'application/json',
    key: 'k',
    body: '{"name":"客户"}',
  })
  expect(await fetched('/echo')).toEqual({ method: 'GET', body: '' })
  const form = { method: 'POST', type: 'application/x-www-form-urlencoded', body: 'a=1&b=x%20%26' }
  expect(await fetched('/echo', "{ payload: { a: 1, b: 'x &' } }")).toEqual(form)
})

test('an error status throws, unless it is muted', async () => {
  await expect(fetched('/404')).rejects.toThrow(
    `Request failed for ${url} returned code 404. Truncated server response: {"method"`,
  )
  const muted = `return UrlFetchApp.fetch('${url}/404', { muteHttpExceptions: true }).getResponseCode()`
  expect(await evaluate(muted)).toBe(404)
})

test('headers come back under their usual names, several of one name as a list', async () => {
  const body = `var reply = UrlFetchApp.fetch('${url}/cookies')
    return [reply.getHeaders()['Content-Type'], reply.getAllHeaders()['Set-Cookie'], reply.getContent()[0]]`
  expect(await evaluate(body)).toEqual(['application/json; charset=utf-8', ['a=1', 'b=2'], 123])
})

test('several requests are made at once and answered in order', async () => {
  const body = `return UrlFetchApp.fetchAll(['${url}/echo', { url: '${url}/echo', method: 'delete' }])
    .map(function (reply) { return JSON.parse(reply.getContentText()).method })`
  expect(await evaluate(body)).toEqual(['GET', 'DELETE'])
})

test('a request may take only so long', async () => {
  await expect(fetched('/slow', '{ timeoutSeconds: 0.2 }')).rejects.toThrow(`Timeout: ${url}/slow`)
})

test('nothing leaves this machine, not by a redirect either', async () => {
  await expect(evaluate("UrlFetchApp.fetch('https://example.com/')")).rejects.toThrow(
    'only this machine can be reached',
  )
  await expect(fetched('/away')).rejects.toThrow('only this machine can be reached, not http://example.com/')
  expect(await fetched('/here')).toMatchObject({ method: 'GET' })
  await expect(evaluate("UrlFetchApp.fetch('http://127.0.0.1:1/')")).rejects.toThrow(
    'Address unavailable: http://127.0.0.1:1/',
  )
})
