import type { Contact } from '../../../../core/complaint/complaint.ts'
import type { SelectedCustomer } from '../../../sheet/reading/selected-customer.ts'
import { messages } from '../../kit/language.ts'
import { Button, Notice } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { ContactFields } from './contact-fields.tsx'

const text = messages.complaintIntake

type Props = {
  part: 'customer' | 'contact'
  customer: SelectedCustomer | null
  contact: Contact
  problem: string | undefined
  onChange: (more: { customer?: SelectedCustomer | null; contact?: Contact }) => void
}

/** Whose complaint it turned out to be, by the selected row, or how they are reached. */
export function CustomerField({ part, customer, contact, problem, onChange }: Props) {
  const { busy, problem: failed, run } = useAction()
  const take = () => run(async () => onChange({ customer: await server.selectedCustomer() }))
  if (part === 'contact') {
    return <ContactFields contact={contact} problem={problem} onChange={(contact) => onChange({ contact })} />
  }
  const wrong = failed || problem
  return (
    <>
      <p>{customer ? `${customer.id} ${customer.name}` : text.noCustomer}</p>
      {wrong && <Notice kind="bad">{wrong}</Notice>}
      <div class="actions">
        <Button disabled={busy} onClick={take}>
          {text.takeSelected}
        </Button>
      </div>
    </>
  )
}
