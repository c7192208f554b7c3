import { useState } from 'preact/hooks'
import type { Team } from '../../team/team.ts'
import { messages } from '../kit/language.ts'
import { List } from '../kit/list.tsx'
import { Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useInView } from '../kit/use-in-view.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { Invite } from './invite.tsx'
import { OneInvitation } from './one-invitation.tsx'
import { OneMember } from './one-member.tsx'
import { Outside } from './outside.tsx'
import { OwnPart } from './own-part.tsx'

const text = messages.team

/** Who works in the workspace and who is invited; to somebody from outside, whom to ask. */
export function TeamForm() {
  const [team, setTeam] = useState<Team>()
  const [done, setDone] = useState<{ text: string }>()
  const said = useInView<HTMLDivElement>(done)
  const { problem, run } = useAction()
  const load = () => run(async () => setTeam(await server.team()))
  useOnce(load)
  if (!team) return <Waiting problem={problem} onAgain={load} />

  const changed = (text: string) => {
    setDone({ text })
    void load()
  }
  const { workspace, inside, outside } = team
  if (!inside) return <Outside name={workspace.name} {...outside} onAnswered={changed} said={done?.text ?? ''} />
  const { me, members, invitations } = inside
  const isAdmin = members.some(({ memberId, role }) => memberId === me && role === 'admin')
  return (
    <>
      <p>{text.why(workspace.name)}</p>
      <div ref={said}>
        {problem && <Notice kind="bad">{problem}</Notice>}
        {done && !problem && <Notice kind="good">{done.text}</Notice>}
      </div>
      <h2>{text.members}</h2>
      <List
        label={text.members}
        items={members}
        keyOf={({ memberId }) => memberId}
        textOf={({ name, email, positions }) => `${name} ${email} ${positions.join(' ')}`}
      >
        {(member) => (
          <OneMember member={member} isMe={member.memberId === me} mayChange={isAdmin} onChanged={changed} />
        )}
      </List>
      {invitations.length > 0 && (
        <>
          <h2>{text.invitations}</h2>
          <List
            label={text.invitations}
            items={invitations}
            keyOf={({ invitationId }) => invitationId}
            textOf={({ email }) => email}
          >
            {(invitation) => <OneInvitation invitation={invitation} onChanged={changed} />}
          </List>
        </>
      )}
      <OwnPart workspace={workspace} isAdmin={isAdmin} onChanged={changed} />
      {isAdmin && <Invite onInvited={changed} />}
    </>
  )
}
