import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cacheStore } from '../../local/apps-script/cache-store.ts'
import { propertyStore } from '../../local/apps-script/property-store.ts'
import { openScriptHost, type ScriptHost } from '../../local/apps-script/script-host.ts'
import { type RunningBackend, startBackend } from '../../local/backend.ts'
import { memoryWorkbook } from '../local/apps-script/memory-workbook.ts'
import { opened } from '../opened.ts'
import { builtAddon } from './built-code.ts'

/** How many questions each request for cells held. */
let asked: number[] = []
let delay = 0
let backend: RunningBackend
let between: Server
/** Two runs of one document at the same time, as Sheets has them. */
let hosts: [ScriptHost, ScriptHost]

beforeAll(async () => {
  backend = await startBackend({ dir: ':memory:', port: 0 })
  between = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    if (request.url?.endsWith('/cells')) {
      asked.push(JSON.parse(body.toString()).queries.length)
      await pause(delay)
    }
    const { method = 'GET', headers } = request
    const passed = Object.entries(headers).filter(([name]) => !['host', 'connection', 'content-length'].includes(name))
    const reply = await fetch(`${backend.url}${request.url}`, {
      method,
      headers: passed as [string, string][],
      ...(body.length > 0 && { body }),
    })
    response.writeHead(reply.status, { 'Content-Type': 'application/json' }).end(await reply.text())
  })
  await new Promise<void>((done) => between.listen(0, '127.0.0.1', done))
  const properties = await propertyStore()
  const url = `http://127.0.0.1:${(between.address() as AddressInfo).port}`
  await properties.change('script', { API_URL: url }, [])
  const shared = { properties, cache: cacheStore(), workbook: memoryWorkbook({ names: ['Sheet1'] }).call }
  const open = async () => {
    const code = (await builtAddon()).get('Code.js') as string
    const person = { sub: 'ann', email: 'ann@example.com', name: 'Ann' }
    const host = await openScriptHost({ code, ...shared, identityToken: () => backend.identityToken(person) })
    opened.push(host)
    return host
  }
  hosts = [await open(), await open()]
  await hosts[0].run('connectWorkspace', 'Team', 'connect')
  await hosts[0].run('createSurvey', 'Spring', 'create')
})
afterAll(async () => {
  between.close()
  await backend.close()
})

const METRICS = ['NPS', 'CSAT', 'COUNT', 'MEAN', 'RESPONSE_RATE']
const survey = (metric: string, refresh: string, host = hosts[0]) =>
  host.run('TS_SURVEY', 'Spring', metric, '', '', '', '', '', refresh)
async function recalculated(metrics: string[], refresh: string): Promise<unknown[]> {
  asked = []
  const values: unknown[] = []
  for (const metric of metrics) values.push(await survey(metric, refresh))
  return values
}

test('formulas that were asked before are answered by one request when they are recalculated', async () => {
  const first = await recalculated(METRICS, 'a')
  expect(asked).toEqual([1, 1, 1, 1, 1])
  expect(await recalculated(METRICS, 'b')).toEqual(first)
  expect(asked).toEqual([5])
  await recalculated([...METRICS].reverse(), 'b')
  expect(asked).toEqual([])
})

test('a formula that is new is asked for alone, and what it cannot be told harms no other', async () => {
  asked = []
  await expect(survey('XYZ', 'c')).rejects.toThrow('"metric" must be one of')
  expect(asked).toEqual([1])
  await recalculated(['NPS'], 'd')
  expect(asked).toEqual([6])
  await expect(survey('XYZ', 'd')).rejects.toThrow('"metric" must be one of')
  expect(asked).toEqual([6])
})

test('a question that is refused whole is not asked along with others', async () => {
  await expect(hosts[0].run('TS_CUSTOMER_FACTS', 'x'.repeat(101), 'CSAT')).rejects.toThrow()
  expect((await recalculated(METRICS, 'f'))[2]).toBe(0)
  expect(asked).toEqual([6])
})

test('equal questions, and all that one asks along, wait for the request that is on its way', async () => {
  asked = []
  delay = 1000
  const one = survey('NPS', 'e')
  while (asked.length === 0) await pause(20)
  const others = [survey('NPS', 'e', hosts[1]), survey('COUNT', 'e', hosts[1])]
  expect(await Promise.all([one, ...others])).toEqual(['', '', 0])
  expect(asked).toEqual([6])
  delay = 0
})
