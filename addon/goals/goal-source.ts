import { asOfDay } from '../../core/customers/as-of-day.ts'
import { keptSheet } from '../kpi/kept-plan.ts'
import { readTables } from '../kpi/read-tables.ts'
import { today } from '../sheet/now.ts'
import { tabFinder } from '../sheet/tabs/bound-tab.ts'
import { listSurveys } from '../survey/surveys.ts'
import { connection } from '../workspace/connection.ts'

/** What measures are read from; each part is read when it is first asked for, and once. */
export type GoalSource = {
  find: ReturnType<typeof tabFinder>
  /** Customers and their orders, with the day after the last one counted. */
  readonly tables: ReturnType<typeof readTables> & { until: number; first: number }
  /** The survey of the KPI sheet, else the workspace's first; '' for none. */
  readonly survey: string
}

export function goalSource(): GoalSource {
  const find = tabFinder()
  let tables: GoalSource['tables'] | undefined
  let survey: string | undefined
  return {
    find,
    get tables() {
      tables ??= read(find)
      return tables
    },
    get survey() {
      survey ??= keptSheet()?.plan.survey || firstSurvey()
      return survey
    },
  }
}

/** @throws InputError `missingSheet` where there is no customer tab, and what says which order cannot be read. */
function read(find: GoalSource['find']): GoalSource['tables'] {
  const named = (kind: 'customers' | 'orders') => find(kind)?.getName() ?? ''
  const read = readTables({ customers: named('customers'), orders: named('orders') })
  const { days } = read.orders
  const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY)
  return { ...read, until: days.length === 0 ? today() + 1 : asOfDay(days), first }
}

function firstSurvey(): string {
  return connection() ? (listSurveys()[0]?.surveyId ?? '') : ''
}
