import { safeParse } from 'valibot'
import { type Definition, definitionSchema, statisticNameSchema } from './statistic.ts'

/** A row of the tab of own statistics, as it was read; `savedAt` is shown as it is. */
export type StatisticRow = {
  /** In the sheet, from 1. */
  row: number
  id: string
  name: string
  version: number | undefined
  savedAt: string
  savedBy: string
  says: string
  definition: string
}

/** A version as it was kept; one without a definition says that the statistic was removed. */
export type StatisticVersion = Omit<StatisticRow, 'definition' | 'version'> & {
  version: number
  definition: Definition | undefined
}

/** A row that can't be used: why, and where in its definition. */
export type BrokenRow = {
  row: number
  id: string
  version: number
  why: 'noVersion' | 'sameVersion' | 'notDefinition'
  part: string
}

/** A statistic with its versions, the latest first. */
export type KeptStatistic = { id: string; versions: [StatisticVersion, ...StatisticVersion[]] }

/** What stands in the tab for a statistic that was removed. */
export const REMOVED = JSON.stringify({ removed: true })

/**
 * Statistics as their rows tell them, whatever the order of rows, in the order of their first versions' rows.
 *
 * Rows that can't be read are told and stay out: the version before them holds.
 */
export function statisticVersions(rows: readonly StatisticRow[]): { statistics: KeptStatistic[]; broken: BrokenRow[] } {
  const broken: BrokenRow[] = []
  const found = new Map<string, StatisticVersion[]>()
  for (const { definition, version, ...row } of rows) {
    if (![row.id, row.name, row.says, definition].some(Boolean) && version === undefined) continue
    const known = found.get(row.id) ?? []
    const read = readDefinition(definition)
    const isNamed = /^[\w-]{1,64}$/.test(row.id) && safeParse(statisticNameSchema, row.name).success
    if (!isNamed || version === undefined || !(version >= 1 && Number.isInteger(version)))
      broken.push({ ...{ row: row.row, id: row.id, version: version ?? 0 }, why: 'noVersion', part: '' })
    else if (known.some((each) => each.version === version))
      broken.push({ ...{ row: row.row, id: row.id, version: version ?? 0 }, why: 'sameVersion', part: '' })
    else if ('part' in read)
      broken.push({ ...{ row: row.row, id: row.id, version: version ?? 0 }, why: 'notDefinition', part: read.part })
    else found.set(row.id, [...known, { ...row, version, definition: read.definition }])
  }
  const statistics = [...found].map(([id, versions]) => {
    return { id, versions: versions.sort((a, b) => b.version - a.version) as KeptStatistic['versions'] }
  })
  return { statistics, broken }
}

/** The definition of a cell, undefined where it says "removed"; else which part of it can't be read. */
function readDefinition(text: string): { definition: Definition | undefined } | { part: string } {
  if (text === REMOVED) return { definition: undefined }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { part: '' }
  }
  const parsed = safeParse(definitionSchema, json)
  if (parsed.success) return { definition: parsed.output }
  return { part: (parsed.issues[0].path ?? []).map(({ key }) => String(key)).join('.') }
}
