import { backend } from './backend.ts'
import { customerFile } from './customer-file.ts'
import { customerPage } from './customer-page.ts'
import { entryStandard } from './entry-standard.ts'
import { functions } from './functions.ts'
import { goals } from './goals.ts'
import { improvements } from './improvements.ts'
import { kpiSheet } from './kpi-sheet.ts'
import { ownStatistics } from './own-statistics.ts'
import { privacy } from './privacy.ts'
import { reports } from './reports.ts'
import { rounds } from './rounds.ts'
import { scores } from './scores.ts'
import { settingUp } from './set-up.ts'
import { tiers } from './tiers.ts'

/** Everything that is done over moved tabs. */
export const subjects = [
  ...[
    backend,
    customerFile,
    customerPage,
    entryStandard,
    functions,
    goals,
    improvements,
    kpiSheet,
    ownStatistics,
    privacy,
    reports,
    rounds,
    scores,
  ],
  ...[settingUp, tiers],
]
