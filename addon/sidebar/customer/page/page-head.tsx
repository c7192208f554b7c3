import type { CustomerPage } from '../../../customer-page/customer-page.ts'
import { messages } from '../../kit/language.ts'
import { shownScore } from '../shown.ts'
import { WhyTier } from './why-tier.tsx'

const text = messages.customerForm

/** Who it is, in which tier, what is planned next, and the three classes. */
export function PageHead({ page }: { page: CustomerPage }) {
  const { id, name, tier, score, classes } = page
  const isClassified = Object.values(classes).some(Boolean)
  return (
    <header class="customer">
      <h2>{name || id}</h2>
      <p>
        <span class="soft">{name ? `${id} · ` : ''}</span>
        <span class="tier">{tier ? `${text.tier} ${tier}` : text.noTier}</span>
        {score !== '' && <span class="soft">{` · ${text.score} ${shownScore(score)}`}</span>}
      </p>
      <p>
        {text.nextIs(page.nextContact || text.noNext)}
        {page.daysOverdue > 0 && <span class="overdue">{text.overdue(page.daysOverdue)}</span>}
        {page.dueToday && <span class="today">{text.dueToday}</span>}
      </p>
      {isClassified ? (
        <dl class="classes">
          {(['lifecycle', 'value', 'need'] as const).map((which) => (
            <div key={which}>
              <dt>{text.classes[which]}</dt>
              <dd>{classes[which] || text.noClass}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p class="soft">{text.notClassified}</p>
      )}
      {score !== '' && <WhyTier key={id} customerId={id} />}
    </header>
  )
}
