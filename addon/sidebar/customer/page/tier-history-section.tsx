import type { TierChange } from '../../../customer-page/customer-past.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { shownScore } from '../shown.ts'

const text = messages.customerForm

/** Each change of tier with when and why, the latest first. */
export function TierHistorySection({ changes }: { changes: TierChange[] | null }) {
  if (!changes) return null
  return (
    <Section title={text.tierHistory} count={changes.length}>
      {changes.length === 0 && <p class="soft">{text.noTierHistory}</p>}
      <ul class="list">
        {changes.map((change) => (
          <li key={`${change.day} ${change.standard} ${change.from} ${change.to} ${change.cause}`}>
            <p>{`${change.day} · ${moved(change)}`}</p>
            <p class="soft">
              {[change.standard, change.from && change.cause, scores(change), change.reason]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {change.because && <p>{change.because}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function moved({ from, to }: TierChange): string {
  if (!from) return text.firstTier(to)
  if (!to) return text.leftFile(from)
  return from === to ? text.stayed(to) : text.moved({ from, to })
}

function scores({ fromScore, toScore }: TierChange): string {
  return fromScore === '' || toScore === '' ? '' : text.scores({ from: shownScore(fromScore), to: shownScore(toScore) })
}
