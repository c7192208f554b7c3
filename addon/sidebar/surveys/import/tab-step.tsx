import { useState } from 'preact/hooks'
import type { AnswerImportSetup, AnswerTab } from '../../../survey/answer-import-setup.ts'
import { messages } from '../../kit/language.ts'
import { Actions, Empty } from '../../kit/layout.tsx'
import { Button, Notice, Progress, Select } from '../../kit/parts.tsx'
import { useAction } from '../../kit/use-action.ts'
import type { OnPage } from './prepared-import.ts'
import { likelyTab } from './proposed-plan.ts'

const text = messages.answerImport

/** Asks for the tab, or to go on with an import that has not ended. */
export function TabStep(props: {
  setup: AnswerImportSetup
  onRead: (tab: AnswerTab, goesOn: boolean, onPage: OnPage) => Promise<void>
  onBack: () => void
}) {
  const { tabs, questions } = props.setup
  const open = tabs.find(({ kept }) => kept?.open)
  const [chosen, setChosen] = useState(() => (open ?? likelyTab(tabs, questions))?.id)
  const [page, setPage] = useState<{ done: number; total: number }>()
  const { busy, problem, run } = useAction()
  const tab = tabs.find(({ id }) => id === chosen)
  const interrupted = tab?.kept?.open
  const read = (goesOn: boolean) => tab && run(() => props.onRead(tab, goesOn, setPage))
  return (
    <>
      <p class="soft">{text.why}</p>
      {tabs.length === 0 && <Empty title={text.noTabs} />}
      {tab && (
        <Select
          label={text.tab}
          value={String(chosen)}
          options={tabs.map(({ id, name, rows }) => [String(id), `${name} (${rows})`])}
          onChange={(id) => setChosen(Number(id))}
        />
      )}
      {tab && interrupted && <Notice kind="warn">{text.interrupted({ tab: tab.name, ...interrupted })}</Notice>}
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
        <Button disabled={busy} onClick={props.onBack}>
          {text.back}
        </Button>
      </Actions>
    </>
  )
}
