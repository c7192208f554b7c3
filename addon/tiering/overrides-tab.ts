import type { Override } from '../../core/tiering/override.ts'
import { cellDays } from '../sheet/reading/cell-days.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { type BoundTab, findTab } from '../sheet/tabs/bound-tab.ts'
import { standardNow } from '../standard/standard-names.ts'

export type OverridesTab = { tab: BoundTab | undefined; overrides: (Override & { row: number })[] }

/** Every override of the tab, ended ones too; rows without a customer or a tier are passed over. */
export function readOverrides(): OverridesTab {
  const tab = findTab('overrides')
  if (!tab) return { tab, overrides: [] }
  const { cell, text } = rowReader(tab)
  const { day } = cellDays()
  const overrides = tab.rows.flatMap((line, row) => {
    const [customerId, tier] = [text(line, 'customerId'), text(line, 'tier')]
    if (!customerId || !tier) return []
    const until = day(cell(line, 'until'))
    return {
      ...{ row, customerId, tier, standard: standardNow(text(line, 'standard')), reason: text(line, 'reason') },
      ...{ by: text(line, 'by'), from: day(cell(line, 'from')) ?? 0 },
      ...(until === undefined ? {} : { until }),
    }
  })
  return { tab, overrides }
}
