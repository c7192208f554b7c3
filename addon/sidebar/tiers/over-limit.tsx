import type { PlaybookView } from '../../tiering/view-playbook.ts'
import { messages } from '../kit/language.ts'
import { List } from '../kit/list.tsx'
import { money } from '../kit/money.ts'
import { percent } from '../kit/percent.ts'
import { CustomerName } from './customer-name.tsx'

const text = messages.tiersForm

/** Customers who were given more off the list price than their tier allows. */
export function OverLimit({ view: { over, overCount } }: { view: PlaybookView }) {
  if (overCount === 0) return <p class="soft">{text.nobodyOver}</p>
  return (
    <>
      <List
        label={text.overLimit}
        items={over}
        keyOf={({ customerId }) => customerId}
        textOf={({ customerId, name }) => `${customerId} ${name}`}
      >
        {({ customerId, name, tier, discount, limit, spent }) => (
          <>
            <div class="head">
              <CustomerName customerId={customerId} name={name} />
              <span class="move">{tier}</span>
            </div>
            <div class="soft">
              {text.overLine({ discount: percent(discount), limit: percent(limit), spent: money(spent) })}
            </div>
          </>
        )}
      </List>
      {over.length < overCount && <p class="soft">{text.shownOf({ shown: over.length, total: overCount })}</p>}
    </>
  )
}
