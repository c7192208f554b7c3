import { checkAnswers } from './check-answers.ts'
import { checkDays } from './check-days.ts'
import { checkFigures } from './check-figures.ts'
import { driven } from './driven.ts'
import type { Item } from './engine/item.ts'
import type { StoredAnswer } from './recount.ts'
import type { System } from './system.ts'
import type { World } from './world.ts'

/** Holds a world against what its clients were told and against a recount of what lies in the table. */
export async function checkWorld(system: System, world: World): Promise<void> {
  const items = await system.engine.items()
  checkTable(world, items)
  await driven(world.machine, checkFigures(world, items))
  checkTable(world, await system.engine.items())
}

function checkTable(world: World, items: Item[]): void {
  for (const place of world.places) {
    const [answersAt, figuresAt] = ['S', 'G'].map((part) => `W#${place.workspaceId}#${part}#${place.surveyId}#`) as [
      string,
      string,
    ]
    const there = items.filter(({ pk }) => pk.startsWith(answersAt))
    const answers = there.filter(({ sk }) => sk.startsWith('R#')) as StoredAnswer[]
    checkAnswers(world.ledger, place, answers)
    checkDays(world.ledger, {
      answers,
      heads: there.filter(({ sk }) => sk.startsWith('H#')),
      kept: items.filter(({ pk }) => pk.startsWith(figuresAt)),
    })
  }
}
