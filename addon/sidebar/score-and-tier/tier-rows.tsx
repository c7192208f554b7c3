import type { Standard } from '../../standard/standard.ts'
import { messages } from '../kit/language.ts'
import { Button } from '../kit/parts.tsx'

const text = messages.scoreForm
type Tiers = Standard['tiers']

/** The tiers, best first, each with the least score that reaches it. */
export function TierRows({ value, onChange }: { value: Tiers; onChange: (value: Tiers) => void }) {
  const edit = (at: number, part: Partial<Tiers[number]>) =>
    onChange(value.map((tier, index) => (index === at ? { ...tier, ...part } : tier)))
  const rows = value.map((tier, at) => ({ tier, at })).reverse()

  return (
    <fieldset>
      <legend>{text.tiers}</legend>
      {rows.map(({ tier, at }) => (
        <div class="row" key={at}>
          <input
            aria-label={text.tierName(at + 1)}
            value={tier.label}
            onInput={(event) => edit(at, { label: event.currentTarget.value })}
          />
          <input
            type="number"
            step="any"
            aria-label={text.tierFrom(tier.label)}
            disabled={at === 0}
            value={at === 0 ? '' : tier.from}
            placeholder={text.theRest}
            onInput={(event) => edit(at, { from: Number(event.currentTarget.value) })}
          />
        </div>
      ))}
      <div class="actions">
        <Button
          onClick={() => onChange([...value, { label: '', from: Math.min(100, (value.at(-1)?.from ?? 0) + 10) }])}
        >
          {text.addTier}
        </Button>
        {value.length > 2 && <Button onClick={() => onChange(value.slice(0, -1))}>{text.removeTier}</Button>}
      </div>
    </fieldset>
  )
}
