import { useState } from 'preact/hooks'
import type { SpecialHours } from '../../../../../core/working-time/typed-days.ts'
import { typedDays } from '../../../../../core/working-time/typed-days.ts'
import { typedHours } from '../../../../../core/working-time/typed-hours.ts'
import { DateField } from '../../../kit/fields.tsx'
import { messages } from '../../../kit/language.ts'
import { Section } from '../../../kit/layout.tsx'
import { Button, Select, TextField } from '../../../kit/parts.tsx'
import { problemOf } from '../hours-draft.ts'

const text = messages.complaintSettings.hours
const blank = { from: '', to: '', kind: 'off', hours: '' }

/** Adds one day, or one period, that is unlike its weekday. */
export function AddDays({ onAdd }: { onAdd: (days: Map<string, SpecialHours>) => void }) {
  const [entry, setEntry] = useState(blank)
  const [pressed, setPressed] = useState(false)
  const { from, to, kind, hours } = entry
  const field = (key: keyof typeof blank) => ({
    value: entry[key],
    onChange: (value: string) => setEntry({ ...entry, [key]: value }),
  })
  const wrongDays = problemOf(() => typedDays(from ? `${from} - ${to || from}` : '-'))
  const wrongHours =
    kind === 'own' ? (hours.trim() ? problemOf(() => typedHours(hours)) : text.hoursMissing) : undefined
  const add = () => {
    setPressed(true)
    if (wrongDays || wrongHours) return
    const special = kind === 'own' ? typedHours(hours) : (kind as 'off' | 'usual')
    onAdd(new Map([...typedDays(`${from} - ${to || from}`).keys()].map((day) => [day, special])))
    setEntry(blank)
    setPressed(false)
  }
  const said = pressed && wrongDays ? (from ? text.periodWrong : text.dayMissing) : undefined
  const saidHours = pressed ? wrongHours : undefined
  return (
    <Section title={text.add}>
      <DateField label={text.from} hint={said} invalid={said !== undefined} {...field('from')} />
      <DateField label={text.to} hint={text.toHint} {...field('to')} />
      <Select label={text.kind} options={Object.entries(text.kinds)} {...field('kind')} />
      {kind === 'own' && (
        <TextField
          label={text.ownHours}
          hint={saidHours ?? text.ownHoursHint}
          invalid={saidHours !== undefined}
          {...field('hours')}
        />
      )}
      <div class="actions">
        <Button onClick={add}>{text.addDays}</Button>
      </div>
    </Section>
  )
}
