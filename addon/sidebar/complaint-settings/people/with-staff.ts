import type { StaffMember } from '../../../complaint/desk-staff.ts'
import { newRow } from '../rows/new-row.ts'
import { nobody, type PersonDraft } from './people-draft.ts'

/** The people of the desk and those of the staff tab: new names are added, of known ones blank fields are filled. */
export function withStaff(people: readonly PersonDraft[], staff: readonly StaffMember[]): PersonDraft[] {
  const known = new Map(staff.map((member) => [member.name, member]))
  const filled = people.map((person) => {
    const member = known.get(person.name.trim())
    if (!member) return person
    const { email, position, skills } = person
    return {
      ...person,
      email: email.trim() || member.email,
      position: position.trim() || member.position,
      skills: skills.trim() || member.skills,
    }
  })
  const names = new Set(people.map(({ name }) => name.trim()))
  const added = [...known.values()].filter(({ name }) => !names.has(name))
  return [
    ...filled,
    ...added.map(({ capacity, ...member }) => newRow({ ...nobody, ...member, ...(capacity && { capacity }) })),
  ]
}
