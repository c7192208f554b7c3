import { useState } from 'preact/hooks'
import type { TeamRole } from '../../team/team.ts'
import { messages } from './language.ts'
import { Notice } from './parts.tsx'
import { server } from './server.ts'
import { useOnce } from './use-once.ts'

const text = messages.team

/** Tells somebody who may change nothing in the workspace before they type what would be refused. */
export function OwnRole({ workspace }: { workspace: string }) {
  const [role, setRole] = useState<TeamRole | null>()
  // Where it cannot be known now, whatever is refused says so.
  useOnce(() => void server.ownRole().then(setRole, () => {}))
  if (role === 'viewer') return <Notice>{text.looksOnly(workspace)}</Notice>
  if (role !== null) return null
  return (
    <Notice kind="warn">
      {text.outside(workspace)}
      <br />
      {text.whomToAsk}
    </Notice>
  )
}
