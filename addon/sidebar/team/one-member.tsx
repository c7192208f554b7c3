import { useState } from 'preact/hooks'
import type { TeamMember } from '../../team/team.ts'
import { AskedButton } from '../kit/asked-button.tsx'
import { messages } from '../kit/language.ts'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOperationId } from '../kit/use-operation-id.ts'
import { MemberFields, memberDraft, type TypedMember } from './member-fields.tsx'

const text = messages.team

type Props = { member: TeamMember; isMe: boolean; mayChange: boolean; onChanged: (said: string) => void }

/** Somebody of the team; an admin changes or removes them. */
export function OneMember({ member, isMe, mayChange, onChanged }: Props) {
  const { memberId, name, email, role, positions } = member
  const [typed, setTyped] = useState<TypedMember>()
  const operationId = useOperationId()
  const { busy, problem, run } = useAction()
  const save = (next: TypedMember) =>
    run(async () => {
      const draft = memberDraft(next)
      await server.changeMember(memberId, draft, operationId([draft, member]))
      setTyped(undefined)
      onChanged(text.changed(name))
    })
  const remove = () =>
    run(async () => {
      const openComplaints = await server.removeMember(memberId, operationId(['remove', memberId]))
      onChanged(text.removed({ name, openComplaints }))
    })
  return (
    <>
      <p>
        <strong>{isMe ? text.you(name) : name}</strong>
        <br />
        <span>{[text.roles[role], ...positions].join(' · ')}</span>
        {name !== email && (
          <>
            <br />
            <span class="soft">{email}</span>
          </>
        )}
      </p>
      {typed && <MemberFields typed={typed} onChange={setTyped} />}
      {problem && <Notice kind="bad">{problem}</Notice>}
      {mayChange && (
        <div class="actions">
          {typed ? (
            <>
              <Button disabled={busy} onClick={() => save(typed)}>
                {text.save}
              </Button>
              <Button disabled={busy} onClick={() => run(async () => setTyped(undefined))}>
                {messages.form.cancel}
              </Button>
            </>
          ) : (
            <Button disabled={busy} onClick={() => setTyped({ role, positions: positions.join(', ') })}>
              {text.change}
            </Button>
          )}
          {!isMe && !typed && (
            <AskedButton label={text.remove} question={text.removeAsk(name)} disabled={busy} onYes={remove} />
          )}
        </div>
      )}
    </>
  )
}
