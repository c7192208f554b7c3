import { limitKeys } from './limit-keys.ts'
import type { Standard } from './standard.ts'

/** The keys of all values that a standard looks at, for its score and for its limits, each once. */
export function neededKeys({ indicators, limits }: Standard): string[] {
  return [
    ...new Set([
      ...indicators.map(({ key }) => key),
      ...(limits.probability === null ? [] : [limitKeys.probability]),
      ...(limits.collectDays === null ? [] : [limitKeys.collectDays]),
    ]),
  ]
}
