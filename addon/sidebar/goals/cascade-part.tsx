import { useState } from 'preact/hooks'
import type { SubjectKind } from '../../../core/goals/goal-draft.ts'
import type { CascadeDone } from '../../goals/cascade-goal.ts'
import type { CascadeSetup } from '../../goals/cascade-setup.ts'
import type { ShownGoal } from '../../goals/goals-setup.ts'
import { messages } from '../kit/language.ts'
import { Empty } from '../kit/layout.tsx'
import { Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { CascadePlan } from './cascade-plan.tsx'
import type { PartProps } from './goals.tsx'
import { WrittenParts } from './written-parts.tsx'

const text = messages.goalsForm
const kinds = ['person', 'team', 'tier', 'segment'] as const satisfies SubjectKind[]
type Kind = (typeof kinds)[number]

/** Hands a goal on: which goal, to which kind of subjects; then whom, how it is split, and the parts as they will be. */
export function CascadePart({ setup, onChanged, goal }: PartProps & { goal: ShownGoal | undefined }) {
  const goals = setup.goals.filter(({ id, target }) => id !== '' && target !== null)
  const [asked, setAsked] = useState<{ id: string; kind: Kind }>({ id: goal?.id ?? goals[0]?.id ?? '', kind: 'person' })
  const [found, setFound] = useState<CascadeSetup>()
  const [done, setDone] = useState<CascadeDone>()
  const { problem, run } = useAction()
  const load = ({ id, kind }: typeof asked) =>
    run(async () => {
      setFound(undefined)
      setFound(await server.goalCascadeSetup(id, kind))
    })
  const ask = (next: typeof asked) => {
    setAsked(next)
    setDone(undefined)
    void load(next)
  }
  useOnce(() => goals.length > 0 && load(asked))
  const chosen = goals.find(({ id }) => id === asked.id)
  if (!chosen) return <Empty title={text.cascadeNone} />
  const changed = async () => {
    await Promise.all([onChanged(), load(asked)])
  }
  return (
    <>
      <Select
        label={text.cascadeOf}
        value={asked.id}
        options={goals.map(({ id, goal }) => [id, `${id} ${goal}`] as const)}
        onChange={(id) => ask({ ...asked, id })}
      />
      <Select
        label={text.cascadeTo}
        value={asked.kind}
        options={kinds.map((kind) => [kind, text.kinds[kind]] as const)}
        onChange={(kind) => ask({ ...asked, kind: kind as Kind })}
      />
      {done && <WrittenParts done={done} onUndone={changed} />}
      {found ? (
        <CascadePlan
          key={`${asked.id} ${asked.kind} ${found.existing.length}`}
          setup={found}
          kind={asked.kind}
          goal={chosen}
          measure={setup.measures.find(({ id }) => id === chosen.measure)}
          onWritten={async (written) => {
            setDone(written)
            await changed()
          }}
        />
      ) : (
        <Waiting problem={problem} onAgain={() => void load(asked)} />
      )}
    </>
  )
}
