import { useState } from 'preact/hooks'
import type { GoalsSetup, ShownGoal } from '../../goals/goals-setup.ts'
import { messages } from '../kit/language.ts'
import { server } from '../kit/server.ts'
import { Tabs } from '../kit/tabs.tsx'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { CascadePart } from './cascade-part.tsx'
import { EditGoal } from './edit-goal.tsx'
import { TreePart } from './tree-part.tsx'

const text = messages.goalsForm
type Part = keyof typeof text.parts

/** What every part of the form is given. */
export type PartProps = {
  setup: GoalsSetup
  /** Reads the goals anew. */
  onChanged: () => Promise<void>
  /** Shows another part, about a goal. */
  onGo: (part: Part, goal?: ShownGoal) => void
}

/** The tree of goals with their progress, one goal with its SMART check, and handing a goal on. */
export function Goals() {
  const [setup, setSetup] = useState<GoalsSetup>()
  const [at, setAt] = useState<{ part: Part; goal?: ShownGoal | undefined; visit: number }>({ part: 'tree', visit: 0 })
  const { problem, run } = useAction()
  const read = async () => setSetup(await server.goalsSetup())
  const load = () => run(read)
  useOnce(load)
  if (!setup) return <Waiting problem={problem} onAgain={load} />

  const go = (part: Part, goal?: ShownGoal) => setAt({ part, goal, visit: at.visit + 1 })
  const shared = { setup, onChanged: read, onGo: go }
  const names = { ...text.parts, ...(at.part === 'edit' && at.goal ? { edit: text.editing } : {}) }
  return (
    <>
      <h1>{text.title}</h1>
      <Tabs label={text.title} tabs={Object.entries(names)} selected={at.part} onSelect={(part) => go(part as Part)}>
        {at.part === 'tree' && <TreePart {...shared} />}
        {at.part === 'edit' && <EditGoal key={at.visit} {...shared} goal={at.goal} />}
        {at.part === 'cascade' && <CascadePart key={at.visit} {...shared} goal={at.goal} />}
      </Tabs>
    </>
  )
}
