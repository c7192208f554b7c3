import { answerInBrief } from '../../core/customer-page/answer-in-brief.ts'
import type { Language } from '../../core/messages/messages.ts'
import { textIn } from '../../core/survey/texts.ts'
import { customerAnswers } from '../store/customer-answers.ts'
import { customerComplaints } from '../store/customer-complaints.ts'
import type { Table } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { questionsAsAnswered, surveysById } from './surveys-by-id.ts'

/** So many of each are told; `more` says whether there are others. */
const MOST = 20

/** A customer's latest answers and complaints, the latest first. */
export async function customerTimeline(table: Table, workspace: WorkspaceKey, customerId: string, language: Language) {
  const [answers, complaints] = await Promise.all([
    answersTold(table, workspace, customerId, language),
    customerComplaints(table, workspace, customerId),
  ])
  return {
    answers: answers.slice(0, MOST),
    complaints: complaints.slice(0, MOST),
    more: { answers: answers.length > MOST, complaints: complaints.length > MOST },
  }
}

/** One more than are told, where there are more. */
async function answersTold(table: Table, workspace: WorkspaceKey, customerId: string, language: Language) {
  const surveyOf = surveysById(table, workspace)
  const questionsOf = questionsAsAnswered(table, workspace)
  const told = []
  for await (const answer of customerAnswers(table, workspace, customerId)) {
    const { surveyId, day, channel, answers } = answer
    const survey = await surveyOf(surveyId)
    const { satisfaction, ...brief } = answerInBrief(survey ? await questionsOf(survey, answer) : [], answers)
    told.push({
      surveyId,
      survey: survey ? textIn(survey.title, language) : '',
      day,
      channel,
      ...brief,
      satisfaction: satisfaction.map(({ dimension, score }) => ({ dimension: textIn(dimension, language), score })),
    })
    if (told.length > MOST) break
  }
  return told
}
