import type { CustomerPage } from '../../../customer-page/customer-page.ts'
import { messages } from '../../kit/language.ts'
import { shownScore } from '../shown.ts'
import { WhyTier } from './why-tier.tsx'

const text = messages.customerForm

/** Who it is, in which tier, what is planned next, and the three classes. */
export function PageHead({ page, onClassify }: { page: CustomerPage; onClassify: () => void }) {
  const { id, name, tier, score, classes } = page
  // Classifying gives everybody a stage; a class beside it may come from elsewhere.
  const isClassified = classes.lifecycle !== ''
  const shown = (['lifecycle', 'value', 'need'] as const).filter((which) => isClassified || classes[which])
  return (
    <header class="customer">
      <h2>{name || id}</h2>
      <p>
        <span class="soft">{name ? `${id} · ` : ''}</span>
        <span class="tier">{tier ? `${text.tier} ${tier}` : text.noTier}</span>
        {score !== '' && <span class="soft">{` · ${text.score} ${shownScore(score)}`}</span>}
      </p>
      <p>
        {text.nextIs(page.nextContact || text.noNext)}{' '}
        {page.daysOverdue > 0 && <span class="overdue">{text.overdue(page.daysOverdue)}</span>}
        {page.dueToday && <span class="today">{text.dueToday}</span>}
      </p>
      {shown.length > 0 && (
        <dl class="classes">
          {shown.map((which) => (
            <div key={which}>
              <dt>{text.classes[which]}</dt>
              <dd>{classes[which] || text.noClass}</dd>
            </div>
          ))}
        </dl>
      )}
      {!isClassified && (
        <p>
          {shown.length === 0 && <span class="soft">{text.notClassified} </span>}
          <button type="button" class="link" onClick={onClassify}>
            {text.classify}
          </button>
        </p>
      )}
      {score !== '' && <WhyTier key={id} customerId={id} />}
    </header>
  )
}
