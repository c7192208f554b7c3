import { useState } from 'preact/hooks'
import type { CustomerFilter, CustomerSearch, FoundCustomers } from '../../customer-page/search-customers.ts'
import { Checkbox } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { Notice, Select, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { FoundList } from './found-list.tsx'

const text = messages.customerForm

/** Finds customers by words and filters; a press on one selects its row and shows its page. */
export function FindCustomers({ onOpen }: { onOpen: (id: string) => Promise<void> }) {
  const [wanted, setWanted] = useState<CustomerSearch>({ query: '', filters: {}, overdue: false })
  const [reply, setReply] = useState<FoundCustomers>()
  const { busy, problem, run } = useAction()
  const search = (next: CustomerSearch) => {
    setWanted(next)
    void run(async () => setReply(await server.searchCustomers(next)))
  }
  useOnce(() => search(wanted))

  const filters = (Object.keys(text.filterNames) as CustomerFilter[]).filter((name) => reply?.choices[name].length)
  const filter = (name: CustomerFilter) => (value: string) =>
    search({ ...wanted, filters: { ...wanted.filters, [name]: value } })
  return (
    <>
      <form
        class="find"
        onSubmit={(event) => {
          event.preventDefault()
          search(wanted)
        }}
      >
        <TextField label={text.search} value={wanted.query} onChange={(query) => setWanted({ ...wanted, query })} />
        <button type="submit" class="primary" disabled={busy}>
          {text.find}
        </button>
      </form>
      <Checkbox
        label={text.overdueOnly}
        value={wanted.overdue}
        disabled={busy}
        onChange={(overdue) => search({ ...wanted, overdue })}
      />
      {filters.length > 0 && (
        <Section title={text.filters}>
          {filters.map((name) => (
            <Select
              key={name}
              label={text.filterNames[name]}
              value={wanted.filters[name] ?? ''}
              options={[['', text.any], ...(reply?.choices[name] ?? []).map((value) => [value, value] as const)]}
              onChange={filter(name)}
            />
          ))}
        </Section>
      )}
      {reply && problem && <Notice kind="bad">{problem}</Notice>}
      {!reply && <Waiting problem={problem} onAgain={() => search(wanted)} />}
      {reply && <FoundList reply={reply} busy={busy} onOpen={(id) => void run(() => onOpen(id))} />}
    </>
  )
}
