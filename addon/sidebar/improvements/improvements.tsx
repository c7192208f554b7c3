import { useState } from 'preact/hooks'
import type { ImprovementsSetup, ShownImprovement } from '../../improvements/improvements-setup.ts'
import { messages } from '../kit/language.ts'
import { server } from '../kit/server.ts'
import { Tabs } from '../kit/tabs.tsx'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { CheckPart } from './check-part.tsx'
import { EditPart } from './edit-part.tsx'
import { ListPart } from './list-part.tsx'
import { PlansPart } from './plans-part.tsx'

const text = messages.improvementsForm
type Part = keyof typeof text.parts

/** What every part of the form is given. */
export type PartProps = {
  setup: ImprovementsSetup
  /** Reads the actions anew. */
  onChanged: () => Promise<void>
  /** Shows another part, about an action. */
  onGo: (part: Part, action?: ShownImprovement) => void
}

/** Actions with what is late, account plans by customer, one action, and whether its figure became better. */
export function Improvements() {
  const [setup, setSetup] = useState<ImprovementsSetup>()
  const [at, setAt] = useState<{ part: Part; id?: string | undefined; visit: number }>({ part: 'list', visit: 0 })
  const { problem, run } = useAction()
  const read = async () => setSetup(await server.improvementsSetup())
  const load = () => run(read)
  useOnce(load)
  if (!setup) return <Waiting problem={problem} onAgain={load} />

  const go = (part: Part, action?: ShownImprovement) => setAt({ part, id: action?.id, visit: at.visit + 1 })
  const shared = { setup, onChanged: read, onGo: go }
  const action = setup.improvements.find(({ id }) => id !== '' && id === at.id)
  const names = { ...text.parts, ...(at.part === 'edit' && action ? { edit: text.editing } : {}) }
  return (
    <>
      <h1>{text.title}</h1>
      <Tabs label={text.title} tabs={Object.entries(names)} selected={at.part} onSelect={(part) => go(part as Part)}>
        {at.part === 'list' && <ListPart {...shared} />}
        {at.part === 'plans' && <PlansPart {...shared} />}
        {at.part === 'edit' && <EditPart key={at.visit} {...shared} action={action} />}
        {at.part === 'check' && <CheckPart key={at.visit} {...shared} action={action} />}
      </Tabs>
    </>
  )
}
