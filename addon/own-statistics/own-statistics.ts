import type { Definition } from '../../core/own-statistics/statistic.ts'
import type { StatisticVersion } from '../../core/own-statistics/statistic-versions.ts'
import { userMessages } from '../user-language.ts'
import { connection } from '../workspace/connection.ts'
import { brokenRowText, readStatistics } from './statistics-tab.ts'

/** A version as the form shows it; `definition` is null for one that says that the statistic was removed. */
export type ShownVersion = {
  version: number
  name: string
  /** In the spreadsheet's time zone. */
  savedAt: string
  savedBy: string
  says: string
  definition: Definition | null
}

/** A statistic with its versions, the latest first. */
export type OwnStatistic = { id: string; versions: [ShownVersion, ...ShownVersion[]] }

/** What the form begins with. */
export type OwnStatistics = {
  statistics: OwnStatistic[]
  /** Rows of the tab that can't be used, a sentence each. */
  problems: string[]
  hasWorkspace: boolean
}

/** Every statistic of this spreadsheet, also those that were removed. */
export function ownStatistics(): OwnStatistics {
  const { statistics, broken } = readStatistics()
  const words = userMessages()
  return {
    statistics: statistics.map(({ id, versions }) => ({
      id,
      versions: versions.map(shown) as OwnStatistic['versions'],
    })),
    problems: broken.map((row) => brokenRowText(row, words)),
    hasWorkspace: connection() !== undefined,
  }
}

function shown({ version, name, savedAt, savedBy, says, definition }: StatisticVersion): ShownVersion {
  return { version, name, savedAt, savedBy, says, definition: definition ?? null }
}
