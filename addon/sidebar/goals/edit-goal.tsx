import { useState } from 'preact/hooks'
import { changeAsked } from '../../../core/goals/change-asked.ts'
import { changeReadings } from '../../../core/goals/change-readings.ts'
import type { ShownGoal } from '../../goals/goals-setup.ts'
import type { SavedGoal } from '../../goals/save-goal.ts'
import { DateField, NumberField } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Notice, Select, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { ChangeQuestion } from './change-question.tsx'
import { goalScale, shownFigure } from './figure.ts'
import { FigureFields } from './figure-fields.tsx'
import { Findings, Letters } from './findings.tsx'
import { type EntryField, entryOf, fieldOf, findingsOf } from './goal-entry.ts'
import type { PartProps } from './goals.tsx'
import { SubjectFields } from './subject-fields.tsx'
import { useMeasurePast } from './use-measure-past.ts'

const text = messages.goalsForm

/** One goal: its fields, each with what the SMART check finds in it as one types. */
export function EditGoal({ setup, onChanged, goal }: PartProps & { goal: ShownGoal | undefined }) {
  const [entry, setEntry] = useState(() => entryOf(goal, setup))
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set(goal ? allFields : []))
  const [warned, setWarned] = useState('')
  const [saved, setSaved] = useState('')
  const { busy, problem, run } = useAction()
  const past = useMeasurePast(entry)
  const measure = setup.measures.find(({ id }) => id === entry.measure)
  const findings = findingsOf(entry, measure, past, setup.today)
  const shown = (figure: number) => shownFigure(figure, measure, entry.unit)
  const change = changeAsked(entry.goal)
  const readings = change ? changeReadings(change, goalScale(measure, entry.unit), entry.baseline ?? undefined) : []
  const isAsked = readings.length > 1 && !readings.some(({ target }) => target === entry.target)
  const update = (part: Partial<SavedGoal>) => {
    setEntry({ ...entry, ...part })
    setTouched(new Set([...touched, ...Object.keys(part).map((field) => beside[field] ?? field)]))
    setWarned('')
    setSaved('')
  }
  const told = (field: EntryField) => {
    const own = findings.filter(({ code }) => fieldOf(code) === field)
    return touched.has(field) && own.length > 0 ? <Findings findings={own} shown={shown} /> : null
  }
  const missing = [...new Set(findings.filter(({ weight }) => weight === 'missing').map(({ letter }) => letter))]
  const save = () => {
    const letters = missing.map((letter) => messages.smart.letters[letter]).join(text.and)
    const why = [isAsked && text.askFirst, letters && text.toMend(letters)].filter(Boolean).join(' ')
    if (why && !warned) {
      setTouched(new Set(allFields))
      return setWarned(why)
    }
    return run(async () => {
      const id = await server.saveGoal(entry)
      await onChanged()
      setEntry({ ...entry, id })
      setWarned('')
      setSaved(text.saved(id))
    })
  }
  return (
    <>
      <Letters findings={findings} />
      <TextField
        label={text.goal}
        hint={text.goalHint}
        value={entry.goal}
        long
        onChange={(next) => update({ goal: next })}
      />
      {told('goal')}
      <SubjectFields entry={entry} subjects={setup.subjects} onChange={update} />
      {told('subject')}
      <div class="row">
        <DateField label={text.start} value={entry.start} onChange={(start) => update({ start })} />
        <DateField label={text.due} value={entry.due} onChange={(due) => update({ due })} />
      </div>
      {told('start')}
      {told('due')}
      <FigureFields {...{ entry, measure, past, told }} measures={setup.measures} onChange={update} />
      {change && readings.length > 0 && (
        <ChangeQuestion
          {...{ change, readings, shown }}
          target={entry.target}
          onTarget={(target) => update({ target })}
        />
      )}
      <ParentFields entry={entry} goals={setup.goals} onChange={update} />
      <TextField label={text.why} value={entry.why} long onChange={(why) => update({ why })} />
      {told('why')}
      <Actions
        busy={busy}
        problem={problem}
        done={saved}
        doing={text.saving}
        progress={warned && <Notice kind="warn">{warned}</Notice>}
      >
        <Button primary disabled={busy || entry.goal.trim() === ''} onClick={save}>
          {warned ? text.saveAnyway : text.save}
        </Button>
      </Actions>
    </>
  )
}

const allFields: EntryField[] = ['goal', 'subject', 'measure', 'baseline', 'target', 'start', 'due', 'why']
/** What is told beside another field than the one that was changed. */
const beside: Record<string, EntryField> = { subjectKind: 'subject', owner: 'subject', unit: 'measure', parent: 'why' }

type ParentProps = { entry: SavedGoal; goals: readonly ShownGoal[]; onChange: (part: Partial<SavedGoal>) => void }

/** Asks what a goal is part of, and how much it counts there. */
function ParentFields({ entry, goals, onChange }: ParentProps) {
  const others = goals.filter(({ id }) => id !== '' && id !== entry.id)
  /** Parts of a goal all have a weight or none has. */
  const weightIn = (parent: string) => {
    const isWeighed = goals.some((one) => one.parent === parent && one.id !== entry.id && one.weight !== null)
    return isWeighed ? (entry.weight ?? 1) : entry.weight
  }
  return (
    <>
      <Select
        label={text.parent}
        value={entry.parent}
        options={[['', text.noParent], ...others.map(({ id, goal }) => [id, `${id} ${goal}`] as const)]}
        onChange={(parent) => onChange({ parent, weight: parent === '' ? null : weightIn(parent) })}
      />
      {entry.parent !== '' && (
        <NumberField
          label={text.weight}
          min={0}
          value={entry.weight ?? undefined}
          onChange={(weight) => onChange({ weight: weight ?? null })}
        />
      )}
    </>
  )
}
