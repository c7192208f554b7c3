import { useState } from 'preact/hooks'
import { HANDLER } from '../../../../core/complaint/escalation.ts'
import { peopleCalled } from '../../../../core/complaint/told-people.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { Button, Notice, TextField } from '../../kit/parts.tsx'
import { isAddress } from '../../kit/typed-list.ts'
import type { PersonDraft } from '../people/people-draft.ts'
import { ChosenNames } from '../rows/chosen-names.tsx'

const text = messages.complaintSettings.targets

type Props = {
  label: string
  to: readonly string[]
  people: readonly PersonDraft[]
  onChange: (to: string[]) => void
}

/** Who is told: whoever handles it, people and positions of the desk, and e-mail addresses. */
export function Recipients({ label, to, people, onChange }: Props) {
  const [address, setAddress] = useState('')
  const add = () => {
    if (!isAddress(address)) return
    if (!to.includes(address.trim())) onChange([...to, address.trim()])
    setAddress('')
  }
  const isWrong = address.trim() !== '' && !isAddress(address)
  const deaf = to.filter((name) => !isReached(name, people))
  return (
    <>
      <ChosenNames label={label} names={to} options={recipientOptions(people)} onChange={onChange} />
      {deaf.length > 0 && <Notice kind="warn">{text.nobodyReached(deaf.join(', '))}</Notice>}
      <fieldset
        class="row"
        onKeyDown={(event) => event.key === 'Enter' && event.target instanceof HTMLInputElement && add()}
        onFocusOut={add}
      >
        <TextField label={text.address} value={address} onChange={setAddress} />
        <div class="button">
          <Button disabled={!address.trim() || isWrong} onClick={add}>
            {text.addAddress}
          </Button>
        </div>
      </fieldset>
    </>
  )
}

/** A folded row that says when, and whom. */
export function RecipientsRow(props: Props & { title: string }) {
  return (
    <Section title={props.title} count={recipientsText(props.to)}>
      <Recipients {...props} />
    </Section>
  )
}

export function recipientsText(to: readonly string[]): string {
  return to.map((name) => (name === HANDLER ? text.handler : name)).join(' · ') || text.nobody
}

function recipientOptions(people: readonly PersonDraft[]): (readonly [string, string])[] {
  const said = (key: 'name' | 'position') => [...new Set(people.map((person) => person[key].trim()))].filter(Boolean)
  return [
    [HANDLER, text.handler],
    ...said('position').map((position) => [position, text.everyone(position)] as const),
    ...said('name').map((name) => [name, name] as const),
  ]
}

/** Whether an e-mail comes to somebody: who handles it is known only then. */
function isReached(recipient: string, people: readonly PersonDraft[]): boolean {
  if (recipient.includes('@')) return true
  return peopleCalled(recipient, people).some(({ email }) => email.trim() !== '')
}
