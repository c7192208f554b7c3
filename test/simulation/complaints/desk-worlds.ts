import { expect, test } from 'vitest'
import { builtDesk } from './desk-program.ts'
import { openDesk } from './desk-system.ts'
import { runDeskWorld } from './desk-world.ts'

const A_FILE = 250

/** Runs the desk's worlds of one test file, of two that share them. */
export function testDeskWorlds(file: number): void {
  const first = file * A_FILE + 1
  test(`worlds ${first} to ${first + A_FILE - 1} of a desk: what is accepted is there once, and told once when it is due`, async () => {
    const system = await openDesk(await builtDesk(`worlds-${file}`))
    const found: string[] = []
    for (let seed = first; seed < first + A_FILE; seed++) {
      const { violations } = await runDeskWorld(system, seed)
      const again = `npm run simulate -- --complaints --seed ${seed} --worlds 1`
      if (violations.length > 0) found.push(`${again}\n${violations.join('\n')}`)
    }
    expect(found.slice(0, 3)).toEqual([])
  }, 300_000)
}
