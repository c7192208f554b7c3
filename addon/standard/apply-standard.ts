import { InputError } from '../../core/input-error.ts'
import type { Standard } from '../../core/standard/standard.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { fieldCells } from '../sheet/tabs/bound-tab.ts'
import { refuseFormulas } from '../sheet/writing/refuse-formulas.ts'
import { closeRun } from '../tiering/open-runs.ts'
import { recordTiers, type TierRun } from '../tiering/record-tiers.ts'
import { writeScoreParts } from '../tiering/score-parts-tab.ts'
import { readTierRecords } from '../tiering/tier-records.ts'
import { writeTiers } from '../tiering/write-tiers.ts'
import { standardFields } from './current-standards.ts'
import { foreignCells } from './foreign-cells.ts'
import { saveStandard } from './save-standard.ts'
import { scoreCustomers } from './score-customers.ts'

export type AppliedStandard = TierRun & {
  sheet: string
  version: number
  /** Customers that have a tier now. */
  customers: number
}

/**
 * Scores every customer by a standard, keeps the standard as a version and the next moves as history, and in the last
 * call of a run writes the two columns of the standard, wherever they stand.
 *
 * To be called again until `next` is null. Each call counts anew from the tabs as they are, so nothing is kept between
 * calls that could grow old; what the history has already is no move any more. Nothing is kept of a standard that
 * cannot be applied.
 *
 * @param overwrite Whether the person agreed that what others put into these columns is overwritten.
 * @throws InputError `columnTaken` where it would be, and nobody agreed; `formulaInTheWay` where they hold a formula;
 * `busyNow`.
 */
export function applyStandard(standard: Standard, overwrite = false): AppliedStandard {
  return oneAtATime(() => applied(standard, overwrite))
}

function applied(standard: Standard, overwrite: boolean): AppliedStandard {
  const { scored, values } = scoreCustomers(standard)
  const { tab } = values
  const records = readTierRecords()
  const [taken] = overwrite ? [] : foreignCells(standard.name, tab, () => records.parts)
  if (taken) throw new InputError('columnTaken', taken)
  const fields = standardFields(standard.name, tab)
  refuseFormulas(tab, [fields.score, fields.tier])
  const { name, version } = saveStandard(standard)
  const counted = { ...scored, standard: name, version }
  const cells = fieldCells(tab, fields.tier).map(customerIdIn)
  const { run, tiers, ...told } = recordTiers(counted, { records, cells, cause: 'score' })
  if (told.next === null) {
    writeScoreParts(records.parts, { key: name, run }, counted)
    writeTiers(tab, name, scored.scores, tiers)
    closeRun(name)
  }
  const customers = tiers.filter((tier) => tier !== undefined).length
  return { ...told, sheet: tab.name, version, customers }
}
