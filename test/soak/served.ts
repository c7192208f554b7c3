import type { LogEntry } from '../../functions/backend.ts'
import { startBackend } from '../../local/backend.ts'

/** What its parent may ask of it, one at a time, and what each is answered. */
export type Asked = { start: { dir: string; plants: readonly string[] }; token: null; memory: null; close: null }
export type Told = { start: { url: string }; token: { token: string }; memory: Memory; close: null }

/** Bytes after collections; `heap` with what buffers hold outside of it. */
export type Memory = { heap: number; rss: number }

const SOMEBODY = { sub: 'soak', email: 'soak@example.com', name: 'Soak' }
const LEAK_BYTES = 5_000_000

/**
 * The API on a folder, in a process of its own that answers its parent over IPC and ends with it. `plants` are what is
 * wrong with it on purpose: `leak` keeps some memory at each measurement, however little a busy machine got done.
 */
const kept: Uint8Array[] = []
let isLeaking = false
let backend: Awaited<ReturnType<typeof startBackend>>

const answers: { [K in keyof Asked]: (given: Asked[K]) => Promise<Told[K]> } = {
  async start({ dir, plants }) {
    const log = (entry: LogEntry) => {
      if (entry.failure !== undefined) console.error(JSON.stringify(entry))
    }
    isLeaking = plants.includes('leak')
    backend = await startBackend({ dir, port: 0, log })
    return { url: backend.url }
  },
  token: async () => ({ token: await backend.identityToken(SOMEBODY) }),
  async memory() {
    if (isLeaking) kept.push(new Uint8Array(LEAK_BYTES).fill(1))
    globalThis.gc?.()
    // What the first one has finalised goes with the second.
    await new Promise((resolve) => setImmediate(resolve))
    globalThis.gc?.()
    const { rss, heapUsed, external } = process.memoryUsage()
    return { heap: heapUsed + external, rss }
  },
  async close() {
    await backend.close()
    return null
  },
}

let last: Promise<unknown> = Promise.resolve()
process.on('message', <K extends keyof Asked>({ what, given }: { what: K; given: Asked[K] }) => {
  last = last.then(async () => {
    process.send?.(await answers[what](given))
    if (what === 'close') process.disconnect()
  })
})
// Ctrl+C reaches it too: it ends when its parent has asked what it wants to know.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit(0))
