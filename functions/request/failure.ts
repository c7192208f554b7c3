import type { Context } from 'hono'
import type { ErrorCode } from '../../core/input-error.ts'
import { errorText, InputError } from '../../core/input-error.ts'
import type { Messages } from '../../core/messages/messages.ts'

/** Errors that are not simply bad input, and what HTTP calls them. */
const STATUS: Partial<Record<ErrorCode, 401 | 403 | 404 | 409 | 413 | 415 | 429 | 503>> = {
  unauthorised: 401,
  documentKeyOver: 401,
  forbidden: 403,
  documentKeyElsewhere: 403,
  notFound: 404,
  operationReused: 409,
  stale: 409,
  invitationGone: 404,
  answeredOtherwise: 409,
  complaintStale: 409,
  policyStale: 409,
  complaintRight: 403,
  compensationLimit: 403,
  bodyTooLarge: 413,
  bodyType: 415,
  bodyCharset: 415,
  tooMuchText: 413,
  tooManyRequests: 429,
  signInKeysAway: 503,
}

/** The status that an error is answered with: 400 for bad input, 500 for all that nobody foresaw. */
export function statusOf(error: unknown) {
  return error instanceof InputError ? (STATUS[error.code as ErrorCode] ?? 400) : 500
}

/** Says when to try again, where that is known. */
export function tellWhen(c: Context, error: unknown): void {
  if (!(error instanceof InputError) || error.code !== 'tooManyRequests') return
  c.header('Retry-After', String((error as InputError<'tooManyRequests'>).details.seconds))
}

/** The one place where errors become replies. */
export function failure(c: Context, error: unknown, messages: Messages, requestId: string) {
  const told =
    error instanceof InputError
      ? { code: error.code, message: errorText(error, messages), details: error.details }
      : { code: 'internal', message: messages.api.internal(requestId) }
  tellWhen(c, error)
  return c.json({ error: { ...told, requestId } }, statusOf(error))
}
