import { InputError } from '../../core/input-error.ts'
import { en } from '../../core/messages/en.ts'
import { zhCN } from '../../core/messages/zh-cn.ts'
import { type RoundState, type RoundStep, roundState, roundStates } from '../../core/tiering/round-state.ts'
import { cellDays } from '../sheet/reading/cell-days.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { type BoundTab, findTab } from '../sheet/tabs/bound-tab.ts'
import { writeFields } from '../sheet/writing/write-fields.ts'
import { standardNow } from '../standard/standard-names.ts'
import { userMessages } from '../user-language.ts'

/** One evaluation round. Days and instants are in days since 1970-01-01. */
export type Round = {
  row: number
  round: string
  standard: string
  version: number
  asOf: number | undefined
  status: RoundState
  proposedBy: string
  approvedBy: string
  approvedAt: number | undefined
  publishedAt: number | undefined
  nextDate: number | undefined
  /** What was approved, as `proposalsMark` gives it. */
  approved: string
}

export type RoundsTab = { tab: BoundTab | undefined; rounds: Round[] }

/** Every round, in the order of rows. */
export function readRounds(): RoundsTab {
  const tab = findTab('rounds')
  if (!tab) return { tab, rounds: [] }
  const { cell, text, number } = rowReader(tab)
  const { day, instant } = cellDays()
  const stateOf = new Map(
    roundStates.flatMap((state) => [en, zhCN].map(({ roundStates: words }) => [words[state], state])),
  )
  const rounds = tab.rows.flatMap((line, row) => {
    const [round, status] = [text(line, 'round'), stateOf.get(text(line, 'status'))]
    if (!round || !status) return []
    return {
      ...{ row, round, status, standard: standardNow(text(line, 'standard')), version: number(line, 'version') ?? 0 },
      ...{ asOf: day(cell(line, 'asOf')), nextDate: day(cell(line, 'nextDate')), approved: text(line, 'approved') },
      ...{ proposedBy: text(line, 'proposedBy'), approvedBy: text(line, 'approvedBy') },
      ...{ approvedAt: instant(cell(line, 'approvedAt')), publishedAt: instant(cell(line, 'publishedAt')) },
    }
  })
  return { tab, rounds }
}

/** The round and the state that a step leads it to. @throws InputError `noSuchRound`, `roundStep`. */
export function roundForStep(name: string, step: RoundStep): { tab: BoundTab; round: Round; next: RoundState } {
  const { tab, rounds } = readRounds()
  const round = rounds.find((one) => one.round === name)
  if (!tab || !round) throw new InputError('noSuchRound', { round: name })
  const next = roundState(round.status, step)
  if (!next) throw new InputError('roundStep', { round: name, status: userMessages().roundStates[round.status] })
  return { tab, round, next }
}

/** Writes what a step changes of one round. */
export function writeRound(
  tab: BoundTab,
  { row }: Round,
  status: RoundState,
  changes: Record<string, CellValue> = {},
): void {
  const fields = { ...changes, status: userMessages().roundStates[status] }
  const columns = Object.entries(fields).map(([field, value]) => {
    const position = tab.at[field]
    const values = tab.rows.map((line, at) =>
      at === row ? value : position === undefined ? '' : (line[position] ?? ''),
    )
    return { field, values }
  })
  writeFields(tab, columns, ['round'])
}
