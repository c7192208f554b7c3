import { useState } from 'preact/hooks'
import { type SpecialHours, typedDays } from '../../../../../core/working-time/typed-days.ts'
import { messages } from '../../../kit/language.ts'
import { Section } from '../../../kit/layout.tsx'
import { Button, TextField } from '../../../kit/parts.tsx'
import { problemOf } from '../hours-draft.ts'

const text = messages.complaintSettings.hours

/** Adds days from a list that was copied from elsewhere. */
export function PasteDays({ onAdd }: { onAdd: (days: Map<string, SpecialHours>) => void }) {
  const [list, setList] = useState('')
  const [problem, setProblem] = useState<string>()
  const add = () => {
    const wrong = list.trim() ? problemOf(() => typedDays(list)) : text.listMissing
    setProblem(wrong)
    if (wrong) return
    onAdd(typedDays(list))
    setList('')
  }
  const type = (typed: string) => {
    setList(typed)
    setProblem(undefined)
  }
  return (
    <Section title={text.paste}>
      <TextField
        label={text.pasteLabel}
        hint={problem ?? text.pasteHint}
        invalid={problem !== undefined}
        long
        value={list}
        onChange={type}
      />
      <div class="actions">
        <Button onClick={add}>{text.addPasted}</Button>
      </div>
    </Section>
  )
}
