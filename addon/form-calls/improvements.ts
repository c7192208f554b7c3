import { checkEffect, type EffectFound } from '../improvements/check-effect.ts'
import { type ImprovementsSetup, improvementsSetup as setUp } from '../improvements/improvements-setup.ts'
import { type SavedImprovement, saveImprovement as save } from '../improvements/save-improvement.ts'
import { inWords } from '../user-language.ts'

/** What the form "Improvements" begins with: the actions, the figures that they can move, and of which groups. */
export function improvementsSetup(): ImprovementsSetup {
  return inWords(setUp)
}

/** Writes an action. @returns Its id. */
export function saveImprovement(saved: SavedImprovement): string {
  return inWords(() => save(saved))
}

/** Compares an action's figure before and after, and writes what came out into its row. */
export function checkImprovement(id: string, until: string): EffectFound {
  return inWords(() => checkEffect(id, until))
}
