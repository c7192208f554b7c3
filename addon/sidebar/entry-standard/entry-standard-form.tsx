import { useState } from 'preact/hooks'
import type { EntrySetup } from '../../entry-standard/entry-setup.ts'
import { messages } from '../kit/language.ts'
import { Loading } from '../kit/layout.tsx'
import { Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { Tabs } from '../kit/tabs.tsx'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { CheckPart } from './check-part.tsx'
import { RulesPart } from './rules-part.tsx'

const text = messages.entryForm

/** What every customer's row must hold, and how far the tab is from it. */
export function EntryStandardForm() {
  const [setup, setSetup] = useState<EntrySetup>()
  const [part, setPart] = useState('rules')
  const { problem, run } = useAction()
  useOnce(() => void run(async () => setSetup(await server.entrySetup())))
  if (!setup) return problem ? <Notice kind="bad">{problem}</Notice> : <Loading />
  return (
    <>
      <h1>{text.title}</h1>
      <Tabs label={text.title} tabs={Object.entries(text.parts)} selected={part} onSelect={setPart}>
        {part === 'rules' ? <RulesPart setup={setup} onSaved={setSetup} /> : <CheckPart />}
      </Tabs>
    </>
  )
}
