/**
 * A script of its own, for a spreadsheet made for it: what the add-on takes for granted of Google Sheets, tried there.
 * `npm run probe` builds it; docs/unproven.md says how it is run and what each point is for.
 */
import { afterMoves } from './after-moves.ts'
import { charts } from './charts.ts'
import { formulas } from './formulas.ts'
import { identity } from './identity.ts'
import { texts } from './texts.ts'

/** Each point answers with plain data that names nobody, or with the error that it met. */
const points: Record<string, () => unknown> = {
  ...formulas,
  ...identity,
  ...charts,
  ...afterMoves,
  ...texts,
}

/** Tries every point and logs what it found, to be saved and compared. */
export function probe(): string {
  const found = Object.entries(points).map(([point, attempt]) => [point, answerOf(attempt)])
  const text = JSON.stringify(Object.fromEntries(found))
  console.log(text)
  return text
}

/**
 * What arrived for each argument.
 *
 * @customfunction
 */
export function PROBE_ARGUMENTS(first: unknown, second: unknown, third: unknown): string {
  return [first, second, third].map((each) => (each === '' ? 'blank text' : typeof each)).join(', ')
}

/**
 * A day.
 *
 * @customfunction
 */
export function PROBE_DATE(): Date {
  return new Date(2026, 2, 9)
}

/**
 * What the script has kept in the document.
 *
 * @customfunction
 */
export function PROBE_PROPERTY(): string {
  return PropertiesService.getDocumentProperties().getProperty('PROBE') ?? 'nothing'
}

/**
 * What another formula has put into the document's cache.
 *
 * @customfunction
 */
export function PROBE_CACHE(): string {
  return CacheService.getDocumentCache()?.get('PROBE') ?? 'nothing'
}

function answerOf(attempt: () => unknown): unknown {
  try {
    return attempt()
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}
