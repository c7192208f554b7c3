import type { SelectedCustomer } from '../../../sheet/reading/selected-customer.ts'
import { messages } from '../../kit/language.ts'
import { Button, Notice } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'

const text = messages.surveyBuilder

type Props = {
  customer: SelectedCustomer | null
  busy: boolean
  onChange: (customer: SelectedCustomer | null) => unknown
}

/** Takes the customer of the selected row, or none. */
export function CustomerChoice({ customer, busy, onChange }: Props) {
  const { busy: isLooking, problem, run } = useAction()
  const take = () =>
    run(async () => {
      onChange(await server.selectedCustomer())
    })
  return (
    <>
      <p>{`${text.customer}: ${customer ? `${customer.id} ${customer.name}` : text.noCustomer}`}</p>
      <div class="actions">
        <Button disabled={busy || isLooking} onClick={take}>
          {text.takeSelected}
        </Button>
        {customer && (
          <Button disabled={busy || isLooking} onClick={() => onChange(null)}>
            {text.without}
          </Button>
        )}
      </div>
      {problem && <Notice kind="bad">{problem}</Notice>}
    </>
  )
}
