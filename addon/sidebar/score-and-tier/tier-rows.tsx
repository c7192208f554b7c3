import type { Standard, StandardTier } from '../../../core/standard/standard.ts'
import { messages } from '../kit/language.ts'
import { Button, Select } from '../kit/parts.tsx'

const text = messages.scoreForm
type Bounds = Pick<Standard, 'cut' | 'tiers'>

/** The tiers, best first, each with the least score or the best share of customers that reaches it. */
export function TierRows({ value, onChange }: { value: Bounds; onChange: (value: Bounds) => void }) {
  const { cut, tiers } = value
  const edit = (at: number, part: Partial<StandardTier>) =>
    onChange({ cut, tiers: tiers.map((tier, index) => (index === at ? { ...tier, ...part } : tier)) })
  const add = () => {
    const last = tiers[tiers.length - 1]?.from ?? 0
    onChange({ cut, tiers: [...tiers, { label: '', from: last + (100 - last) / 2 }] })
  }
  const rows = tiers.map((tier, at) => ({ tier, at })).reverse()

  return (
    <fieldset>
      <Select
        label={text.cut}
        value={cut}
        options={[
          ['SCORE', text.bySCORE],
          ['SHARE', text.bySHARE],
        ]}
        onChange={(next) => onChange({ cut: next as Standard['cut'], tiers })}
      />
      {rows.map(({ tier, at }) => (
        <div class="row" key={at}>
          <input
            aria-label={text.tierName(at + 1)}
            value={tier.label}
            onInput={(event) => edit(at, { label: event.currentTarget.value })}
          />
          <Bound cut={cut} tier={tier} lowest={at === 0} onChange={(from) => edit(at, { from })} />
        </div>
      ))}
      <div class="actions">
        <Button onClick={add}>{text.addTier}</Button>
        {tiers.length > 2 && (
          <Button onClick={() => onChange({ cut, tiers: tiers.slice(0, -1) })}>{text.removeTier}</Button>
        )}
      </div>
    </fieldset>
  )
}

/** By share the form asks for the best per cent, which is what the others leave. */
function Bound(props: { cut: Standard['cut']; tier: StandardTier; lowest: boolean; onChange: (from: number) => void }) {
  const { cut, tier, lowest, onChange } = props
  const turned = (number: number) => (cut === 'SHARE' ? 100 - number : number)
  return (
    <input
      type="number"
      step="any"
      aria-label={cut === 'SHARE' ? text.tierShare(tier.label) : text.tierFrom(tier.label)}
      disabled={lowest}
      value={lowest ? '' : turned(tier.from)}
      placeholder={lowest ? text.theRest : cut === 'SHARE' ? text.best : ''}
      onInput={(event) => onChange(turned(Number(event.currentTarget.value)))}
    />
  )
}
