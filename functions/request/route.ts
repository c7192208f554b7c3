import type { Context } from 'hono'
import type { GenericSchema, InferOutput } from 'valibot'
import type { Language, Messages } from '../../core/messages/messages.ts'
import type { Backend } from '../backend.ts'
import type { Person } from '../identity.ts'
import type { Grant, HeldKey } from '../store/document-key.ts'
import type { Operation } from '../store/operation.ts'
import type { Role, WorkspaceKey } from '../store/workspace-key.ts'
import type { Limiter } from './rate-limits.ts'

/**
 * Who may call a route. A role also admits the roles above it: admin, editor, viewer.
 * There is no default: a route without it does not compile. Of several grants one is enough.
 */
export type Who = 'public' | 'person' | Role | { document: Grant | readonly Grant[] }

/** Who calls, as far as it was proven. */
export type Caller<W extends Who> = W extends Role
  ? { person: Person; role: Role; workspace: WorkspaceKey }
  : W extends 'person'
    ? { person: Person }
    : W extends { document: Grant | readonly Grant[] }
      ? { workspace: WorkspaceKey; documentKey: HeldKey }
      : Record<never, never>

/** A request, checked. `operation` is there for writes alone. */
export type Call<W extends Who = Who, P = unknown, Q = unknown, B = unknown> = Caller<W> & {
  backend: Backend
  /** Texts in the language that the request asks for. */
  messages: Messages
  language: Language
  params: P
  query: Q
  body: B
  operation: Operation
  /** Takes one request of what a public route lets through. */
  limit: Limiter
  /** The raw request, for pages. */
  c: Context
}

/** A request parameter's or body's schema with an example for the description of the API. */
export type Route<
  W extends Who = Who,
  P extends GenericSchema = GenericSchema,
  Q extends GenericSchema = GenericSchema,
  B extends GenericSchema = GenericSchema,
  R extends GenericSchema = GenericSchema,
> = {
  operationId: string
  summary: string
  description?: string
  tag: string
  method: 'get' | 'post' | 'patch' | 'delete'
  /** As OpenAPI writes it: `/v1/workspaces/{workspaceId}`. */
  path: string
  who: W
  /** Whether the request must carry an Idempotency-Key: every write by a person does. */
  writes: boolean
  /** Whether browsers are answered with a page, also when it fails; bodies may then be forms. */
  page?: true
  params?: P
  query?: Q
  body?: B
  reply: R
  /** Of success; 200 where absent. */
  status?: 200 | 201
  /** An example body and reply. */
  example?: { body?: InferInputOf<B>; reply?: unknown }
  /** Other error codes than the usual ones that this route answers with, by status. */
  errors?: Partial<Record<400 | 403 | 404 | 409 | 429, string>>
  /** Pages answer with a Response of their own. */
  handle: (call: Call<W, InferOutput<P>, InferOutput<Q>, InferOutput<B>>) => Promise<InferOutput<R> | Response>
}

type InferInputOf<S extends GenericSchema> = NonNullable<S['~types']>['input']

/** A route as declared; gives `handle` the types that its schemas promise. */
export function route<
  W extends Who,
  R extends GenericSchema,
  P extends GenericSchema = GenericSchema,
  Q extends GenericSchema = GenericSchema,
  B extends GenericSchema = GenericSchema,
>(declared: Route<W, P, Q, B, R>): Route {
  return declared as unknown as Route
}
