import { en } from '../../core/messages/en.ts'
import { zhCN } from '../../core/messages/zh-cn.ts'
import { type RecordedMove, type TierCause, tierCauses } from '../../core/tiering/tier-move.ts'
import { nowTime } from '../sheet/now.ts'
import { cellDays } from '../sheet/reading/cell-days.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { findTab } from '../sheet/tabs/bound-tab.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { standardNow } from '../standard/standard-names.ts'
import { userMessages } from '../user-language.ts'

/** A line of the Tier history as the tab keeps it. */
export type HistoryLine = RecordedMove & {
  run: string
  version: number | undefined
  fromScore: number | undefined
  toScore: number | undefined
  /** What moved the score, in words. */
  because: string
  /** The same as JSON, for the score story. */
  details: string
}

/** Every line of the Tier history, in the order of rows; one without a customer or a time is passed over. */
export function readHistory(): HistoryLine[] {
  const tab = findTab('tierHistory')
  if (!tab) return []
  const { cell, text, number } = rowReader(tab)
  const { instant } = cellDays()
  const causeOf = new Map(
    tierCauses.flatMap((cause) => [en, zhCN].map(({ tierCauses: words }) => [words[cause], cause])),
  )
  return tab.rows.flatMap((line) => {
    const [customerId, at] = [text(line, 'customerId'), instant(cell(line, 'at'))]
    if (!customerId || at === undefined) return []
    return {
      ...{ customerId, at, standard: standardNow(text(line, 'standard')), run: text(line, 'run') },
      ...{ from: text(line, 'fromTier'), to: text(line, 'toTier') },
      cause: (causeOf.get(text(line, 'cause')) ?? 'score') as TierCause,
      ...{ reason: text(line, 'reason'), because: text(line, 'because'), details: text(line, 'details') },
      ...{ version: number(line, 'version'), fromScore: number(line, 'fromScore'), toScore: number(line, 'toScore') },
    }
  })
}

/** Appends lines of one instant to the Tier history, in one write. */
export function appendHistory(lines: readonly Omit<HistoryLine, 'at'>[]): void {
  const at = nowTime()
  const causes = userMessages().tierCauses
  appendRows(
    'tierHistory',
    lines.map(({ from, to, cause, version, fromScore, toScore, ...line }) => ({
      ...{ at, ...line, fromTier: from, toTier: to, cause: causes[cause] },
      ...{ version: version ?? '', fromScore: fromScore ?? '', toScore: toScore ?? '' },
    })),
  )
}
