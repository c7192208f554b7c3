import { useState } from 'preact/hooks'
import type { AnswerPlan } from '../../../core/survey/answer-import/answer-plan.ts'
import { customerFinder } from '../../../core/survey/answer-import/customer-finder.ts'
import type { AnswerImportSetup, AnswerTab } from '../../survey/answer-import-setup.ts'
import type { Survey } from '../../survey/surveys.ts'
import { messages } from '../kit/language.ts'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { AccountStep } from './import/account-step.tsx'
import { ColumnStep } from './import/column-step.tsx'
import { type OnPage, type PreparedImport, preparedImport, type TabRows } from './import/prepared-import.ts'
import { PreviewStep } from './import/preview-step.tsx'
import { proposedPlan } from './import/proposed-plan.ts'
import { customersToFind, tabRows } from './import/read-tab.ts'
import { TabStep } from './import/tab-step.tsx'
import { useSending } from './import/use-sending.ts'

/** Imports answers from a tab: chooses it, says which column is what, shows what would be done, and sends it. */
export function ImportAnswers({ survey, onBack }: { survey: Survey; onBack: () => void }) {
  const [setup, setSetup] = useState<AnswerImportSetup>()
  const [read, setRead] = useState<TabRows>()
  const [plan, setPlan] = useState<AnswerPlan>()
  const [prepared, setPrepared] = useState<PreparedImport>()
  const sending = useSending()
  const { problem, run } = useAction()
  const load = () => run(async () => setSetup(await server.answerImportSetup(survey.surveyId)))
  useOnce(load)

  const readTab = async ({ id }: AnswerTab, goesOn: boolean, onPage: OnPage) => {
    const now = await server.answerImportSetup(survey.surveyId)
    setSetup(now)
    const tab = now.tabs.find((each) => each.id === id)
    if (!tab) return
    const rows = await tabRows(tab, onPage)
    const find = customerFinder(await customersToFind(now, onPage))
    const { questions, today } = now
    const found: TabRows = { surveyId: survey.surveyId, tab, rows, basis: { questions, find, today } }
    const proposed = proposedPlan(found)
    const ready = goesOn ? await preparedImport(server, found, proposed, onPage) : undefined
    setRead(found)
    setPlan(proposed)
    setPrepared(ready)
    if (ready) void sending.start(found, ready)
  }
  const leave = () => {
    sending.reset()
    setPrepared(undefined)
    setRead(undefined)
    setSetup(undefined)
    void load()
  }

  return (
    <>
      <h2>{survey.title}</h2>
      <h3>{messages.answerImport.title}</h3>
      {!setup && <Waiting problem={problem} onAgain={load} />}
      {setup && !read && <TabStep setup={setup} onRead={readTab} onBack={onBack} />}
      {read && plan && !prepared && (
        <ColumnStep
          read={read}
          plan={plan}
          onPlan={setPlan}
          onPreview={async (onPage) => setPrepared(await preparedImport(server, read, plan, onPage))}
          onBack={leave}
        />
      )}
      {read && prepared && !sending.ended && (
        <PreviewStep
          read={read}
          prepared={prepared}
          sending={sending}
          onBack={() => (sending.sum.sent > 0 ? leave() : setPrepared(undefined))}
        />
      )}
      {read && prepared && sending.ended && (
        <AccountStep read={read} prepared={prepared} sum={sending.sum} onDone={onBack} />
      )}
    </>
  )
}
