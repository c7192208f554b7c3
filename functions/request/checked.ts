import type { Context } from 'hono'
import type { GenericSchema } from 'valibot'
import { safeParse } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import type { Backend } from '../backend.ts'
import { digestOf, signature } from '../secrets.ts'
import type { Operation } from '../store/operation.ts'
import { bodyOf } from './body.ts'
import { fieldError } from './field-error.ts'
import { plainText } from './plain-text.ts'
import type { Route } from './route.ts'

/**
 * What a request asks, checked against its route.
 *
 * @throws InputError `field...` naming the field, `body...`, `badJson`, `missingOperationId`, `notFound` for ids that can't be.
 */
export async function checked(c: Context, route: Route, { signingKey }: Pick<Backend, 'signingKey'>) {
  const params = route.params ? safeParse(route.params, c.req.param()) : undefined
  if (params && !params.success) throw new InputError('notFound', undefined)
  const raw = route.body ? await bodyOf(c, route) : undefined
  const query = route.query ? valid(route.query, queryOf(c, route.query)) : {}
  const body = route.body ? valid(route.body, raw) : undefined
  const operation = route.writes ? operationOf(c, route, raw, signingKey) : undefined
  return { params: params?.output ?? {}, query, body, operation }
}

/**
 * The write that a request stands for: the same id must always come with the same address and body. What is kept of these
 * is keyed: a customer's id, once erased, can't be guessed by it.
 */
function operationOf(c: Context, route: Route, raw: unknown, signingKey: string): Operation {
  const id = c.req.header('Idempotency-Key') ?? ''
  if (!/^[\w.:-]{1,128}$/.test(id)) throw new InputError('missingOperationId', undefined)
  const asked = digestOf([route.operationId, c.req.param(), c.req.query(), raw ?? null])
  return { id, digest: signature(signingKey, 'operation', asked) }
}

/** The parameters of an address; of those that the route knows each may stand in it once. */
function queryOf(c: Context, known: GenericSchema & { entries?: object }): Record<string, string> {
  const asked = Object.entries(c.req.queries())
  const twice = asked.find(([name, values]) => values.length > 1 && name in (known.entries ?? {}))
  if (twice) throw new InputError('fieldTwice', { field: twice[0] })
  return Object.fromEntries(asked.map(([name, values]) => [name, plainText(values[0] ?? '')]))
}

function valid(schema: GenericSchema, value: unknown): unknown {
  const result = safeParse(schema, value, { abortEarly: true })
  if (!result.success) throw fieldError(result.issues)
  return result.output
}
