import type { MemberDraft, TeamRole } from '../../team/team.ts'
import { messages } from '../kit/language.ts'
import { Select, TextField } from '../kit/parts.tsx'
import { typedList } from '../kit/typed-list.ts'

const text = messages.team
const roles: TeamRole[] = ['viewer', 'editor', 'admin']

/** What somebody is in the team, as it stands in the fields. */
export type TypedMember = { role: TeamRole; positions: string }

/** What is kept of what was typed. */
export function memberDraft({ role, positions }: TypedMember): MemberDraft {
  return { role, positions: typedList(positions) }
}

/** Role and positions of somebody. */
export function MemberFields({ typed, onChange }: { typed: TypedMember; onChange: (typed: TypedMember) => void }) {
  return (
    <>
      <Select
        label={text.role}
        value={typed.role}
        options={roles.map((role) => [role, text.roles[role]] as const)}
        onChange={(role) => onChange({ ...typed, role: role as TeamRole })}
        hint={text.may[typed.role]}
      />
      <TextField
        label={text.positions}
        value={typed.positions}
        onChange={(positions) => onChange({ ...typed, positions })}
        hint={text.positionsHint}
      />
    </>
  )
}
