import { safeParse } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { checkedDefinition } from '../../core/own-statistics/checked-definition.ts'
import { type Definition, statisticNameSchema } from '../../core/own-statistics/statistic.ts'
import { statisticSentence } from '../../core/own-statistics/statistic-sentence.ts'
import { type KeptStatistic, REMOVED } from '../../core/own-statistics/statistic-versions.ts'
import { me, nowTime } from '../sheet/now.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { userMessages } from '../user-language.ts'
import { statisticNames } from './statistic-fields.ts'
import { readStatistics } from './statistics-tab.ts'

/** What a form wants to be kept: '' as its id for a new one, and the version that was changed. */
export type GivenStatistic = { id: string; version: number; name: string; definition: Definition }

/**
 * Keeps a statistic as its next version: a row under the others. Rows are never changed. What is as it was is not kept
 * again.
 *
 * @returns Its id.
 * @throws InputError `statisticUnnamed`, `statisticBroken`, `statisticNoSurvey`, `statisticChanged`,
 * `statisticUnknown`, `missingTab`.
 */
export function saveStatistic(given: GivenStatistic): string {
  const name = String(given.name ?? '').trim()
  if (!safeParse(statisticNameSchema, name).success) throw new InputError('statisticUnnamed', undefined)
  const definition = checkedDefinition(given.definition)
  const says = statisticSentence(definition, statisticNames(definition), userMessages())
  return append(given, name, (last) => {
    const text = JSON.stringify(definition)
    const isSame = last?.name === name && JSON.stringify(last.definition) === text
    return isSame ? undefined : { says, definition: text }
  })
}

/** Takes a statistic out of the list; its versions stay in the tab. @throws InputError `statisticChanged`, `statisticUnknown` */
export function removeStatistic(id: string, version: number): void {
  append({ id, version }, undefined, () => ({ says: userMessages().statisticWords.removed, definition: REMOVED }))
}

function append(
  { id, version }: Pick<GivenStatistic, 'id' | 'version'>,
  name: string | undefined,
  row: (last: KeptStatistic['versions'][0] | undefined) => { says: string; definition: string } | undefined,
): string {
  return oneAtATime(() => {
    const { statistics, broken } = readStatistics()
    const own = statistics.find((each) => each.id === id)
    if (id && !own) throw new InputError('statisticUnknown', { id })
    const last = own?.versions[0]
    if (last && last.version !== version) throw new InputError('statisticChanged', { name: last.name })
    const next = row(last)
    if (!next) return id
    const statisticId = id || freeId(statistics.map((each) => each.id))
    // A row that can't be read may have taken the next number.
    const taken = broken.filter((each) => each.id === statisticId).map((each) => each.version)
    appendRows('statistics', [
      {
        ...{ statisticId, name: name ?? last?.name ?? '', version: Math.max(last?.version ?? 0, ...taken) + 1 },
        ...{ savedAt: nowTime(), savedBy: me(), ...next },
      },
    ])
    return statisticId
  })
}

/** `S1`, `S2` and so on, none twice. */
function freeId(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number++) {
    if (!taken.includes(`S${number}`)) return `S${number}`
  }
}
