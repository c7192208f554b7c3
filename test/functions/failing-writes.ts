import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/**
 * Lets `fail` decide before (or, with `after`, once it was done) whether the next write fails, by its number from 1.
 *
 * @param writing Which commands count as writes.
 * @returns Ends it.
 */
export function failingWrites(
  db: DynamoDBDocumentClient,
  when: 'before' | 'after',
  fail: (write: number) => Error | undefined,
  writing = /^TransactWrite/,
): () => void {
  let writes = 0
  const name = 'failing'
  db.middlewareStack.add(
    (next, context) => async (args) => {
      const error = writing.test(String(context.commandName)) ? fail(++writes) : undefined
      if (error && when === 'before') throw error
      const result = await next(args)
      if (error) throw error
      return result
    },
    { step: 'initialize', name, override: true },
  )
  return () => db.middlewareStack.remove(name)
}
