import type { KeptComplaintPlan } from '../../core/complaint/import/complaint-plan.ts'
import { nowTime } from '../sheet/now.ts'
import { type ImportTab, type ImportTabs, importTabs } from '../tab-import/import-tabs.ts'
import { requiredConnection } from '../workspace/connection.ts'

/** What tabs remember their import by. */
export const COMPLAINTS = 'complaints'

export type ComplaintTab = ImportTab<KeptComplaintPlan>

/** What the import of complaints begins with. */
export type ComplaintImportSetup = ImportTabs<KeptComplaintPlan> & {
  /** Whose wall clock the times of cells are. */
  timeZone: string
  /** The last instant at which something can have happened. */
  now: string
}

/** The tabs with what they remember, and where the customer file is. */
export function complaintImportSetup(): ComplaintImportSetup {
  requiredConnection()
  return {
    ...importTabs<KeptComplaintPlan>(COMPLAINTS),
    timeZone: SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(),
    now: nowTime().toISOString(),
  }
}
