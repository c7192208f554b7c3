import type { Standard } from '../../core/standard/standard.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { fieldCells } from '../sheet/tabs/bound-tab.ts'
import { activeOverrides } from '../tiering/active-overrides.ts'
import { readScoreParts } from '../tiering/score-parts-tab.ts'
import { standardFields } from './current-standards.ts'
import { type ForeignCells, foreignCells } from './foreign-cells.ts'
import { asOfDay } from './preview-standard.ts'
import { namedKeys } from './score-customers.ts'
import { type Slips, slipsIn } from './slips.ts'
import { standardValues } from './standard-values.ts'

/** Everything that the form needs to try standards by itself; lists are as long as `ids`, null is blank. */
export type ScoreBasis = {
  ids: string[]
  names: string[]
  /** What the tab says now. */
  scores: (number | null)[]
  tiers: string[]
  columns: Record<string, (number | null)[]>
  /** Tiers that a person decided, by the customer's place: they stand whatever the standard says. */
  overridden: [place: number, tier: string][]
  /** What writing would overwrite. */
  foreign: ForeignCells[]
  asOf?: string
  slips: Slips
}

/**
 * What the form needs to try a standard. Blank rows are left out, and nothing is written.
 *
 * @param also A standard over the same tabs that it is to be compared with.
 */
export function scoreBasis(standard: Standard, also: Standard | null = null): ScoreBasis {
  const own = namedKeys(standard)
  const named = [...own, ...(also ? namedKeys(also) : []).filter(({ key }) => own.every((each) => each.key !== key))]
  const values = standardValues(named, standard.product)
  const { tab, ids, valuesOf } = values
  const rows = ids.flatMap((id, row) => (id === '' ? [] : [row]))
  const fields = standardFields(standard.name, tab)
  const [names, scores, tiers] = ['customer', fields.score, fields.tier].map((field) => fieldCells(tab, field))
  const overrides = activeOverrides(standard.name)
  return {
    ids: rows.map((row) => ids[row] as string),
    names: rows.map((row) => customerIdIn(names?.[row])),
    scores: rows.map((row) => numberOrNull(scores?.[row])),
    tiers: rows.map((row) => customerIdIn(tiers?.[row])),
    columns: Object.fromEntries(
      named.map(({ key }) => {
        const column = valuesOf(key)
        return [key, rows.map((row) => column[row] ?? null)]
      }),
    ),
    overridden: rows.flatMap((row, place): [number, string][] => {
      const override = overrides.get(ids[row] as string)
      return override ? [[place, override.tier]] : []
    }),
    foreign: foreignCells(standard.name, tab, readScoreParts),
    ...asOfDay(values),
    slips: slipsIn(values),
  }
}

function numberOrNull(cell: unknown): number | null {
  return typeof cell === 'number' ? cell : null
}
