import type { CustomerPast } from '../../../customer-page/customer-past.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'

const text = messages.customerForm

/** The latest contacts. */
export function ContactsSection({ contacts }: { contacts: CustomerPast['contacts'] }) {
  const { count, latest } = contacts ?? { count: 0, latest: [] }
  return (
    <Section title={text.contacts} count={count} open>
      {count === 0 && <p class="soft">{text.noContacts}</p>}
      <ul class="list">
        {latest.map((contact, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two contacts of a day may be alike, and none moves.
          <li key={place}>
            <p>{joined([contact.day, contact.purpose, contact.channel])}</p>
            <p class="soft">{joined([contact.outcome, contact.owner])}</p>
            {contact.note && <p>{contact.note}</p>}
          </li>
        ))}
      </ul>
      {count > latest.length && <p class="soft">{text.latestOf({ shown: latest.length, of: count })}</p>}
    </Section>
  )
}

function joined(parts: string[]): string {
  return parts.filter(Boolean).join(' · ')
}
