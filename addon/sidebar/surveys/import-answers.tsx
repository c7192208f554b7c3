import { useState } from 'preact/hooks'
import { customerFinder } from '../../../core/customer-file/customer-finder.ts'
import type { AnswerPlan } from '../../../core/survey/answer-import/answer-plan.ts'
import type { AnswerImportSetup, AnswerTab } from '../../survey/answer-import-setup.ts'
import type { Survey } from '../../survey/surveys.ts'
import type { OnPage } from '../customer-file/read-rows.ts'
import { messages } from '../kit/language.ts'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { AccountStep } from '../tab-import/account-step.tsx'
import { PreviewStep } from '../tab-import/preview-step.tsx'
import { customersToFind, tabRows } from '../tab-import/read-tab.ts'
import { TabStep } from '../tab-import/tab-step.tsx'
import { useSending } from '../tab-import/use-sending.ts'
import { AnswerDetails, RejectedAnswers } from './import/answer-details.tsx'
import { ColumnStep } from './import/column-step.tsx'
import { answerSender, type PreparedAnswers, preparedAnswers, type TabRows } from './import/prepared-answers.ts'
import { likelyTab, proposedPlan } from './import/proposed-plan.ts'

const text = messages.answerImport

/** Imports answers from a tab: chooses it, says which column is what, shows what would be done, and sends it. */
export function ImportAnswers({ survey, onBack }: { survey: Survey; onBack: () => void }) {
  const [setup, setSetup] = useState<AnswerImportSetup>()
  const [read, setRead] = useState<TabRows>()
  const [plan, setPlan] = useState<AnswerPlan>()
  const [prepared, setPrepared] = useState<PreparedAnswers>()
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
    const ready = goesOn ? await preparedAnswers(server, found, proposed, onPage) : undefined
    setRead(found)
    setPlan(proposed)
    setPrepared(ready)
    if (ready) void sending.start(answerSender(server, found, ready), ready)
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
      <h3>{text.title}</h3>
      {!setup && <Waiting problem={problem} onAgain={load} />}
      {setup && !read && (
        <TabStep
          tabs={setup.tabs}
          likely={likelyTab(setup.tabs, setup.questions)}
          words={text}
          onRead={readTab}
          onBack={onBack}
        />
      )}
      {read && plan && !prepared && (
        <ColumnStep
          read={read}
          plan={plan}
          onPlan={setPlan}
          onPreview={async (onPage) => setPrepared(await preparedAnswers(server, read, plan, onPage))}
          onBack={leave}
        />
      )}
      {read && prepared && !sending.ended && (
        <PreviewStep
          name={read.tab.name}
          prepared={prepared}
          sending={sending}
          words={text}
          onStart={() => sending.start(answerSender(server, read, prepared), prepared)}
          onBack={() => (sending.sum.sent > 0 ? leave() : setPrepared(undefined))}
        >
          <AnswerDetails read={read} prepared={prepared} />
        </PreviewStep>
      )}
      {read && prepared && sending.ended && (
        <AccountStep name={read.tab.name} prepared={prepared} sum={sending.sum} account={text.account} onDone={onBack}>
          <RejectedAnswers read={read} prepared={prepared} refused={sending.sum.refused} />
        </AccountStep>
      )}
    </>
  )
}
