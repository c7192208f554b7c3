import type { Definition, StatisticModule } from '../../core/own-statistics/statistic.ts'
import type { StatisticField } from '../../core/own-statistics/statistic-field.ts'
import { ownStatistics as listed, type OwnStatistics } from '../own-statistics/own-statistics.ts'
import { previewStatistic as previewOf, type StatisticPreview } from '../own-statistics/preview-statistic.ts'
import {
  type GivenStatistic,
  removeStatistic as remove,
  saveStatistic as save,
} from '../own-statistics/save-statistic.ts'
import { statisticFields as fieldsOf } from '../own-statistics/statistic-fields.ts'
import { inWords } from '../user-language.ts'

/** Every statistic of the spreadsheet with its versions. */
export function ownStatistics(): OwnStatistics {
  return inWords(listed)
}

/** What can be asked of a module's rows. */
export function statisticFields(module: StatisticModule, survey: string): StatisticField[] {
  return inWords(() => fieldsOf(module, survey))
}

/** What a definition comes to now; writes nothing. */
export function previewStatistic(definition: Definition): StatisticPreview {
  return inWords(() => previewOf(definition))
}

/** Keeps a statistic as its next version; gives its id and the list. */
export function saveStatistic(given: GivenStatistic): OwnStatistics & { id: string } {
  return inWords(() => {
    const id = save(given)
    return { id, ...listed() }
  })
}

/** Takes a statistic out of the list; its versions stay in the tab. */
export function removeStatistic(id: string, version: number): OwnStatistics {
  return inWords(() => {
    remove(id, version)
    return listed()
  })
}
