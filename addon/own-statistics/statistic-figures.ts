import { errorText, InputError } from '../../core/input-error.ts'
import type { KpiCut, KpiFigure } from '../../core/kpi/kpi-figure.ts'
import { cutGrouping } from '../../core/own-statistics/cut-grouping.ts'
import type { Definition } from '../../core/own-statistics/statistic.ts'
import { statisticKpis } from '../../core/own-statistics/statistic-kpis.ts'
import { userMessages } from '../user-language.ts'
import { callApi, callApiAtOnce } from '../workspace/api.ts'
import { type SentStatistic, sentFigures, sheetResult, statisticCall } from './evaluated.ts'
import { problemsIn } from './preview-statistic.ts'
import { isSheetModule, sheetRows } from './sheet-rows.ts'
import { statisticNames } from './statistic-fields.ts'
import { brokenRowText, readStatistics } from './statistics-tab.ts'

/** Figures of own statistics, with the versions that they were counted by. */
export type OwnFigures = {
  figures: KpiFigure[]
  definitions: { kpi: string; version: number; says: string }[]
  /** Why some are missing, or rows left out, a sentence each. */
  problems: string[]
}

/**
 * What own statistics are now, by their ids: each tab is read once, the backend is asked for all in one step. One that
 * can't be counted leaves the rest alone.
 *
 * @param by The whole alone for '', the groups of a cut for a cut; where left out, the whole and the statistic's own
 *   groups. A statistic that can't be cut so has none.
 */
export function statisticFigures(ids: readonly string[], by?: KpiCut | ''): OwnFigures {
  const { statistics, broken } = readStatistics()
  const words = userMessages()
  const problems = broken.filter(({ id }) => ids.includes(id)).map((row) => brokenRowText(row, words))
  const wanted = ids.flatMap((id) => {
    const last = statistics.find((each) => each.id === id)?.versions[0]
    if (!last?.definition) {
      problems.push(errorText(new InputError('statisticUnknown', { id }), words))
      return []
    }
    const definition = withCut(last.definition, by)
    return definition ? [{ id, name: last.name, version: last.version, says: last.says, definition }] : []
  })
  const attempt = <T>(name: string, work: () => T): T[] => {
    try {
      return [work()]
    } catch (error) {
      const why = error instanceof InputError ? errorText(error, words) : (error as Error).message
      problems.push(words.statisticWords.failed({ name, why }))
      return []
    }
  }
  const tabs = sheetRows()
  const stored = storedFigures(
    wanted.filter(({ definition }) => !isSheetModule(definition.module)),
    attempt,
  )
  const figures = wanted.flatMap((statistic) =>
    attempt(statistic.name, () => {
      const { definition, name } = statistic
      if (!isSheetModule(definition.module)) {
        const sent = stored.get(statistic.id)
        return sent ? statisticKpis(statistic, sentFigures(sent), statisticNames(definition, tabs).fields) : []
      }
      const rows = tabs(definition.module)
      const result = sheetResult(definition, rows)
      const told = problemsIn(definition, rows, result)
      problems.push(...told.map((why) => words.statisticWords.failed({ name, why })))
      return statisticKpis(statistic, result, rows.fields)
    }).flat(),
  )
  return {
    figures: by ? figures.filter((figure) => figure.by !== '') : figures,
    definitions: wanted.map(({ id, version, says }) => ({ kpi: `own:${id}`, version, says: says.slice(0, MOST_SAID) })),
    problems: [...new Set(problems)],
  }
}

/** As much of a sentence as is published. */
const MOST_SAID = 1000

function withCut({ group, ...rest }: Definition, by: KpiCut | '' | undefined): Definition | undefined {
  if (by === undefined) return group ? { ...rest, group } : rest
  if (by === '') return rest
  const cut = cutGrouping({ group, ...rest }, by)
  return cut && { ...rest, group: cut }
}

type Wanted = { id: string; name: string; definition: Definition }

/** All at once; one by one where one of them is refused, to tell which. */
function storedFigures(
  wanted: readonly Wanted[],
  attempt: <T>(name: string, work: () => T) => T[],
): Map<string, SentStatistic> {
  if (wanted.length === 0) return new Map()
  try {
    const sent = callApiAtOnce<SentStatistic[]>(wanted.map(({ definition }) => statisticCall(definition)))
    return new Map(wanted.map(({ id }, at) => [id, sent[at] as SentStatistic]))
  } catch {
    const each = wanted.map(({ id, name, definition }) =>
      attempt(name, () => [id, callApi<SentStatistic>(statisticCall(definition))] as const),
    )
    return new Map(each.flat())
  }
}
