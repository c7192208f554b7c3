import { useState } from 'preact/hooks'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { shownTime } from '../kit/shown-time.ts'
import { useAction } from '../kit/use-action.ts'
import { useOperationId } from '../kit/use-operation-id.ts'
import { MemberFields, memberDraft, type TypedMember } from './member-fields.tsx'

const text = messages.team
const nobody: TypedMember = { role: 'editor', positions: '' }

/** Asks whom to invite, and as what. */
export function Invite({ onInvited }: { onInvited: (said: string) => void }) {
  const [email, setEmail] = useState('')
  const [typed, setTyped] = useState(nobody)
  const operationId = useOperationId()
  const { busy, problem, run } = useAction()
  const invite = () =>
    run(async () => {
      const draft = memberDraft(typed)
      const { expiresAt } = await server.inviteMember(email, draft, operationId([email, draft]))
      onInvited(text.invited({ email: email.trim(), until: shownTime(expiresAt) }))
      setEmail('')
      setTyped(nobody)
    })
  return (
    <>
      <h2>{text.inviteTitle}</h2>
      <TextField
        label={text.email}
        value={email}
        onChange={setEmail}
        hint={text.emailHint}
        invalid={problem !== '' && !email.includes('@')}
      />
      <MemberFields typed={typed} onChange={setTyped} />
      <Actions busy={busy} problem={problem}>
        <Button primary disabled={busy || email.trim() === ''} onClick={invite}>
          {text.invite}
        </Button>
      </Actions>
    </>
  )
}
