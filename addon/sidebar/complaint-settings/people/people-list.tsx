import { messages } from '../../kit/language.ts'
import { Button, Notice } from '../../kit/parts.tsx'
import { newRow } from '../rows/new-row.ts'
import { useFocusedRow } from '../rows/use-focused-row.ts'
import { nobody, type PersonDraft } from './people-draft.ts'
import { PersonFields } from './person-fields.tsx'
import { useStaff } from './use-staff.ts'

const text = messages.complaintSettings.people
const PEOPLE_AT_MOST = 200

type Props = { people: readonly PersonDraft[]; onChange: (people: PersonDraft[]) => void }

/** The people of the desk; those of the staff tab are taken over at once. */
export function PeopleList({ people, onChange }: Props) {
  const { rows, focusRow } = useFocusedRow()
  const staff = useStaff(people, onChange)
  const add = () => {
    onChange([...people, newRow(nobody)])
    focusRow(people.length)
  }
  return (
    <>
      {people.length === 0 && <p class="soft">{text.none}</p>}
      <div class="rows" ref={rows}>
        {people.map((person, place) => (
          <PersonFields
            key={person.row}
            person={person}
            others={people.filter((_, at) => at !== place)}
            onChange={(next) => onChange(people.map((each, at) => (at === place ? next : each)))}
            onRemove={() => onChange(people.filter((_, at) => at !== place))}
          />
        ))}
      </div>
      {staff.problem && <Notice kind="bad">{staff.problem}</Notice>}
      {staff.done && <Notice kind="good">{staff.done}</Notice>}
      <div class="actions">
        {people.length < PEOPLE_AT_MOST && <Button onClick={add}>{text.add}</Button>}
        <Button disabled={staff.busy} onClick={staff.takeOver}>
          {text.fromStaff}
        </Button>
      </div>
    </>
  )
}
