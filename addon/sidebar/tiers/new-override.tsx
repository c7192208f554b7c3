import { useState } from 'preact/hooks'
import type { ShownOverride } from '../../tiering/list-overrides.ts'
import { DateField } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Select, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { dayAfter } from './shown.ts'
import type { PartProps } from './tiers.tsx'

const text = messages.tiersForm
const QUARTER = 90

type Props = PartProps & { said: string; onSet: (overrides: ShownOverride[], said: string) => void }

/** Asks for one more override: whom, which tier, why, and until when. */
export function NewOverride({ standard, setup, said, onSet }: Props) {
  const blank = { customerId: '', reason: '', from: setup.today, until: dayAfter(setup.today, QUARTER) }
  const [entry, setEntry] = useState({ ...blank, tier: standard.tiers[0] ?? '' })
  const { busy, problem, run } = useAction()
  const change = (part: Partial<typeof entry>) => setEntry({ ...entry, ...part })
  const take = () =>
    run(async () => {
      const selected = await server.selectedCustomer()
      if (!selected) throw new Error(text.selectedNone)
      change({ customerId: selected.id })
    })
  const set = () =>
    run(async () => {
      onSet(await server.setTierOverride({ ...entry, standard: standard.name }), text.overrideSet)
      change(blank)
    })
  return (
    <>
      <h2>{text.newOverride}</h2>
      <TextField label={text.customerId} value={entry.customerId} onChange={(customerId) => change({ customerId })} />
      <div class="actions">
        <Button disabled={busy} onClick={take}>
          {text.takeSelected}
        </Button>
      </div>
      <Select
        label={text.tier}
        value={entry.tier}
        options={standard.tiers.map((tier) => [tier, tier] as const)}
        onChange={(tier) => change({ tier })}
      />
      <TextField label={text.reason} value={entry.reason} onChange={(reason) => change({ reason })} long />
      <div class="row">
        <DateField label={text.from} value={entry.from} onChange={(from) => change({ from })} />
        <DateField label={text.until} value={entry.until} min={entry.from} onChange={(until) => change({ until })} />
      </div>
      <p class="hint">{text.untilHint}</p>
      <Actions busy={busy} problem={problem} done={said}>
        <Button primary disabled={busy || !entry.customerId.trim() || !entry.reason.trim()} onClick={set}>
          {text.setOverride}
        </Button>
      </Actions>
    </>
  )
}
