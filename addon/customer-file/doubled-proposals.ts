import { type Cells, ownColumn } from '../../core/customer-file/customer-table.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import type { BoundTab } from '../sheet/tabs/bound-tab.ts'
import { writeRows } from '../sheet/writing/write-rows.ts'
import { readRounds } from '../tiering/rounds-tab.ts'
import { plainCells } from './plain-cells.ts'

/**
 * The rows of proposals that a merge takes out: those of a customer that goes in rounds which are not over, where the
 * one that stays has a proposal too.
 */
export function doubledProposals(tab: BoundTab, gone: ReadonlySet<string>, keep: string): ReadonlySet<number> {
  const { text } = rowReader(tab)
  const open = new Set(
    readRounds().rounds.flatMap(({ round, status }) => (status === 'proposed' || status === 'approved' ? [round] : [])),
  )
  const proposed = new Set(tab.rows.flatMap((row) => (text(row, 'customerId') === keep ? [text(row, 'round')] : [])))
  return new Set(
    tab.rows.flatMap((row, at) => {
      const round = text(row, 'round')
      if (!gone.has(text(row, 'customerId')) || !open.has(round)) return []
      if (proposed.has(round)) return [at]
      proposed.add(round)
      return []
    }),
  )
}

/** A whole row's filled cells, by field or header. */
export function rowCells(tab: BoundTab, row: number): Cells {
  const plain = plainCells()
  const cells = keysOf(tab).map((key, at) => [key, plain(tab.rows[row]?.[at])] as const)
  return Object.fromEntries(cells.filter(([key, cell]) => key !== '' && cell !== ''))
}

/** Puts such rows back under what the tab holds. */
export function putBack(tab: BoundTab, rows: readonly Cells[]): void {
  const keys = keysOf(tab)
  writeRows(
    tab,
    Math.max(1, tab.sheet.getLastRow()) + 1,
    rows.map((cells) => keys.map((key) => cells[key] ?? '')),
  )
}

function keysOf({ header, at }: BoundTab): string[] {
  const fields = new Map(Object.entries(at).map(([field, position]) => [position, field]))
  return header.map((text, position) => fields.get(position) ?? (text && ownColumn(text)))
}
