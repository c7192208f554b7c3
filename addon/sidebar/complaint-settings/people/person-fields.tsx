import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { Button, TextField } from '../../kit/parts.tsx'
import { type PersonDraft, personProblems } from './people-draft.ts'

const text = messages.complaintSettings.people

type Props = {
  person: PersonDraft
  others: readonly PersonDraft[]
  onChange: (person: PersonDraft) => void
  onRemove: () => void
}

/** Somebody of the desk, folded under their name. */
export function PersonFields({ person, others, onChange, onRemove }: Props) {
  const problems = personProblems(person, others)
  const field = (key: keyof PersonDraft, hint?: string) => {
    const problem = problems[key]
    const said = problem ? text.problems[problem] : hint
    return (
      <TextField
        label={text.fields[key]}
        value={person[key]}
        invalid={problem !== undefined}
        {...(said !== undefined && { hint: said })}
        onChange={(value) => onChange({ ...person, [key]: value })}
      />
    )
  }
  return (
    <Section title={person.name || text.newPerson} count={person.position} open={person.name === ''}>
      {field('name', text.nameHint)}
      {field('email', text.emailHint)}
      {field('position', text.positionHint)}
      {field('skills', text.skillsHint)}
      {field('capacity', text.capacityHint)}
      {field('awayFrom', text.dayHint)}
      {field('awayTo', text.dayHint)}
      {field('deputy', text.deputyHint)}
      <div class="actions">
        <Button onClick={onRemove}>{text.remove}</Button>
      </div>
    </Section>
  )
}
