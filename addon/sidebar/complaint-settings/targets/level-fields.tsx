import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { Button, TextField } from '../../kit/parts.tsx'
import type { PersonDraft } from '../people/people-draft.ts'
import { newRow } from '../rows/new-row.ts'
import { useFocusedRow } from '../rows/use-focused-row.ts'
import { Recipients, RecipientsRow, recipientsText } from './recipients.tsx'
import { isShare, isTarget, type LevelDraft, levelIsLater, type TargetsDraft } from './targets-draft.ts'

const text = messages.complaintSettings.targets
const LEVELS_AT_MOST = 10
const MORE_HOURS = 8

type Props = {
  targets: TargetsDraft
  people: readonly PersonDraft[]
  onChange: (part: Partial<TargetsDraft>) => void
}

/** Whom time running out is told: at a share of a target, when it is missed, and level by level later. */
export function LevelFields({ targets, people, onChange }: Props) {
  const { warnPercent, warning, breach, levels } = targets
  const { rows, focusRow } = useFocusedRow()
  const wrongShare = !isShare(warnPercent)
  const add = () => {
    const after = String((Number(levels[levels.length - 1]?.after) || 0) + MORE_HOURS)
    onChange({ levels: [...levels, newRow({ after, to: [] })] })
    focusRow(levels.length + 2)
  }
  return (
    <>
      <div class="rows" ref={rows}>
        <Section title={text.warnsAt(warnPercent)} count={recipientsText(warning)}>
          <TextField
            label={text.warnPercent}
            value={warnPercent}
            invalid={wrongShare}
            {...(wrongShare && { hint: text.percentWrong })}
            onChange={(percent) => onChange({ warnPercent: percent })}
          />
          <Recipients label={text.to} to={warning} people={people} onChange={(to) => onChange({ warning: to })} />
        </Section>
        <RecipientsRow
          title={text.missed}
          label={text.to}
          to={breach}
          people={people}
          onChange={(to) => onChange({ breach: to })}
        />
        {levels.map((level, place) => (
          <LevelRow
            key={level.row}
            level={level}
            isLater={levelIsLater(levels, place)}
            people={people}
            onChange={(next) => onChange({ levels: levels.map((each, at) => (at === place ? next : each)) })}
            onRemove={() => onChange({ levels: levels.filter((_, at) => at !== place) })}
          />
        ))}
      </div>
      {levels.length < LEVELS_AT_MOST && (
        <div class="actions">
          <Button onClick={add}>{text.addLevel}</Button>
        </div>
      )}
    </>
  )
}

function LevelRow(props: {
  level: LevelDraft
  isLater: boolean
  people: readonly PersonDraft[]
  onChange: (level: LevelDraft) => void
  onRemove: () => void
}) {
  const { level, isLater, people, onChange } = props
  const problem = !isTarget(level.after) ? text.hoursWrong : isLater ? undefined : text.levelEarly
  return (
    <Section title={text.later(level.after)} count={recipientsText(level.to)}>
      <TextField
        label={text.after}
        value={level.after}
        invalid={problem !== undefined}
        {...(problem && { hint: problem })}
        onChange={(after) => onChange({ ...level, after })}
      />
      <Recipients label={text.to} to={level.to} people={people} onChange={(to) => onChange({ ...level, to })} />
      <div class="actions">
        <Button onClick={props.onRemove}>{text.removeLevel}</Button>
      </div>
    </Section>
  )
}
