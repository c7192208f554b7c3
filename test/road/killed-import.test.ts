import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))
const program = join(dist, 'local', 'importing-program.test.js')
const ROWS = 2600

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tiersheet-killed-'))
  await build({
    entryPoints: [fileURLToPath(new URL('importing-program.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
})
afterAll(async () => {
  await rm(dir, { recursive: true, force: true })
  await rm(program, { force: true })
})

type Line = { known?: number; taken?: number; summary?: { n: number; value: string }[] }

/** Runs the import, killing it without warning some milliseconds after so many pages were there. */
async function importing(kill?: { afterPages: number; ms: number }): Promise<Line[]> {
  const child: ChildProcess = spawn(process.execPath, [program, dir, dist, String(ROWS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: Line[] = []
  for await (const line of createInterface({ input: child.stdout! })) {
    lines.push(JSON.parse(line) as Line)
    if (lines.length - 1 === kill?.afterPages) setTimeout(() => child.kill('SIGKILL'), kill.ms)
  }
  return lines
}

test('an import that is killed three times and run again counts every answer exactly once', async () => {
  let pages = 0
  for (const kill of [
    { afterPages: 1, ms: 40 },
    { afterPages: 1, ms: 20 },
    { afterPages: 1, ms: 5 },
  ]) {
    const lines = await importing(kill)
    expect(lines.at(-1)?.summary).toBeUndefined()
    expect(lines[0]?.known).toBeGreaterThanOrEqual(pages * 500)
    pages += lines.length - 1
  }
  const lines = await importing()
  expect(lines[0]?.known).toBeGreaterThanOrEqual(pages * 500)
  expect(Number(lines[0]?.known) + Number(lines.at(-2)?.taken)).toBe(ROWS)
  const scores = Array.from({ length: ROWS }, (_, at) => at % 11)
  const nps = ((scores.filter((s) => s >= 9).length - scores.filter((s) => s <= 6).length) / ROWS) * 100
  expect(lines.at(-1)?.summary?.[0]).toMatchObject({ n: ROWS, value: String(Math.round(nps * 10) / 10) })
})
