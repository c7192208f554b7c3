import { useState } from 'preact/hooks'
import type { ShownProposal } from '../../tiering/view-rounds.ts'
import { messages } from '../kit/language.ts'
import { CustomerName } from './customer-name.tsx'
import { ExceptionFields } from './exception-fields.tsx'
import { shownNumber } from './shown.ts'

const text = messages.tiersForm

type Props = { proposal: ShownProposal; round: string; tiers: readonly string[]; onSaved: () => void }

/** One customer of a round, and a way to give them another tier than proposed. */
export function ProposalItem({ proposal, round, tiers, onSaved }: Props) {
  const [isOpen, setOpen] = useState(false)
  const { customerId, name, currentTier, proposedTier, score, exceptionTier, reason } = proposal
  const [from, to] = [tiers.indexOf(currentTier), tiers.indexOf(proposedTier)]
  const move = from < 0 || to < 0 || from === to ? '' : to < from ? 'up' : 'down'
  return (
    <>
      <div class="head">
        <CustomerName customerId={customerId} name={name} />
        <span class={`move ${move}`}>{text.tierMove({ from: currentTier, to: proposedTier })}</span>
      </div>
      {score !== null && <div class="soft">{text.scoreOf(shownNumber(Math.round(score * 10) / 10))}</div>}
      {exceptionTier && <div>{text.exceptionLine({ tier: exceptionTier, reason })}</div>}
      {isOpen ? (
        <ExceptionFields
          {...{ round, tiers, customerId }}
          name={name || customerId}
          tier={exceptionTier}
          reason={reason}
          onSaved={() => {
            setOpen(false)
            onSaved()
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <button type="button" class="link" onClick={() => setOpen(true)}>
          {exceptionTier ? text.exceptionChange : text.exception}
        </button>
      )}
    </>
  )
}
