import { DateField } from '../../kit/fields.tsx'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { Button, Select, TextField } from '../../kit/parts.tsx'
import { type PersonDraft, type PersonField, personProblems } from './people-draft.ts'

const text = messages.complaintSettings.people

type Props = {
  person: PersonDraft
  others: readonly PersonDraft[]
  onChange: (person: PersonDraft) => void
  onRemove: () => void
}

/** Somebody of the desk, folded under their name and what they do. */
export function PersonFields({ person, others, onChange, onRemove }: Props) {
  const problems = personProblems(person, others)
  const asked = (key: PersonField, hint?: string) => {
    const problem = problems[key]
    return {
      label: text.fields[key],
      value: person[key],
      invalid: problem !== undefined,
      hint: (problem && text.problems[problem]) ?? hint ?? '',
      onChange: (value: string) => onChange({ ...person, [key]: value }),
    }
  }
  const names = others.map(({ name }) => name.trim()).filter(Boolean)
  const deputies = person.deputy && !names.includes(person.deputy) ? [...names, person.deputy] : names
  return (
    <Section title={person.name || text.newPerson} count={inBrief(person)}>
      <TextField {...asked('name', text.nameHint)} />
      <TextField {...asked('email', text.emailHint)} />
      <TextField {...asked('position', text.positionHint)} />
      <TextField {...asked('skills', text.skillsHint)} />
      <TextField {...asked('capacity', text.capacityHint)} />
      <div class="row dates">
        <DateField {...asked('awayFrom')} />
        <DateField {...asked('awayTo')} />
      </div>
      <p class="hint">{text.dayHint}</p>
      <Select
        {...asked('deputy', text.deputyHint)}
        options={[['', text.noDeputy], ...deputies.map((name) => [name, name] as const)]}
      />
      <div class="actions">
        <Button onClick={onRemove}>{text.remove}</Button>
      </div>
    </Section>
  )
}

function inBrief({ position, skills, capacity, awayFrom, awayTo }: PersonDraft): string {
  const today = new Date().toISOString().slice(0, 10)
  const away = awayFrom && (awayTo || awayFrom) >= today && text.away({ from: awayFrom, to: awayTo || awayFrom })
  return [position.trim(), skills.trim(), text.upTo(capacity.trim() || '0'), away].filter(Boolean).join(' · ')
}
