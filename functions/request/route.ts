import type { Context } from 'hono'
import type { GenericSchema, InferOutput } from 'valibot'
import type { Language, Messages } from '../../core/messages/messages.ts'
import type { Backend } from '../backend.ts'
import type { Person } from '../identity.ts'
import type { DocumentKey } from '../store/document-key.ts'
import type { Operation } from '../store/operation.ts'
import type { Role, WorkspaceKey } from '../store/workspace-key.ts'
import type { Admitted, OperationId, Who } from './access.ts'
import type { Limiter } from './rate-limits.ts'

/** Who calls, as far as it was proven. */
export type Caller<W extends Who> = W extends Role
  ? { person: Person; role: Role; workspace: WorkspaceKey }
  : W extends 'person'
    ? { person: Person }
    : W extends { document: unknown }
      ? { workspace: WorkspaceKey; documentKey: DocumentKey }
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
  Id extends OperationId = OperationId,
  P extends GenericSchema = GenericSchema,
  Q extends GenericSchema = GenericSchema,
  B extends GenericSchema = GenericSchema,
  R extends GenericSchema = GenericSchema,
> = {
  /** Its line in the table of access: whom it admits, and so what `handle` is told of the caller. */
  operationId: Id
  summary: string
  description?: string
  tag: string
  method: 'get' | 'post' | 'patch' | 'delete'
  /** As OpenAPI writes it: `/v1/workspaces/{workspaceId}`. */
  path: string
  /** Whether the request must carry an Idempotency-Key: every write by a person does. */
  writes: boolean
  /** What browsers see when it fails, where they are answered with a page; bodies may then be forms. */
  page?: (c: Context, error: unknown, language: Language, requestId: string) => Response | Promise<Response>
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
  handle: (
    call: Call<Admitted<Id>, InferOutput<P>, InferOutput<Q>, InferOutput<B>>,
  ) => Promise<InferOutput<R> | Response>
}

type InferInputOf<S extends GenericSchema> = NonNullable<S['~types']>['input']

/** A route as declared; gives `handle` the caller that the table promises, and the types that its schemas do. */
export function route<
  Id extends OperationId,
  R extends GenericSchema,
  P extends GenericSchema = GenericSchema,
  Q extends GenericSchema = GenericSchema,
  B extends GenericSchema = GenericSchema,
>(declared: Route<Id, P, Q, B, R>): Route {
  return declared as unknown as Route
}
