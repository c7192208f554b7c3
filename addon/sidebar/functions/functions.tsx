import { useState } from 'preact/hooks'
import type { FunctionReference } from '../../reference/reference.ts'
import { messages } from '../kit/language.ts'
import { TextField } from '../kit/parts.tsx'
import { families } from './families.ts'
import { language } from './language-key.ts'
import { OneFunction } from './one-function.tsx'
import { search } from './search.ts'

const text = messages.functionsForm

/** All functions by family, those found by a search, or one of them. */
export function Functions() {
  const [query, setQuery] = useState('')
  const [shown, setShown] = useState<FunctionReference>()
  const show = (told: FunctionReference | undefined) => {
    setShown(told)
    window.scrollTo(0, 0)
  }
  if (shown) return <OneFunction key={shown.name} told={shown} onBack={() => show(undefined)} />
  const found = query.trim() ? search(families, query) : undefined
  return (
    <>
      <h1>{text.title}</h1>
      <TextField label={text.search} value={query} onChange={setQuery} hint={text.searchHint} />
      <div class="families">
        {found?.length === 0 && <p class="soft">{text.nothing}</p>}
        {found && <List functions={found} onShow={show} />}
        {!found &&
          families.map(({ id, title, functions }) => (
            <section key={id}>
              <h2>{title[language]}</h2>
              <List functions={functions} onShow={show} />
            </section>
          ))}
      </div>
    </>
  )
}

function List(props: { functions: FunctionReference[]; onShow: (told: FunctionReference) => void }) {
  return (
    <ul>
      {props.functions.map((told) => (
        <li key={told.name}>
          <button type="button" onClick={() => props.onShow(told)}>
            <strong>{told.name}</strong>
            {told.summary[language]}
          </button>
        </li>
      ))}
    </ul>
  )
}
