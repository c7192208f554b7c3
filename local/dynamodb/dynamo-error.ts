/** An error that the client is told: the same shape as dynalite's own. */
export class DynamoError extends Error {
  readonly statusCode = 400
  readonly body: Record<string, unknown>

  /** @param type The exception's name without its namespace, `ValidationException` for instance. */
  constructor(type: string, message: string, more: Record<string, unknown> = {}) {
    super(message)
    this.body = { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message, ...more }
  }
}

/** What the client is told of an error, or undefined if it is not for clients. */
export function errorBody(error: unknown): Record<string, unknown> | undefined {
  return error instanceof Error && 'body' in error ? (error.body as Record<string, unknown>) : undefined
}

/** The exception's name without its namespace, or undefined if it is not for clients. */
export function errorType(error: unknown): string | undefined {
  const type = errorBody(error)?.__type
  return typeof type === 'string' ? type.slice(type.indexOf('#') + 1) : undefined
}
