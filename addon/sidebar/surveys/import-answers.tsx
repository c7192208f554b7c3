import type { Survey } from '../../survey/surveys.ts'
import { messages } from '../kit/language.ts'
import { server } from '../kit/server.ts'
import { TabImport } from '../tab-import/tab-import.tsx'
import { AnswerDetails, RejectedAnswers } from './import/answer-details.tsx'
import { ColumnStep } from './import/column-step.tsx'
import { answerSender, preparedAnswers } from './import/prepared-answers.ts'
import { likelyTab, proposedPlan } from './import/proposed-plan.ts'

const text = messages.answerImport

/** Imports answers to a survey from a tab. */
export function ImportAnswers({ survey: { surveyId, title }, onBack }: { survey: Survey; onBack: () => void }) {
  return (
    <>
      <h2>{title}</h2>
      <h3>{text.title}</h3>
      <TabImport
        kind={{
          words: text,
          setup: () => server.answerImportSetup(surveyId),
          likely: ({ tabs, questions }) => likelyTab(tabs, questions),
          read: ({ questions, today }, { tab, rows, find }) => {
            return { surveyId, tab, rows, basis: { questions, find, today } }
          },
          proposed: proposedPlan,
          prepared: (read, plan, onPage) => preparedAnswers(server, read, plan, onPage),
          sender: (read, prepared) => answerSender(server, read, prepared),
          Columns: ColumnStep,
          Details: AnswerDetails,
          Rejected: RejectedAnswers,
        }}
        onBack={onBack}
      />
    </>
  )
}
