import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../../functions/routes/routes.ts'
import type { RunningApp } from './running-app.ts'
import { runningApp } from './running-app.ts'

type Described = {
  operationId: string
  security: object[]
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  responses: Record<string, { content: Record<string, { schema: object }> }>
  requestBody?: { content: Record<string, { schema: object }> }
}
type Document = { openapi: string; paths: Record<string, Record<string, Described>>; components: object }

let app: RunningApp
let document: Document
beforeAll(async () => {
  app = await runningApp()
  document = (await app.call<Document>('GET', '/openapi.json')).body
})
afterAll(() => app.close())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) => Object.values(methods).map((each) => ({ path, each })))

test('every route is described under its own operationId', () => {
  expect(document.openapi).toBe('3.1.0')
  const ids = operations().map(({ each }) => each.operationId)
  expect(ids.sort()).toEqual(routes.map((route) => route.operationId).sort())
  expect(new Set(ids).size).toBe(ids.length)
})

test('the names that clients rely on are there', () => {
  const ids = operations().map(({ each }) => each.operationId)
  const promised =
    'createWorkspace listWorkspaces syncCustomers createSurvey updateSurvey openSurvey listSurveys submitAnswer importAnswers editAnswer deleteAnswer listAnswers surveyFigures createDocumentKey revokeDocumentKey readCells publishKpi readKpi'
  expect(ids).toEqual(expect.arrayContaining(promised.split(' ')))
})

test('every parameter of a path is declared, every write names its Idempotency-Key, every error its shape', () => {
  for (const { path, each } of operations()) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const declared = each.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)
    expect([each.operationId, declared.sort()]).toEqual([each.operationId, inPath.sort()])
    const writes = routes.find((route) => route.operationId === each.operationId)!.writes
    expect(each.parameters.some(({ name }) => name === 'Idempotency-Key')).toBe(writes)
    expect(each.responses['500']!.content['application/json']!.schema).toEqual({ $ref: '#/components/schemas/Error' })
  }
})

test('nothing in it points to what is not there', () => {
  const text = JSON.stringify(document)
  for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) {
    expect(document.components).toHaveProperty(['schemas', name!])
  }
  expect(text).not.toContain('#/$defs')
})

test('examples are what the schemas take', async () => {
  const { safeParse } = await import('valibot')
  for (const { operationId, example, body, reply } of routes) {
    if (example?.body !== undefined)
      expect([operationId, safeParse(body!, example.body).success]).toEqual([operationId, true])
    if (example?.reply !== undefined) {
      const result = safeParse(reply, example.reply)
      expect([operationId, result.issues?.map(({ message }) => message)]).toEqual([operationId, undefined])
    }
  }
})
