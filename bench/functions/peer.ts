import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

type PeerRun = { ms: number; figure: number }

/** A program that does the work it is told on standard input, and times it itself. */
export type Peer = {
  works: ReadonlySet<string>
  run: (work: string) => Promise<PeerRun>
  close: () => void
}

/** Starts a peer; undefined where its program, or something that it needs, is not installed. */
export async function openPeer(command: string, args: readonly string[]): Promise<Peer | undefined> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] })
  const missing = new Promise<undefined>((resolve) => child.once('error', () => resolve(undefined)))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => {
    const { value, done } = await lines.next()
    return done ? undefined : JSON.parse(value)
  }
  const works: string[] | undefined = await Promise.race([next(), missing])
  if (works === undefined) return undefined
  return {
    works: new Set(works),
    run: async (work) => {
      child.stdin.write(`${work}\n`)
      const run: PeerRun | undefined = await next()
      if (run === undefined) throw new Error(`${args[0]} ended while it worked on ${work}`)
      return run
    },
    close: () => child.stdin.end(),
  }
}
