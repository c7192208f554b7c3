import { useState } from 'preact/hooks'
import type { FunctionsSetup } from '../../functions-form/functions-setup.ts'
import type { GivenCall } from '../../functions-form/given-call.ts'
import type { FormulaPlace } from '../../functions-form/insert-function.ts'
import type { TriedFunction } from '../../functions-form/try-function.ts'
import type { FunctionReference } from '../../reference/reference.ts'
import { shownText } from '../../reference/shown-text.ts'
import { messages } from '../kit/language.ts'
import { Button, Notice, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'

const text = messages.functionsForm

type Props = { told: FunctionReference; call: GivenCall; tried: TriedFunction; setup: FunctionsSetup }

/** Where the formula goes: a free cell, a new tab, or a column beside the customers. */
export function IntoTheSheet({ told, call, tried, setup }: Props) {
  const places = placesOf(told, setup)
  const [place, setPlace] = useState<FormulaPlace | 'customers'>(places[0] ?? 'selected')
  const [tab, setTab] = useState(setup.customers)
  const labels = tried.cells[0]?.slice(1).map(shownText) ?? []
  const [column, setColumn] = useState(String(labels.length + 1))
  const [done, setDone] = useState('')
  const { busy, problem, run } = useAction()

  const insert = () =>
    run(async () => {
      setDone('')
      if (place !== 'customers') return setDone(text.inserted(await server.insertFunction(call, place)))
      setDone(text.insertedBeside(await server.besideCustomers(withHeaders(told, call), tab, Number(column))))
    })
  return (
    <section class="part" aria-label={text.insertTitle}>
      <h2>{text.insertTitle}</h2>
      <Select
        label={text.where}
        value={place}
        options={places.map((each) => [each, text.places[each]] as const)}
        onChange={(chosen) => setPlace(chosen as FormulaPlace)}
        hint={place === 'customers' ? text.customersWhy : undefined}
      />
      {place === 'customers' && (
        <>
          <Select
            label={text.customerTab}
            value={tab}
            options={setup.tabs.map(({ name }) => [name, name] as const)}
            onChange={setTab}
          />
          <Select
            label={text.customerColumn}
            value={column}
            options={labels.map((label, at) => [String(at + 2), label] as const)}
            onChange={setColumn}
          />
        </>
      )}
      {problem && <Notice kind="bad">{problem}</Notice>}
      {done && <Notice kind="good">{done}</Notice>}
      <div class="actions">
        <Button primary disabled={busy} onClick={insert}>
          {text.insert}
        </Button>
      </div>
      {busy && <p class="soft spin">{messages.form.working}</p>}
    </section>
  )
}

/** The example tells what a result is like: one row per customer, or one row beside each row that was given. */
function placesOf(told: FunctionReference, setup: FunctionsSetup): (FormulaPlace | 'customers')[] {
  const { cells, result } = told.example ?? {}
  const perCustomer = result?.en[0]?.[0] === 'customer' && setup.customers !== ''
  const besideRows = (result?.en.length ?? 0) > 1 && result?.en.length === cells?.en.length && !perCustomer
  return [
    ...(perCustomer ? (['customers'] as const) : []),
    ...(besideRows ? (['beside'] as const) : []),
    'selected',
    'newTab',
  ]
}

/** The heading of the new column is the result's own, so its header row is never dropped here. */
function withHeaders({ parameters }: FunctionReference, { name, arguments: given }: GivenCall): GivenCall {
  return { name, arguments: given.map((each, at) => (parameters[at]?.name === 'headers' ? { typed: '' } : each)) }
}
