import { isOfDynamo } from './faults.ts'

/**
 * What a scheduled function did. One that DynamoDB failed as a whole says that alone: Lambda logs it, and what was due is
 * done by the next.
 */
export async function scheduled(run: () => Promise<{ failures: string[] }>): Promise<Response> {
  try {
    return Response.json(await run())
  } catch (error) {
    if (!isOfDynamo(error)) throw error
    return Response.json({ failures: [error.name] })
  }
}
