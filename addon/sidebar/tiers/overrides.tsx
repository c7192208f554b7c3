import { useState } from 'preact/hooks'
import type { ShownOverride } from '../../tiering/list-overrides.ts'
import { Confirm } from '../kit/confirm.tsx'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { CustomerName } from './customer-name.tsx'
import { NewOverride } from './new-override.tsx'
import type { PartProps } from './tiers.tsx'

const text = messages.tiersForm

/** Overrides that hold, those to come and those that are over, and a new one. */
export function Overrides(props: PartProps) {
  const { name } = props.standard
  const [overrides, setOverrides] = useState<ShownOverride[]>()
  const [ending, setEnding] = useState<ShownOverride>()
  const [said, setSaid] = useState('')
  const { busy, problem, run } = useAction()
  const load = () => run(async () => setOverrides(await server.tierOverrides(name)))
  useOnce(load)
  if (!overrides) return <Waiting problem={problem} onAgain={load} />

  const show = (next: ShownOverride[], done: string) => {
    setOverrides(next)
    setSaid(done)
  }
  const end = ({ customerId }: ShownOverride) =>
    run(async () => {
      show(await server.endTierOverride(name, customerId), text.ended)
      setEnding(undefined)
    })
  const of = (state: ShownOverride['state']) => overrides.filter((one) => one.state === state)
  const items = (state: ShownOverride['state']) => (
    <List
      label={text[state]}
      items={of(state)}
      keyOf={(one) => `${one.customerId} ${one.from} ${one.tier}`}
      textOf={told}
    >
      {(one) => (
        <>
          <Item override={one} />
          {state === 'holds' && one !== ending && (
            <button type="button" class="link" disabled={busy} onClick={() => setEnding(one)}>
              {text.end}
            </button>
          )}
          {one === ending && (
            <Confirm
              question={text.endAsk({ name: one.name || one.customerId, tier: one.tier })}
              yes={text.end}
              busy={busy}
              onYes={() => void end(one)}
              onNo={() => setEnding(undefined)}
            />
          )}
        </>
      )}
    </List>
  )
  return (
    <>
      <p class="soft">{text.overrideWhy}</p>
      {problem && <Notice kind="bad">{problem}</Notice>}
      <Section title={text.holds} count={of('holds').length} open>
        {of('holds').length > 0 ? items('holds') : <p class="soft">{text.noOverrides}</p>}
      </Section>
      {of('coming').length > 0 && (
        <Section title={text.coming} count={of('coming').length}>
          {items('coming')}
        </Section>
      )}
      {of('over').length > 0 && (
        <Section title={text.over} count={of('over').length}>
          {items('over')}
        </Section>
      )}
      <NewOverride {...props} said={said} onSet={show} />
    </>
  )
}

function told({ customerId, name, reason }: ShownOverride): string {
  return `${customerId} ${name} ${reason}`
}

function Item({ override: { customerId, name, tier, reason, ...days } }: { override: ShownOverride }) {
  return (
    <>
      <div class="head">
        <CustomerName customerId={customerId} name={name} />
        <span class="move">{tier}</span>
      </div>
      <div>{reason}</div>
      <div class="soft">{text.overrideLine(days)}</div>
    </>
  )
}
