import type { CellValue } from '../sheet/reading/table.ts'
import type { BoundTab } from '../sheet/tabs/bound-tab.ts'
import { writeFields } from '../sheet/writing/write-fields.ts'
import { standardFields } from '../standard/current-standards.ts'
import { userMessages } from '../user-language.ts'

/** Writes the two columns of a standard: one score and one tier for each row that the customer tab was read with. */
export function writeTiers(
  tab: BoundTab,
  standard: string,
  scores: readonly (CellValue | undefined)[],
  tiers: readonly (CellValue | undefined)[],
): void {
  const { score, tier } = standardFields(standard, tab)
  const words = userMessages().scores
  const headers = score === 'score' ? [] : [words.scoreBy(standard), words.tierBy(standard)]
  const column = (field: string, values: readonly (CellValue | undefined)[], header?: string) => {
    return { field, values: values.map((value) => value ?? ''), ...(header === undefined ? {} : { header }) }
  }
  writeFields(tab, [column(score, scores, headers[0]), column(tier, tiers, headers[1])])
}
