import { useState } from 'preact/hooks'
import { messages } from '../kit/language.ts'
import { TextField } from '../kit/parts.tsx'
import { ExceptionFields } from './exception-fields.tsx'

const text = messages.tiersForm

/** An exception for a customer whom the round would leave where they are. */
export function AddException(props: { round: string; tiers: readonly string[]; onSaved: () => void }) {
  const [typed, setTyped] = useState('')
  const customerId = typed.trim()
  return (
    <>
      <TextField label={text.customerId} value={typed} onChange={setTyped} />
      {customerId && (
        <ExceptionFields
          {...props}
          {...{ customerId, name: customerId, tier: '', reason: '' }}
          onSaved={() => {
            setTyped('')
            props.onSaved()
          }}
        />
      )}
    </>
  )
}
