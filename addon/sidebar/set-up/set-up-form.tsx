import { useState } from 'preact/hooks'
import type { SetUp, SetUpDone, TabChoice } from '../../set-up/set-up.ts'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { TabColumns } from './tab-columns.tsx'

const text = messages.setUpForm

/** Which tabs hold what; those that are missing can be made. */
export function SetUpForm() {
  const [sheets, setSheets] = useState<SetUp['sheets']>()
  const [choices, setChoices] = useState<TabChoice[]>([])
  const [done, setDone] = useState<SetUpDone>()
  const { busy, problem, run } = useAction()

  const load = async () => {
    const begun = await server.setUp()
    setSheets(begun.sheets)
    setChoices(begun.choices)
  }
  useOnce(() => void run(load))

  const change = (next: TabChoice) => {
    setDone(undefined)
    setChoices(choices.map((choice) => (choice.kind === next.kind ? next : choice)))
  }
  const save = () =>
    run(async () => {
      const saved = await server.saveSetUp(choices)
      await load()
      setDone(saved)
    })

  if (!sheets) return <Waiting problem={problem} onAgain={() => run(load)} />
  return (
    <>
      <h1>{text.title}</h1>
      <p class="soft">{text.why}</p>
      {choices.map((choice) => (
        <TabColumns key={choice.kind} sheets={sheets} choice={choice} onChange={change} />
      ))}
      <Actions busy={busy} doing={text.saving} problem={problem} done={done ? doneText(done) : ''}>
        <Button primary disabled={busy} onClick={save}>
          {text.save}
        </Button>
      </Actions>
    </>
  )
}

function doneText({ made, numbered }: SetUpDone): string {
  return [
    text.saved,
    ...(made.length > 0 ? [text.made(made)] : []),
    ...(numbered > 0 ? [text.numbered(numbered)] : []),
  ].join(' ')
}
