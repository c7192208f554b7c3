import { type SubjectKind, subjectKinds } from '../../../core/goals/goal-draft.ts'
import type { GoalSubjects } from '../../goals/goal-subjects.ts'
import type { SavedGoal } from '../../goals/save-goal.ts'
import { messages } from '../kit/language.ts'
import { Select, TextField } from '../kit/parts.tsx'

const text = messages.goalsForm

type Props = { entry: SavedGoal; subjects: GoalSubjects; onChange: (part: Partial<SavedGoal>) => void }

/** Asks for whom a goal is, and who answers for it. */
export function SubjectFields({ entry, subjects, onChange }: Props) {
  const { subjectKind, subject, owner } = entry
  return (
    <>
      <Select
        label={text.subjectKind}
        value={subjectKind}
        options={[['', text.everybody], ...subjectKinds.map((kind) => [kind, messages.goalSubjects[kind]] as const)]}
        onChange={(kind) => onChange({ subjectKind: kind as SubjectKind | '', subject: '' })}
      />
      {subjectKind === 'customer' && (
        <TextField label={text.subject} value={subject} onChange={(next) => onChange({ subject: next })} />
      )}
      {subjectKind !== '' && subjectKind !== 'customer' && (
        <Select
          label={text.subject}
          value={subject}
          options={[['', text.choose], ...named(subjects[subjectKind], subject).map((name) => [name, name] as const)]}
          onChange={(next) => onChange({ subject: next, ...(subjectKind === 'person' && !owner && { owner: next }) })}
        />
      )}
      <TextField label={text.owner_} value={owner} onChange={(next) => onChange({ owner: next })} />
    </>
  )
}

/** A name that the lists no longer hold stays to be chosen. */
function named(names: readonly string[], subject: string): readonly string[] {
  return subject === '' || names.includes(subject) ? names : [subject, ...names]
}
