import { useState } from 'preact/hooks'
import type { LinkSelection } from '../../../survey/link-setup.ts'
import type { Survey } from '../../../survey/surveys.ts'
import { CopyField } from '../../kit/copy-field.tsx'
import { messages } from '../../kit/language.ts'
import { Button, Notice, Select } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'

const text = messages.surveyLinks
type Channel = keyof typeof text.channels

/** The text for one customer, with their own link where they have one, and a contact that says it was sent. */
export function SentByHand({ survey }: { survey: Survey }) {
  const [customer, setCustomer] = useState<LinkSelection['first']>()
  const [channel, setChannel] = useState<Channel>('wechat')
  const [operationId, setOperationId] = useState('')
  const [logged, setLogged] = useState('')
  const { busy, problem, run } = useAction()
  const look = () =>
    run(async () => {
      setLogged('')
      setCustomer((await server.surveyLinkSelection(survey.surveyId)).first)
      setOperationId(crypto.randomUUID())
    })
  const log = () =>
    run(async () => {
      if (!customer) return
      const contact = { customerId: customer.id, purpose: text.purpose(survey.title), outcome: text.outcome }
      const { today: day } = await server.contactSetup('')
      await server.logContact({ ...contact, day, channel: text.channels[channel], note: '', next: '' }, operationId)
      setLogged(text.logged(text.customer(customer)))
    })
  return (
    <>
      <p class="soft">{text.handWhy}</p>
      {customer === null && <Notice kind="bad">{text.noSelection}</Notice>}
      {customer && (
        <>
          <p>
            <b>{text.customer(customer)}</b>
          </p>
          <CopyField
            label={text.messageLabel}
            value={text.message({ title: survey.title, link: customer.link || survey.link })}
            hint={customer.link ? '' : text.noOwn}
          />
          <Select
            label={text.channel}
            value={channel}
            options={Object.entries(text.channels)}
            onChange={(value) => setChannel(value as Channel)}
          />
        </>
      )}
      {problem && <Notice kind="bad">{problem}</Notice>}
      {logged && <Notice kind="good">{logged}</Notice>}
      <div class="actions">
        <Button disabled={busy} onClick={look}>
          {text.look}
        </Button>
        {customer && (
          <Button disabled={busy || logged !== ''} onClick={log}>
            {text.log}
          </Button>
        )}
      </div>
    </>
  )
}
