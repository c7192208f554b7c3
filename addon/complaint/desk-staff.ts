import { rowReader } from '../sheet/reading/row-reader.ts'
import { requiredTab } from '../sheet/tabs/bound-tab.ts'

/** Somebody of the staff tab, as texts; '' where a cell is blank. */
export type StaffMember = Record<'name' | 'email' | 'position' | 'skills' | 'capacity', string>

/** The people of the staff tab who have a name. @throws InputError `missingTab` */
export function deskStaff(): StaffMember[] {
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
