import { useState } from 'preact/hooks'
import { type AudienceKind, audienceKinds } from '../../../core/kpi/audience.ts'
import type { KnownNames } from '../../audience/audiences.ts'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { SuggestedField } from '../kit/suggested-field.tsx'
import { useAction } from '../kit/use-action.ts'
import { useOperationId } from '../kit/use-operation-id.ts'

const text = messages.audiences

/** Asks whom another audience is for. */
export function NewAudience({ known, onAdded }: { known: KnownNames; onAdded: () => void }) {
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
      {kind === 'position' && (
        <SuggestedField label={text.position} value={name} known={known.positions} onChange={setName} />
      )}
      {kind === 'account' && (
        <SuggestedField
          label={text.email}
          value={name}
          known={known.accounts}
          onChange={setName}
          hint={text.emailHint}
        />
      )}
      <Actions busy={busy} problem={problem}>
        <Button primary disabled={busy} onClick={add}>
          {text.add}
        </Button>
      </Actions>
    </>
  )
}
