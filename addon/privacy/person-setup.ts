import { teamIfMember } from '../team/team.ts'
import { connection } from '../workspace/connection.ts'
import { keptErasure } from './kept-erasure.ts'

/** `unfinished` is who is being erased, where that was cut short. */
export type PersonSetup = { may: boolean; unfinished: { id: string; name: string } | null }

/** Administrators may export and erase people; without a workspace whoever may edit the spreadsheet. */
export function personSetup(): PersonSetup {
  const team = connection() ? teamIfMember() : undefined
  const isAdmin = team?.members.some(({ memberId, role }) => memberId === team.me && role === 'admin') === true
  const may = isAdmin || !connection()
  const open = may ? keptErasure() : undefined
  return { may, unfinished: open ? { id: open.id, name: open.name } : null }
}
