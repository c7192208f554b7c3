import type { FoundCustomers } from '../../customer-page/search-customers.ts'
import { messages } from '../kit/language.ts'
import { Empty } from '../kit/layout.tsx'

const text = messages.customerForm

type Props = { reply: FoundCustomers; busy: boolean; onOpen: (id: string) => void }

/** How many were found, and the first fifty of them. */
export function FoundList({ reply: { found, of, customers }, busy, onOpen }: Props) {
  if (of === 0) return <Empty title={text.nobodyYet} />
  return (
    <>
      <p class={busy ? 'soft spin' : 'soft'} role="status">
        {found === 0 ? text.nobody : text.found({ found, of, shown: customers.length })}
      </p>
      <ul class="list">
        {customers.map(({ id, name, tier, owner, daysOverdue }) => (
          <li key={id}>
            <button type="button" class="link" disabled={busy} onClick={() => onOpen(id)}>
              {name || id}
            </button>
            <p class="soft">
              {[name ? id : '', tier && `${text.tier} ${tier}`, owner].filter(Boolean).join(' · ')}{' '}
              {daysOverdue > 0 && <span class="overdue">{text.overdue(daysOverdue)}</span>}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
