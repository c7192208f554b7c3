import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'

/** Bundles `npm run dynamodb`'s program afresh, apart from the one in use, and gives its path. */
export async function buildProgram(): Promise<string> {
  const outfile = `dist/test/dynamodb-${process.pid}.js`
  const options = { bundle: true, platform: 'node', format: 'esm', packages: 'external' } as const
  await build({ entryPoints: ['local/dynamodb.ts'], outfile, ...options })
  return outfile
}

export type Program = { child: ChildProcess; url: string; pid: number }

/** Starts the program on a free port, and waits for its line. */
export async function startProgram(program: string, dir: string): Promise<Program> {
  const child = spawn('node', [program, '--port', '0', '--data', dir], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) return { child, ...JSON.parse(line) }
  throw new Error('The program ended before it was ready.')
}
