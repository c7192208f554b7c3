import { useState } from 'preact/hooks'
import { messages } from '../kit/language.ts'
import { TextField } from '../kit/parts.tsx'

const text = messages.tiersForm

/** A search that the server answers: Enter sends it. */
export function SearchField({ onSearch }: { onSearch: (query: string) => void }) {
  const [query, setQuery] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(query)
      }}
    >
      <TextField label={text.search} hint={text.searchHint} value={query} onChange={setQuery} />
    </form>
  )
}
