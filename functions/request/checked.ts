import type { Context } from 'hono'
import type { GenericSchema } from 'valibot'
import { safeParse } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { digestOf } from '../secrets.ts'
import type { Operation } from '../store/operation.ts'
import { fieldError } from './field-error.ts'
import { prefersPage } from './prefers-page.ts'
import type { Route } from './route.ts'

/**
 * What a request asks, checked against its route.
 *
 * @throws InputError `field...` naming the field, `badJson`, `missingOperationId`, `notFound` for ids that can't be.
 */
export async function checked(c: Context, route: Route) {
  const params = route.params ? safeParse(route.params, c.req.param()) : undefined
  if (params && !params.success) throw new InputError('notFound', undefined)
  const raw = route.body ? await (route.page && prefersPage(c) ? form(c) : json(c)) : undefined
  const query = route.query ? valid(route.query, c.req.query()) : {}
  const body = route.body ? valid(route.body, raw) : undefined
  const operation = route.writes ? operationOf(c, route, raw) : undefined
  return { params: params?.output ?? {}, query, body, operation }
}

/** The write that a request stands for: the same id must always come with the same route, parameters and body. */
function operationOf(c: Context, route: Route, raw: unknown): Operation {
  const id = c.req.header('Idempotency-Key') ?? ''
  if (!/^[\w.:-]{1,128}$/.test(id)) throw new InputError('missingOperationId', undefined)
  return { id, digest: digestOf([route.operationId, c.req.param(), raw ?? null]) }
}

async function json(c: Context): Promise<unknown> {
  const text = await c.req.text()
  try {
    return JSON.parse(text)
  } catch {
    throw new InputError('badJson', undefined)
  }
}

/** A form's fields; those named `a.b` become fields `b` of an object `a`. */
async function form(c: Context): Promise<unknown> {
  const fields: Record<string, unknown> = {}
  const groups: Record<string, Record<string, unknown>> = {}
  for (const [name, value] of Object.entries(await parsedForm(c))) {
    const [, group, field] = /^(\w+)\.(.+)$/.exec(name) ?? []
    if (group && field) groups[group] = { ...groups[group], [field]: value }
    else fields[name] = value
  }
  return { ...fields, ...groups }
}

async function parsedForm(c: Context) {
  try {
    return await c.req.parseBody({ all: true })
  } catch {
    throw new InputError('fieldFormat', { field: 'body', expected: 'form' })
  }
}

function valid(schema: GenericSchema, value: unknown): unknown {
  const result = safeParse(schema, value, { abortEarly: true })
  if (!result.success) throw fieldError(result.issues)
  return result.output
}
