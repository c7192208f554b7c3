import { openDatabase } from './database.ts'
import { deleteExpired } from './expiry.ts'
import { type RequestHandler, requestHandler } from './request-handler.ts'
import { forgetTokens } from './request-tokens.ts'
import { type Listening, serve } from './serve.ts'

const SWEEP_MS = 60_000

/** DynamoDB in this process. */
export type Engine = {
  /** For the AWS SDK's client: no port, no network. */
  requestHandler: RequestHandler
  /** Also answers over HTTP on 127.0.0.1. */
  listen(port: number): Promise<Listening>
  /** Deletes what has expired now, rather than within the minute. */
  sweep(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the tables kept in a folder.
 *
 * A reply means that the write is with the operating system: it survives the end of this process by any signal. After
 * a power cut the last writes may be missing, but none is there by half.
 *
 * @param dir A folder, made if there is none, or `:memory:` to keep nothing.
 * @param now Milliseconds since 1970; decides what has expired.
 * @throws InputError `dataFolderInUse` while another process has the folder open.
 */
export async function openEngine({ dir, now = Date.now }: { dir: string; now?: () => number }): Promise<Engine> {
  const database = await openDatabase(dir, now)
  const handler = requestHandler(database)
  const servers = new Set<Listening>()
  const sweep = async () => {
    await deleteExpired(database)
    await forgetTokens(database)
  }
  const timer = setInterval(() => sweep().catch(console.error), SWEEP_MS).unref()
  return {
    requestHandler: handler,
    async listen(port) {
      const server = await serve(handler, port)
      servers.add(server)
      return server
    },
    sweep,
    async close() {
      clearInterval(timer)
      await Promise.all([...servers].map((server) => server.close()))
      await database.close()
    },
  }
}
