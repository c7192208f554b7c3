import { useState } from 'preact/hooks'
import type { ComplaintKind, Severity } from '../../../core/complaint/complaint.ts'
import type { SelectedCustomer } from '../../sheet/reading/selected-customer.ts'
import { messages } from '../kit/language.ts'
import { Button, Notice, Select, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'

const text = messages.complaintForm
const blank = {
  kind: 'complaint',
  channel: 'hotline',
  category: '',
  severity: 'normal',
  description: '',
  wantedOutcome: '',
}

/** Takes in what the customer of the selected row said. */
export function LogComplaint({ onLogged }: { onLogged: () => void }) {
  const [customer, setCustomer] = useState<SelectedCustomer | null>(null)
  const [entry, setEntry] = useState(blank)
  const [operationId, setOperationId] = useState(() => crypto.randomUUID())
  const [logged, setLogged] = useState('')
  const { busy, problem, run } = useAction()
  const take = () => run(async () => setCustomer(await server.selectedCustomer()))
  useOnce(take)

  const field = (key: keyof typeof blank) => ({
    value: entry[key],
    onChange: (value: string) => setEntry({ ...entry, [key]: value }),
  })
  const log = () =>
    run(async () => {
      const made = await server.logComplaint(
        {
          ...entry,
          kind: entry.kind as ComplaintKind,
          severity: entry.severity as Severity,
          customerId: customer?.id ?? '',
        },
        operationId,
      )
      setLogged(text.logged({ number: made.number, due: made.due }))
      setEntry(blank)
      setOperationId(crypto.randomUUID())
      onLogged()
    })

  return (
    <fieldset>
      <legend>{text.forCustomer}</legend>
      <p>
        {customer ? `${customer.id} ${customer.name}${customer.tier ? ` (${customer.tier})` : ''}` : text.noCustomer}
      </p>
      <div class="actions">
        <Button disabled={busy} onClick={take}>
          {text.takeSelected}
        </Button>
      </div>
      <Select label={text.kind} options={Object.entries(text.kinds)} {...field('kind')} />
      <Select label={text.channel} options={Object.entries(text.channels)} {...field('channel')} />
      <Select label={text.severity} options={Object.entries(text.severities)} {...field('severity')} />
      <TextField label={text.category} {...field('category')} />
      <TextField label={messages.fields.whatHappened} long {...field('description')} />
      <TextField label={text.wanted} {...field('wantedOutcome')} />
      {problem && <Notice kind="bad">{problem}</Notice>}
      {logged && <Notice kind="good">{logged}</Notice>}
      <div class="actions">
        <Button primary disabled={busy || !customer} onClick={log}>
          {text.log}
        </Button>
      </div>
    </fieldset>
  )
}
