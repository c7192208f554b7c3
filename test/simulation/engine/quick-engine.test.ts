import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { builtProgram } from '../program.ts'
import { openSystem } from '../system.ts'
import { runWorld } from '../world.ts'
import { embeddedEngine } from './embedded-engine.ts'
import type { Engine, Plain } from './engine.ts'
import { quickEngine } from './quick-engine.ts'

test('the engine of simulations answers all that the program asks as the embedded engine does', async () => {
  const differences: unknown[] = []
  let compared = 0
  const engineOf = async (clock: { now: number }) =>
    together(quickEngine(clock), await embeddedEngine(clock), (operation, request, replies) => {
      compared++
      if (!isDeepStrictEqual(replies[0], replies[1])) differences.push({ operation, request, replies })
    })
  const system = await openSystem(await builtProgram('both-engines'), engineOf)
  for (let seed = 1; seed <= 30; seed++) expect((await runWorld(system, seed)).violations).toEqual([])
  await system.close()
  expect(differences.slice(0, 3)).toEqual([])
  expect(compared).toBeGreaterThan(1000)
})

type Compare = (operation: string, request: Plain, replies: unknown[]) => void

/** Asks both, and answers as the first does. */
function together(first: Engine, second: Engine, compare: Compare): Engine {
  return {
    ...first,
    async perform(operation, request) {
      const replies = [await answerOf(first, operation, request), await answerOf(second, operation, request)]
      compare(operation, request, replies.map(told))
      if (replies[0] instanceof Error) throw replies[0]
      return replies[0]!
    },
    async keep() {
      const both = [await first.keep(), await second.keep()]
      return async () => {
        for (const bringBack of both) await bringBack()
      }
    },
    close: () => second.close(),
  }
}

async function answerOf(engine: Engine, operation: string, request: Plain): Promise<Plain | Error> {
  try {
    return await engine.perform(operation, request, 0)
  } catch (error) {
    return error as Error
  }
}

/** A reply without what nobody reads, in an order that does not matter; of a refusal its name and reasons. */
function told(reply: Plain | Error): unknown {
  if (reply instanceof Error) {
    const { name, CancellationReasons = [] } = reply as Error & { CancellationReasons?: Plain[] }
    return { name, reasons: CancellationReasons.map(({ Code, Item }) => ({ Code, ...(Item ? { Item } : {}) })) }
  }
  const { Responses, ...rest } = reply
  if (!Responses) return rest
  const lists = Object.values(Responses as Record<string, Plain[]>)
  return {
    ...rest,
    found: lists.flatMap((items) => items.map((item) => JSON.stringify(Object.entries(item).sort()))).sort(),
  }
}
