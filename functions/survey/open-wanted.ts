import { InputError } from '../../core/input-error.ts'
import { textIn } from '../../core/survey/texts.ts'
import { receiveComplaint } from '../complaint/receive-complaint.ts'
import { digestOf } from '../secrets.ts'
import { type Answer, findAnswer } from '../store/answer.ts'
import { changeFollowUp, type FollowUp, findFollowUp, followUpAt } from '../store/follow-up.ts'
import { findSurvey, knownQuestions, type Survey } from '../store/survey.ts'
import type { Table } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

type Backend = Table & { now: () => Date }

/**
 * Opens the complaint that a low answer wants, exactly once however often it is tried; a task where its customer is not
 * in the workspace.
 */
export async function openWanted(backend: Backend, workspace: WorkspaceKey, wanted: FollowUp): Promise<FollowUp> {
  const survey = await findSurvey(backend, workspace, wanted.surveyId)
  const answer = survey && (await findAnswer(backend, workspace, survey, wanted.day, wanted.answerId))
  if (!answer || wanted.customerId === undefined) return wanted
  const title = textIn(survey.title, 'en')
  const told = {
    customerId: wanted.customerId,
    kind: 'complaint' as const,
    channel: 'survey',
    category: '',
    severity: 'normal' as const,
    description: descriptionOf(survey, answer, wanted),
  }
  const id = `follow-up#${digestOf([survey.id, wanted.day, wanted.answerId])}`
  const doing = { by: { sub: `survey ${survey.id}`, name: title }, now: backend.now().toISOString() }
  const operation = { id, digest: id }
  try {
    const { id: complaintId, number } = await receiveComplaint(backend, workspace, told, { ...doing, operation })
    const after = { state: 'done' as const, complaintId, number }
    await changeFollowUp(backend, workspace, wanted.sk, after)
    return { ...wanted, ...after }
  } catch (error) {
    if (!(error instanceof InputError && error.code === 'unknownCustomer')) throw error
    await changeFollowUp(backend, workspace, wanted.sk, { state: 'open' })
    return { ...wanted, state: 'open' }
  }
}

/** Opens the complaint that an answer wants, if it does. What fails here is opened when follow-ups are listed, or by night. */
export async function openWantedOf(
  backend: Backend,
  workspace: WorkspaceKey,
  survey: Survey,
  answerId: string,
): Promise<void> {
  if (!survey.followUp?.some(({ opens }) => opens === 'complaint')) return
  const [day = '', id = ''] = answerId.split('.')
  const followUp = await findFollowUp(backend, workspace, survey.id, { day, id })
  if (followUp?.state === 'wanted') await openWanted(backend, workspace, followUp).catch(() => undefined)
}

/** Opens what is wanted at a place among the low answers of a workspace. @returns Whether it was still wanted, and is no more. */
export async function openWantedAt(backend: Backend, workspace: WorkspaceKey, sk: string): Promise<boolean> {
  const followUp = await followUpAt(backend, workspace, sk)
  return followUp?.state === 'wanted' && (await openWanted(backend, workspace, followUp)).state !== 'wanted'
}

/** What the customer said: the score, and every text. */
function descriptionOf(survey: Survey, { answers }: Answer, { question: id, score }: FollowUp): string {
  const questions = knownQuestions(survey)
  const asked = questions.find((question) => question.id === id)
  const texts = questions.flatMap((question) => (question.type === 'text' ? (answers[question.id] ?? []) : []))
  return [`${textIn(survey.title, 'en')}: ${asked ? textIn(asked.title, 'en') : id} ${score}`, ...texts]
    .join('\n')
    .slice(0, 10_000)
}
