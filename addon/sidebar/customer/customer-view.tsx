import { useState } from 'preact/hooks'
import { Checkbox } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Actions, Empty, Loading, Section } from '../kit/layout.tsx'
import { Button, Notice } from '../kit/parts.tsx'
import { Waiting } from '../kit/waiting.tsx'
import { LogContact } from './log-contact.tsx'
import { ContactsSection } from './page/contacts-section.tsx'
import { FactsSection } from './page/facts-section.tsx'
import { OrdersSection } from './page/orders-section.tsx'
import { PageHead } from './page/page-head.tsx'
import { TierHistorySection } from './page/tier-history-section.tsx'
import { VoiceSection } from './page/voice-section.tsx'
import { PersonPart } from './person/person-part.tsx'
import type { Customer } from './use-customer.ts'

const text = messages.customerForm
const { privacy } = messages

/** What is done with the customer; '' while the page is looked at. */
export type Doing = '' | 'log' | 'export' | 'erase'

type Props = {
  customer: Customer | undefined
  /** Whether the selected row was looked at. */
  begun: boolean
  doing: Doing
  /** Whether the person at work may export and erase people. */
  mayErase: boolean
  follow: boolean
  busy: boolean
  problem: string
  onFollow: (on: boolean) => void
  onShowSelected: () => void
  onDoing: (what: Doing) => void
  onErased: () => void
  onLogged: (id: string) => void
  onClassify: () => void
}

/** One customer's page, or what is done with them. */
export function CustomerView(props: Props) {
  const { customer, begun, doing, busy, problem, onDoing } = props
  const [done, setDone] = useState<{ id: string; said: string }>()
  if (!customer && !begun) return <Waiting problem={problem} onAgain={props.onShowSelected} />
  if (customer && doing === 'log') {
    return (
      <LogContact
        page={customer.page}
        onCancel={() => onDoing('')}
        onLogged={(said) => {
          setDone({ id: customer.page.id, said })
          onDoing('')
          props.onLogged(customer.page.id)
        }}
      />
    )
  }
  if (customer && (doing === 'export' || doing === 'erase')) {
    return (
      <PersonPart
        id={customer.page.id}
        what={doing}
        onBack={() => onDoing('')}
        onErased={() => {
          onDoing('')
          props.onErased()
        }}
      />
    )
  }
  return (
    <>
      {customer ? <Page customer={customer} onClassify={props.onClassify} /> : <Empty title={text.pickRow} />}
      {customer && props.mayErase && (
        <Section title={privacy.title}>
          <p class="soft">{privacy.why}</p>
          <div class="actions">
            <Button disabled={busy} onClick={() => onDoing('export')}>
              {privacy.exportTitle}
            </Button>
            <Button disabled={busy} onClick={() => onDoing('erase')}>
              {privacy.eraseTitle}
            </Button>
          </div>
        </Section>
      )}
      <Checkbox label={text.follow} value={props.follow} onChange={props.onFollow} />
      <Actions busy={busy} problem={problem} done={done && done.id === customer?.page.id ? done.said : ''}>
        {customer && (
          <Button primary disabled={busy} onClick={() => onDoing('log')}>
            {text.log}
          </Button>
        )}
        <Button primary={!customer} disabled={busy} onClick={props.onShowSelected}>
          {text.showSelected}
        </Button>
      </Actions>
    </>
  )
}

function Page({ customer: { page, past, voice }, onClassify }: { customer: Customer; onClassify: () => void }) {
  return (
    <>
      <PageHead page={page} onClassify={onClassify} />
      <FactsSection facts={page.facts} />
      {past === undefined ? (
        <Loading />
      ) : past instanceof Error ? (
        <Notice kind="bad">{past.message}</Notice>
      ) : (
        <>
          <OrdersSection orders={past.orders} />
          <ContactsSection contacts={past.contacts} />
        </>
      )}
      <VoiceSection voice={voice} />
      {past && !(past instanceof Error) && <TierHistorySection changes={past.tierChanges} />}
    </>
  )
}
