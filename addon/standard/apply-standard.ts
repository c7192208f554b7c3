import { InputError } from '../../core/input-error.ts'
import type { Standard } from '../../core/standard/standard.ts'
import { refuseFormulas } from '../sheet/writing/refuse-formulas.ts'
import { writeFields } from '../sheet/writing/write-fields.ts'
import { recordTiers } from '../tiering/record-tiers.ts'
import { userMessages } from '../user-language.ts'
import { standardFields } from './current-standards.ts'
import { foreignCells } from './foreign-cells.ts'
import { saveStandard } from './save-standard.ts'
import { scoreCustomers } from './score-customers.ts'

export type AppliedStandard = {
  sheet: string
  version: number
  /** Customers that have a tier now. */
  customers: number
  up: number
  down: number
  first: number
}

/**
 * Scores every customer by a standard, keeps the standard as a version and the moves as history, and writes the two
 * columns of the standard, wherever they stand.
 *
 * Nothing is kept of a standard that cannot be applied.
 *
 * @param overwrite Whether the person agreed that what others put into these columns is overwritten.
 * @throws InputError `columnTaken` where it would be, and nobody agreed; `formulaInTheWay` where they hold a formula.
 */
export function applyStandard(standard: Standard, overwrite = false): AppliedStandard {
  const { scored, values } = scoreCustomers(standard)
  const [taken] = overwrite ? [] : foreignCells(standard.name, values.tab)
  if (taken) throw new InputError('columnTaken', taken)
  const own = standardFields(standard.name, values.tab)
  refuseFormulas(values.tab, [own.score, own.tier])
  const { name, version } = saveStandard(standard)
  const { tiers, up, down, first } = recordTiers({ ...scored, version }, 'score')
  const fields = standardFields(name, values.tab)
  const isFirst = fields.score === 'score'
  const words = userMessages().scores
  writeFields(values.tab, [
    {
      field: fields.score,
      values: scored.scores.map((score) => score ?? ''),
      ...(isFirst ? {} : { header: words.scoreBy(name) }),
    },
    { field: fields.tier, values: tiers.map((tier) => tier ?? ''), ...(isFirst ? {} : { header: words.tierBy(name) }) },
  ])
  const customers = tiers.filter((tier) => tier !== undefined).length
  return { sheet: values.tab.name, version, customers, up, down, first }
}
