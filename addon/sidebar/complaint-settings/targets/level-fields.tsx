import { messages } from '../../kit/language.ts'
import { Button, TextField } from '../../kit/parts.tsx'
import { isTarget, type LevelDraft, levelIsLater } from './targets-draft.ts'

const text = messages.complaintSettings.targets

/** Whom the levels above a breach are told, each later than the one before. */
export function LevelFields({ levels, onChange }: { levels: LevelDraft[]; onChange: (levels: LevelDraft[]) => void }) {
  const set = (place: number, part: Partial<LevelDraft>) =>
    onChange(levels.map((level, at) => (at === place ? { ...level, ...part } : level)))
  return (
    <>
      {levels.map((level, place) => {
        const problem = !isTarget(level.after)
          ? text.hoursWrong
          : levelIsLater(levels, place)
            ? undefined
            : text.levelEarly
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is known by its place
          <fieldset key={place}>
            <legend>{text.level(place + 1)}</legend>
            <TextField
              label={text.after}
              value={level.after}
              invalid={problem !== undefined}
              {...(problem && { hint: problem })}
              onChange={(after) => set(place, { after })}
            />
            <TextField label={text.to} value={level.to} onChange={(to) => set(place, { to })} />
            <div class="actions">
              <Button onClick={() => onChange(levels.filter((_, at) => at !== place))}>{text.removeLevel}</Button>
            </div>
          </fieldset>
        )
      })}
      {levels.length < 10 && (
        <div class="actions">
          <Button onClick={() => onChange([...levels, { after: '', to: '' }])}>{text.addLevel}</Button>
        </div>
      )}
    </>
  )
}
