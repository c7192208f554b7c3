import { useState } from 'preact/hooks'
import type { CustomerFileSetup } from '../../customer-file/customer-file-setup.ts'
import { messages } from '../kit/language.ts'
import { server } from '../kit/server.ts'
import { Tabs } from '../kit/tabs.tsx'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { DuplicatesPart } from './duplicates-part.tsx'
import { ImportPart } from './import-part.tsx'
import { Interrupted } from './interrupted.tsx'

const text = messages.customerFileForm

/** Imports customers with a preview, finds and merges duplicates, and takes either back. */
export function CustomerFileForm() {
  const [setup, setSetup] = useState<CustomerFileSetup>()
  const [part, setPart] = useState('import')
  const { problem, run } = useAction()
  const load = () => run(async () => setSetup(await server.customerFileSetup()))
  useOnce(() => void load())
  if (!setup) return <Waiting problem={problem} onAgain={load} />
  const interrupted = setup.actions.find(({ state }) => ['recording', 'making', 'undoing'].includes(state))
  return (
    <>
      <h1>{text.title}</h1>
      <Tabs label={text.title} tabs={Object.entries(text.parts)} selected={part} onSelect={setPart}>
        {interrupted ? (
          <Interrupted action={interrupted} columns={setup.customers?.columns ?? []} onDone={load} />
        ) : part === 'import' ? (
          <ImportPart setup={setup} onChanged={load} />
        ) : (
          <DuplicatesPart setup={setup} onChanged={load} />
        )}
      </Tabs>
    </>
  )
}
