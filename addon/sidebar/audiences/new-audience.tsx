import { useState } from 'preact/hooks'
import { type AudienceKind, audienceKinds } from '../../../core/kpi/audience.ts'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Select, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOperationId } from '../kit/use-operation-id.ts'

const text = messages.audiences

/** Asks whom another audience is for. */
export function NewAudience({ onAdded }: { onAdded: () => void }) {
  const [kind, setKind] = useState<AudienceKind>('position')
  const [name, setName] = useState('')
  const operationId = useOperationId()
  const { busy, problem, run } = useAction()
  const add = () =>
    run(async () => {
      await server.createAudience(kind, name, operationId([kind, name]))
      setName('')
      onAdded()
    })
  return (
    <>
      <h2>{text.newAudience}</h2>
      <Select
        label={text.kind}
        value={kind}
        options={audienceKinds.map((each) => [each, text.kinds[each]] as const)}
        onChange={(next) => setKind(next as AudienceKind)}
      />
      {kind === 'position' && <TextField label={text.position} value={name} onChange={setName} />}
      {kind === 'account' && <TextField label={text.email} value={name} onChange={setName} hint={text.emailHint} />}
      <Actions busy={busy} problem={problem}>
        <Button primary disabled={busy} onClick={add}>
          {text.add}
        </Button>
      </Actions>
    </>
  )
}
