import { useState } from 'preact/hooks'
import type { TiersSetup } from '../../tiering/tiers-setup.ts'
import { messages } from '../kit/language.ts'
import { Empty } from '../kit/layout.tsx'
import { Notice, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { Tabs } from '../kit/tabs.tsx'
import { CutShortNotice } from '../kit/tier-run.tsx'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { Moves } from './moves.tsx'
import { Overrides } from './overrides.tsx'
import { Playbook } from './playbook.tsx'
import { Rounds } from './rounds.tsx'
import { ToDo } from './to-do.tsx'

const text = messages.tiersForm
const parts = { lists: ToDo, moves: Moves, rounds: Rounds, overrides: Overrides, playbook: Playbook }
type Part = keyof typeof parts

/** What every part of the form is given. */
export type PartProps = {
  standard: TiersSetup['standards'][number]
  setup: TiersSetup
  /** Shows another part. */
  onPart: (part: Part) => void
}

/** Who needs attention, what moved and why, evaluation rounds, overrides and the playbook of one standard. */
export function Tiers() {
  const [setup, setSetup] = useState<TiersSetup>()
  const [name, setName] = useState('')
  const [part, setPart] = useState<Part>('lists')
  const { problem, run } = useAction()
  const load = () => run(async () => setSetup(await server.tiersSetup()))
  useOnce(load)
  if (!setup) return <Waiting problem={problem} onAgain={load} />

  const { standards, due } = setup
  const standard = standards.find((one) => one.name === name) ?? standards[0]
  if (!standard) return <Empty title={text.noStandard} />
  const cutShort = setup.cutShort.find((one) => one.standard === standard.name)
  const Shown = parts[part]
  return (
    <>
      <h1>{text.title}</h1>
      {standards.length > 1 && (
        <Select
          label={text.standard}
          value={standard.name}
          options={standards.map((one) => [one.name, one.name] as const)}
          onChange={setName}
        />
      )}
      {part !== 'rounds' &&
        due.map((one) => (
          <Notice key={one.standard} kind="warn">
            {text.due(one)}
          </Notice>
        ))}
      {part !== 'rounds' && (
        <CutShortNotice cutShort={cutShort} goOn={cutShort?.round ? text.publish : messages.scoreForm.apply} />
      )}
      <Tabs
        label={text.title}
        tabs={Object.entries(text.parts)}
        selected={part}
        onSelect={(key) => setPart(key as Part)}
      >
        <Shown key={standard.name} standard={standard} setup={setup} onPart={setPart} />
      </Tabs>
    </>
  )
}
