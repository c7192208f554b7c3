import type { TeamInvitation } from '../../team/team.ts'
import { messages } from '../kit/language.ts'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { shownTime } from '../kit/shown-time.ts'
import { useAction } from '../kit/use-action.ts'
import { useOperationId } from '../kit/use-operation-id.ts'

const text = messages.team

type Props = { invitation: TeamInvitation; onChanged: (said: string) => void }

/** Somebody who was invited, and what became of it. */
export function OneInvitation({ invitation, onChanged }: Props) {
  const { invitationId, email, role, positions, state, expiresAt } = invitation
  const operationId = useOperationId()
  const { busy, problem, run } = useAction()
  const withdraw = () =>
    run(async () => {
      await server.withdrawInvitation(invitationId, operationId(invitation))
      onChanged('')
    })
  return (
    <>
      <p>
        <strong>{email}</strong>
        <br />
        <span>{[text.roles[role], ...positions].join(' · ')}</span>
        <br />
        <span class="soft">{text.states[state](shownTime(expiresAt))}</span>
      </p>
      {problem && <Notice kind="bad">{problem}</Notice>}
      <div class="actions">
        <Button disabled={busy} onClick={withdraw}>
          {state === 'open' ? text.withdraw : text.clear}
        </Button>
      </div>
    </>
  )
}
