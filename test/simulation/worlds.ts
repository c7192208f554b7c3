import { expect, test } from 'vitest'
import { builtProgram } from './program.ts'
import { openSystem } from './system.ts'
import { runWorld } from './world.ts'

const A_FILE = 500

/** Runs the worlds of one test file, of four that share them. */
export function testWorlds(file: number): void {
  test(`worlds ${file * A_FILE + 1} to ${(file + 1) * A_FILE}: figures equal a recount, and nothing accepted is lost`, async () => {
    const system = await openSystem(await builtProgram(`worlds-${file}`))
    const found: string[] = []
    for (let seed = file * A_FILE + 1; seed <= (file + 1) * A_FILE; seed++) {
      const { violations } = await runWorld(system, seed)
      if (violations.length > 0) found.push(`npm run simulate -- --seed ${seed} --worlds 1\n${violations.join('\n')}`)
    }
    await system.close()
    expect(found.slice(0, 3)).toEqual([])
  }, 300_000)
}
