import { useState } from 'preact/hooks'
import type { ImportTab } from '../../tab-import/import-tabs.ts'
import type { OnPage } from '../customer-file/read-rows.ts'
import { messages } from '../kit/language.ts'
import { Actions, Empty } from '../kit/layout.tsx'
import { Button, Notice, Progress, Select } from '../kit/parts.tsx'
import { useAction } from '../kit/use-action.ts'

const text = messages.tabImport

export type TabWords = {
  why: string
  noTabs: string
  interrupted: (import_: { tab: string; at: string; done: number; of: number }) => string
}

/** Asks for the tab, or to go on with an import that has not ended. */
export function TabStep<P>(props: {
  tabs: readonly ImportTab<P>[]
  /** The tab that looks most like what is imported. */
  likely: ImportTab<P> | undefined
  words: TabWords
  onRead: (tab: ImportTab<P>, goesOn: boolean, onPage: OnPage) => Promise<void>
  onBack?: () => void
}) {
  const { tabs, words } = props
  const open = tabs.find(({ kept }) => kept?.open)
  const [chosen, setChosen] = useState(() => (open ?? props.likely)?.id)
  const [page, setPage] = useState<{ done: number; total: number }>()
  const { busy, problem, run } = useAction()
  const tab = tabs.find(({ id }) => id === chosen)
  const interrupted = tab?.kept?.open
  const read = (goesOn: boolean) => tab && run(() => props.onRead(tab, goesOn, setPage))
  return (
    <>
      <p class="soft">{words.why}</p>
      {tabs.length === 0 && <Empty title={words.noTabs} />}
      {tab && (
        <Select
          label={text.tab}
          value={String(chosen)}
          options={tabs.map(({ id, name, rows }) => [String(id), `${name} (${rows})`])}
          onChange={(id) => setChosen(Number(id))}
        />
      )}
      {tab && interrupted && <Notice kind="warn">{words.interrupted({ tab: tab.name, ...interrupted })}</Notice>}
      {page && busy && <Progress {...page} label={text.reading(page)} />}
      <Actions busy={busy} problem={problem}>
        {interrupted && (
          <Button primary disabled={busy} onClick={() => read(true)}>
            {text.goOn}
          </Button>
        )}
        <Button primary={!interrupted} disabled={busy || !tab} onClick={() => read(false)}>
          {text.read}
        </Button>
        {props.onBack && (
          <Button disabled={busy} onClick={props.onBack}>
            {text.back}
          </Button>
        )}
      </Actions>
    </>
  )
}
