import { useState } from 'preact/hooks'
import type { ContactSetup } from '../../customer-page/contact-setup.ts'
import type { CustomerPage } from '../../customer-page/customer-page.ts'
import { DateField } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useFirstError } from '../kit/use-first-error.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { ChoiceField } from './choice-field.tsx'

const text = messages.customerForm
const needed = ['channel', 'purpose', 'outcome', 'day'] as const
const blank = { day: '', channel: '', purpose: '', outcome: '', note: '', next: '' }

type Props = { page: CustomerPage; onLogged: (said: string) => void; onCancel: () => void }

/** Takes down a contact with a customer. What is pressed twice is logged once: the operation's id stays until it is. */
export function LogContact({ page: { id, name, tier }, onLogged, onCancel }: Props) {
  const [setup, setSetup] = useState<ContactSetup>()
  const [entry, setEntry] = useState(blank)
  const [operationId] = useState(() => crypto.randomUUID())
  const [missing, setMissing] = useState<(typeof needed)[number]>()
  const [presses, setPresses] = useState(0)
  const { busy, problem, run } = useAction()
  useFirstError(missing && presses)
  const begin = () =>
    run(async () => {
      const begun = await server.contactSetup(tier)
      setSetup(begun)
      setEntry({ ...blank, day: begun.today, next: begun.next })
    })
  useOnce(begin)
  if (!setup) return <Waiting problem={problem} onAgain={begin} />

  const field = (key: keyof typeof blank) => ({
    label: text[key],
    value: entry[key],
    invalid: missing === key,
    onChange: (value: string) => {
      setMissing(undefined)
      setEntry({ ...entry, [key]: value })
    },
  })
  const log = () => {
    const first = needed.find((key) => !entry[key].trim())
    setMissing(first)
    setPresses(presses + 1)
    return first ? Promise.resolve() : save()
  }
  const save = () =>
    run(async () => {
      const contact = await server.logContact({ ...entry, customerId: id }, operationId)
      onLogged(text.logged({ id: contact, name: name || id }))
    })
  return (
    <>
      <h2>{text.logFor(name || id)}</h2>
      <ChoiceField {...field('channel')} given={setup.given.channel} proposals="channels" />
      <ChoiceField {...field('purpose')} given={setup.given.purpose} proposals="purposes" />
      <ChoiceField {...field('outcome')} given={setup.given.outcome} proposals="outcomes" />
      <TextField {...field('note')} long />
      <DateField {...field('day')} max={setup.today} />
      <DateField {...field('next')} hint={text.nextHint} min={setup.today} />
      <Actions
        busy={busy}
        doing={text.saving}
        problem={missing ? messages.errors.blankField({ field: text[missing] }) : problem}
      >
        <Button primary disabled={busy} onClick={log}>
          {text.log}
        </Button>
        <Button disabled={busy} onClick={onCancel}>
          {messages.form.cancel}
        </Button>
      </Actions>
    </>
  )
}
