import { improvementSides } from '../../../core/improvements/improvement.ts'
import type { SavedImprovement } from '../../improvements/save-improvement.ts'
import { DateField } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { Button, Notice, Select, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'

const text = messages.improvementsForm

type Props = { entry: SavedImprovement; onChange: (part: Partial<SavedImprovement>) => void }

/** Asks for the customer whose account plan the action is part of, which side does it, and when it is looked at again. */
export function AccountFields({ entry, onChange }: Props) {
  const { busy, problem, run } = useAction()
  const { customerId, side, review } = entry
  const takeSelected = () =>
    run(async () => {
      const id = await server.selectedCustomerId()
      if (id === '') throw new Error(text.noneSelected)
      onChange({ customerId: id })
    })
  return (
    <Section title={text.account} open={customerId !== ''}>
      <TextField label={text.customer} value={customerId} onChange={(id) => onChange({ customerId: id })} />
      <div class="actions">
        <Button disabled={busy} onClick={takeSelected}>
          {text.selected}
        </Button>
      </div>
      {problem && <Notice kind="warn">{problem}</Notice>}
      <Select
        label={text.side}
        value={side}
        options={[
          ['', text.noSideChoice],
          ...improvementSides.map((one) => [one, messages.improvementWords.sides[one]] as const),
        ]}
        onChange={(next) => onChange({ side: next as SavedImprovement['side'] })}
      />
      <DateField label={text.reviewOn} value={review} onChange={(day) => onChange({ review: day })} />
    </Section>
  )
}
