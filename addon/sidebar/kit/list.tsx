import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { messages } from './language.ts'
import { Button, TextField } from './parts.tsx'

const PAGE = 50
/** Fewer items than these are seen at a glance: no search. */
const FEW = 8

type Props<Item> = {
  /** What the items are, for screen readers. */
  label: string
  items: readonly Item[]
  keyOf: (item: Item) => string | number
  /** What a search looks in; none: no search. */
  textOf?: (item: Item) => string
  /** One item, inside its `li`. */
  children: (item: Item) => ComponentChildren
}

/** Items one under the other: 50 at first, more on a press; where there are many, a search that needs no case. */
export function List<Item>({ label, items, keyOf, textOf, children }: Props<Item>) {
  const [query, setQuery] = useState('')
  const [shown, setShown] = useState(PAGE)
  const wanted = query.trim().toLowerCase()
  const found = wanted && textOf ? items.filter((item) => textOf(item).toLowerCase().includes(wanted)) : items
  const left = found.length - shown
  const search = (text: string) => {
    setQuery(text)
    setShown(PAGE)
  }
  return (
    <>
      {textOf && items.length >= FEW && <TextField label={messages.form.search} value={query} onChange={search} />}
      {wanted && (
        <p class="soft" role="status">
          {messages.form.found({ found: found.length, of: items.length })}
        </p>
      )}
      <ul class="list" aria-label={label}>
        {found.slice(0, shown).map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {left > 0 && (
        <div class="actions">
          <Button onClick={() => setShown(shown + PAGE)}>{messages.form.showMore(Math.min(left, PAGE))}</Button>
        </div>
      )}
    </>
  )
}
