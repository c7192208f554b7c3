import type { Proposal } from '../../core/tiering/proposal.ts'
import { sha256 } from '../sha256.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { type BoundTab, findTab } from '../sheet/tabs/bound-tab.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { replaceRows } from '../sheet/writing/replace-rows.ts'

export type ProposalsTab = { tab: BoundTab | undefined; proposals: (Proposal & { row: number })[] }

/** The proposals of a round, in the order of rows, with what people typed as exceptions. */
export function readProposals(round: string): ProposalsTab {
  const tab = findTab('roundProposals')
  if (!tab) return { tab, proposals: [] }
  const { text, number } = rowReader(tab)
  const proposals = tab.rows.flatMap((line, row) => {
    const customerId = text(line, 'customerId')
    if (text(line, 'round') !== round || !customerId) return []
    const score = number(line, 'score')
    return {
      ...{ row, customerId, currentTier: text(line, 'currentTier'), proposedTier: text(line, 'proposedTier') },
      ...{ exceptionTier: text(line, 'exceptionTier'), reason: text(line, 'reason') },
      ...(score === undefined ? {} : { score }),
    }
  })
  return { tab, proposals }
}

/** Writes a round's proposals in the place of those that stand there for it; rows of other rounds stay untouched. */
export function writeProposals(round: string, proposals: readonly Proposal[]): void {
  const tab = findTab('roundProposals')
  const { text } = rowReader(tab ?? { at: {} })
  const rows = proposals.map(({ score, ...proposal }) => ({ round, ...proposal, score: score ?? '' }))
  if (tab?.rows.some((line) => text(line, 'round') === round)) {
    replaceRows(tab, (line) => text(line, 'round') !== round && text(line, 'customerId') !== '', rows)
  } else appendRows('roundProposals', rows)
}

/** A short text that differs where the exceptions do: what is published must be what was approved. */
export function proposalsMark(proposals: readonly Proposal[]): string {
  const exceptions = proposals
    .filter(({ exceptionTier }) => exceptionTier !== '')
    .map(({ customerId, exceptionTier, reason }) => [customerId, exceptionTier, reason])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  return `${exceptions.length}-${sha256(JSON.stringify(exceptions)).slice(0, 16)}`
}
