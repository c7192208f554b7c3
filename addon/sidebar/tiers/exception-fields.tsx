import { useState } from 'preact/hooks'
import { messages } from '../kit/language.ts'
import { Button, Notice, Select, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'

const text = messages.tiersForm

type Props = {
  round: string
  tiers: readonly string[]
  customerId: string
  name: string
  tier: string
  reason: string
  onSaved: () => void
  onCancel?: () => void
}

/** Asks for the tier that a customer is to have instead, and why; no tier clears the exception. */
export function ExceptionFields(props: Props) {
  const { round, tiers, customerId, onSaved, onCancel } = props
  const [tier, setTier] = useState(props.tier)
  const [reason, setReason] = useState(props.reason)
  const { busy, problem, run } = useAction()
  const save = () =>
    run(async () => {
      await server.setRoundException(round, customerId, tier, reason)
      onSaved()
    })
  return (
    <div class="inset">
      <Select
        label={text.exceptionFor(props.name)}
        value={tier}
        options={[['', text.noException], ...tiers.map((one) => [one, one] as const)]}
        onChange={setTier}
      />
      {tier && <TextField label={text.reason} value={reason} onChange={setReason} />}
      {problem && <Notice kind="bad">{problem}</Notice>}
      <div class="actions">
        <Button disabled={busy || !customerId || (tier !== '' && !reason.trim())} onClick={save}>
          {text.save}
        </Button>
        {onCancel && (
          <Button disabled={busy} onClick={onCancel}>
            {messages.form.cancel}
          </Button>
        )}
      </div>
    </div>
  )
}
