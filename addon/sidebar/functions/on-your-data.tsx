import { useState } from 'preact/hooks'
import type { FunctionsSetup } from '../../functions-form/functions-setup.ts'
import { formulaOf, type GivenArgument } from '../../functions-form/given-call.ts'
import type { TriedFunction } from '../../functions-form/try-function.ts'
import type { FunctionReference } from '../../reference/reference.ts'
import { messages } from '../kit/language.ts'
import { Button, Notice, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useInView } from '../kit/use-in-view.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { ArgumentFields } from './argument-fields.tsx'
import { CellsTable } from './cells-table.tsx'
import { fieldsOf, likelyArguments, likelyTab, missing, selectedArguments } from './fields.ts'
import { IntoTheSheet } from './into-the-sheet.tsx'

const text = messages.functionsForm

/** Fill in the arguments from the sheet's own columns, see the first rows of the result, put the formula somewhere. */
export function OnYourData({ told }: { told: FunctionReference }) {
  const fields = fieldsOf(told)
  const [setup, setSetup] = useState<FunctionsSetup>()
  const [tab, setTab] = useState('')
  const [given, setGiven] = useState<GivenArgument[]>(fields.map(({ initial }) => ({ typed: initial })))
  const [tried, setTried] = useState<TriedFunction>()
  const { busy, problem, run } = useAction()
  const result = useInView<HTMLDivElement>(tried)

  const change = (next: GivenArgument[]) => {
    setGiven(next)
    setTried(undefined)
  }
  const fill = (from: FunctionsSetup, name: string) => {
    const found = from.tabs.find((each) => each.name === name)
    setTab(name)
    if (found) change(likelyArguments(fields, found, given))
  }
  const load = () =>
    run(async () => {
      const now = await server.functionsSetup()
      setSetup(now)
      fill(now, likelyTab(fields, now.tabs, now.selection.sheet)?.name ?? '')
    })
  useOnce(load)
  const takeSelection = () =>
    run(async () => {
      const now = await server.functionsSetup()
      setSetup(now)
      setTab(now.selection.sheet)
      change(selectedArguments(fields, now, given))
    })

  if (!setup) return <Waiting problem={problem} onAgain={load} />
  const call = { name: told.name, arguments: given }
  const open = missing(fields, given)
  const tabs = [...setup.tabs].sort((a, b) => Number(b.name === tab) - Number(a.name === tab))
  return (
    <section class="part" aria-label={text.use}>
      <h2>{text.use}</h2>
      {fields.some(({ columns }) => columns) && (
        <>
          <div class="actions">
            <Button disabled={busy} onClick={takeSelection}>
              {text.takeSelection}
            </Button>
          </div>
          <Select
            label={text.tab}
            value={tab}
            options={setup.tabs.map(({ name }) => [name, name] as const)}
            onChange={(name) => fill(setup, name)}
          />
        </>
      )}
      <ArgumentFields fields={fields} tabs={tabs} given={given} onChange={change} />
      {open.length > 0 ? <p class="soft">{text.missing(open)}</p> : <pre>={formulaOf(call)}</pre>}
      <div class="actions">
        <Button
          primary={!tried}
          disabled={busy || open.length > 0}
          onClick={() => run(async () => setTried(await server.tryFunction(call)))}
        >
          {text.try}
        </Button>
      </div>
      {problem && <Notice kind="bad">{problem}</Notice>}
      {busy && <p class="soft spin">{messages.form.working}</p>}
      <div ref={result}>{tried && <Tried tried={tried} />}</div>
      {tried && <IntoTheSheet told={told} call={call} tried={tried} setup={setup} />}
    </section>
  )
}

function Tried({ tried }: { tried: TriedFunction }) {
  return (
    <>
      <p class="soft">{text.tried({ ...tried, shown: tried.cells.length })}</p>
      <CellsTable cells={tried.cells} label={text.try} />
    </>
  )
}
