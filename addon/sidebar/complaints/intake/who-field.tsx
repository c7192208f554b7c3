import { messages } from '../../kit/language.ts'
import { Button, Notice } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { useOnce } from '../../kit/use-once.ts'
import { ContactFields } from '../one/contact-fields.tsx'
import { forCustomer, type IntakeDraft } from './intake-draft.ts'

const text = messages.complaintIntake

type Props = {
  draft: IntakeDraft
  onChange: (draft: IntakeDraft) => void
  problems: { customer?: string; contact?: string }
}

/** Of whom it is: the customer of the selected row, or somebody who is not in the customer file. */
export function WhoField({ draft, onChange, problems }: Props) {
  const { customer, isStranger, contact } = draft
  const { busy, problem, run } = useAction()
  const take = () =>
    run(async () => {
      onChange(forCustomer(draft, await server.selectedCustomer()))
    })
  useOnce(() => {
    if (!customer && !isStranger) take()
  })
  const told = customer
    ? `${customer.id} ${customer.name}${customer.tier ? ` (${customer.tier})` : ''}`
    : text.noCustomer
  const wrong = problem || problems.customer
  return (
    <fieldset>
      <legend>{text.who}</legend>
      <p>{isStranger ? text.stranger : told}</p>
      {!isStranger && contact.email && <p class="hint">{text.mailsTo(contact.email)}</p>}
      {wrong && <Notice kind="bad">{wrong}</Notice>}
      <div class="actions">
        <Button disabled={busy} onClick={take}>
          {text.takeSelected}
        </Button>
        {!isStranger && (
          <Button disabled={busy} onClick={() => onChange({ ...forCustomer(draft, null), isStranger: true })}>
            {text.stranger}
          </Button>
        )}
      </div>
      {isStranger && (
        <ContactFields
          contact={contact}
          problem={problems.contact}
          onChange={(contact) => onChange({ ...draft, contact })}
        />
      )}
    </fieldset>
  )
}
