import type { CustomerPage } from '../../../customer-page/customer-page.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { shownValue } from '../shown.ts'

const text = messages.customerForm

/** Every other column of the customer file that is filled. */
export function FactsSection({ facts }: { facts: CustomerPage['facts'] }) {
  return (
    <Section title={text.facts} open>
      {facts.length === 0 && <p class="soft">{text.noFacts}</p>}
      <dl class="facts">
        {facts.map(({ header, value }) => (
          <div key={header}>
            <dt>{header}</dt>
            <dd>{shownValue(value)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
