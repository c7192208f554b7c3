import { messages } from '../../kit/language.ts'
import { Button, Notice } from '../../kit/parts.tsx'
import { newRow } from '../rows/new-row.ts'
import { RowList } from '../rows/row-list.tsx'
import { nobody, type PersonDraft } from './people-draft.ts'
import { PersonFields } from './person-fields.tsx'
import { useStaff } from './use-staff.ts'

const text = messages.complaintSettings.people
const PEOPLE_AT_MOST = 200

type Props = { people: readonly PersonDraft[]; onChange: (people: PersonDraft[]) => void }

/** The people of the desk; those of the staff tab are taken over at once. */
export function PeopleList({ people, onChange }: Props) {
  const staff = useStaff(people, onChange)
  const told = (
    <>
      {staff.problem && <Notice kind="bad">{staff.problem}</Notice>}
      {staff.done && <Notice kind="good">{staff.done}</Notice>}
    </>
  )
  const fromStaff = (
    <Button disabled={staff.busy} onClick={staff.takeOver}>
      {text.fromStaff}
    </Button>
  )
  const added = () => newRow(nobody)
  return (
    <>
      {people.length === 0 && <p class="soft">{text.none}</p>}
      <RowList
        rows={people}
        most={PEOPLE_AT_MOST}
        add={text.add}
        added={added}
        onChange={onChange}
        told={told}
        beside={fromStaff}
      >
        {(person, _, { onChange, onRemove }) => {
          const others = people.filter((each) => each !== person)
          return <PersonFields person={person} others={others} onChange={onChange} onRemove={onRemove} />
        }}
      </RowList>
    </>
  )
}
