import { useState } from 'preact/hooks'
import type { EntrySetup } from '../../entry-standard/entry-setup.ts'
import { messages } from '../kit/language.ts'
import { server } from '../kit/server.ts'
import { Tabs } from '../kit/tabs.tsx'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { CheckPart } from './check-part.tsx'
import { RulesPart } from './rules-part.tsx'

const text = messages.entryForm

/** What every customer's row must hold, and how far the tab is from it. */
export function EntryStandardForm() {
  const [setup, setSetup] = useState<EntrySetup>()
  const [part, setPart] = useState('rules')
  const { problem, run } = useAction()
  const load = () => run(async () => setSetup(await server.entrySetup()))
  useOnce(load)
  if (!setup) return <Waiting problem={problem} onAgain={load} />
  return (
    <>
      <h1>{text.title}</h1>
      <Tabs label={text.title} tabs={Object.entries(text.parts)} selected={part} onSelect={setPart}>
        {part === 'rules' ? <RulesPart setup={setup} onSaved={setSetup} /> : <CheckPart />}
      </Tabs>
    </>
  )
}
