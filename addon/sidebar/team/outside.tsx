import type { OwnInvitation } from '../../team/team.ts'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { shownTime } from '../kit/shown-time.ts'
import { useAction } from '../kit/use-action.ts'
import { useOperationId } from '../kit/use-operation-id.ts'

const text = messages.team

type Props = {
  /** Of the workspace. */
  name: string
  admins?: string[]
  invitation?: OwnInvitation | undefined
  onAnswered: (said: string) => void
  /** What the last answer brought. */
  said: string
}

/** To somebody who does not belong to the workspace: an invitation to accept, or whom to ask for one. */
export function Outside({ name, admins = [], invitation, onAnswered, said }: Props) {
  const operationId = useOperationId()
  const { busy, problem, run } = useAction()
  const answer = ({ invitationId }: OwnInvitation, accepts: boolean) =>
    run(async () => {
      await server.answerInvitation(invitationId, accepts, operationId([invitationId, accepts]))
      onAnswered(accepts ? text.joined(name) : text.declined)
    })
  if (!invitation)
    return (
      <>
        {said && <Notice kind="good">{said}</Notice>}
        <Notice kind="warn">{text.outside(name)}</Notice>
        <p>{admins.length > 0 ? text.ask(admins) : text.askOwner}</p>
      </>
    )
  const { invitedBy, role, positions, expiresAt } = invitation
  return (
    <>
      <p>{text.invitedBy({ by: `${invitedBy.name} (${invitedBy.email})`, name })}</p>
      <p>
        <strong>{[text.roles[role], ...positions].join(' · ')}</strong>
        <br />
        <span class="soft">{text.may[role]}</span>
        <br />
        <span class="soft">{text.states.open(shownTime(expiresAt))}</span>
      </p>
      <Actions busy={busy} problem={problem}>
        <Button primary disabled={busy} onClick={() => answer(invitation, true)}>
          {text.accept}
        </Button>
        <Button disabled={busy} onClick={() => answer(invitation, false)}>
          {text.decline}
        </Button>
      </Actions>
    </>
  )
}
