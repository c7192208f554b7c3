import { rowReader } from '../sheet/reading/row-reader.ts'
import { findTab, requiredTab } from '../sheet/tabs/bound-tab.ts'
import { type TeamMember, teamMembers } from '../team/team.ts'
import { connection } from '../workspace/connection.ts'

/** Somebody of the staff tab or the team, as texts; '' where nothing is said. */
export type StaffMember = Record<'name' | 'email' | 'position' | 'skills' | 'capacity', string>

/**
 * The people of the staff tab who have a name, and those of the team who have positions: of people who are both, by
 * their e-mail address, the team says what the tab leaves blank.
 *
 * @throws InputError `missingTab` where there is neither.
 */
export function deskStaff(): StaffMember[] {
  const placed = connection() ? teamMembers().filter(({ positions }) => positions.length > 0) : []
  const staff = placed.length > 0 && !findTab('staff') ? [] : staffOfTab()
  const isSame = (one: StaffMember, { email }: TeamMember) => one.email.toLowerCase() === email.toLowerCase()
  const filled = staff.map((one) => {
    const member = placed.find((each) => isSame(one, each))
    return member ? { ...one, position: one.position || member.positions[0]! } : one
  })
  const others = placed.filter((member) => !staff.some((one) => isSame(one, member)))
  return [
    ...filled,
    ...others.map(({ name, email, positions }) => ({
      ...{ name, email, position: positions[0]! },
      ...{ skills: '', capacity: '' },
    })),
  ]
}

function staffOfTab(): StaffMember[] {
  const tab = requiredTab('staff')
  const { text } = rowReader(tab)
  return tab.rows
    .map((row) => ({
      name: text(row, 'name'),
      email: text(row, 'email'),
      position: text(row, 'position'),
      skills: text(row, 'skills'),
      capacity: text(row, 'capacity'),
    }))
    .filter(({ name }) => name !== '')
}
