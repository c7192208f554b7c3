import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { InferOutput } from 'valibot'
import { array, boolean, number, object, optional, parse, picklist, string } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { questionSchema } from '../../core/survey/question.ts'
import { textIs } from '../../core/survey/texts.ts'
import { textsSchema } from '../../core/survey/texts-schema.ts'
import type { ItemKey, Table, Write } from './table.ts'
import { findItem } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** `W#ws#M#survey`, `META`; listed by `W#ws#M` in the first index, in order of creation. */
const surveySchema = object({
  id: string(),
  title: textsSchema,
  status: picklist(['draft', 'open', 'closed']),
  questions: array(questionSchema),
  /** Counts every change of the survey itself. */
  revision: number(),
  /** Set with the first answer, from when on the questions stay. */
  answered: optional(boolean(), false),
  /** Over how many partitions its answers are spread. */
  buckets: number(),
  createdAt: string(),
})
export type Survey = InferOutput<typeof surveySchema>

/** The survey of an id, if there is one. */
export function findSurvey(table: Table, workspace: WorkspaceKey, id: string): Promise<Survey | undefined> {
  return findItem(table, surveySchema, surveyKey(workspace, id))
}

/** @throws InputError `notFound` */
export async function getSurvey(table: Table, workspace: WorkspaceKey, id: string): Promise<Survey> {
  const survey = await findSurvey(table, workspace, id)
  if (!survey) throw new InputError('notFound', undefined)
  return survey
}

/**
 * The survey that a cell names by id or title.
 *
 * @throws InputError `surveyUnknown`, `surveyAmbiguous`.
 */
export async function namedSurvey(table: Table, workspace: WorkspaceKey, name: string): Promise<Survey> {
  const surveys = await allSurveys(table, workspace)
  const found = surveys.filter((survey) => survey.id === name.trim() || textIs(survey.title, name))
  if (!found[0]) throw new InputError('surveyUnknown', { survey: name })
  if (found[1]) throw new InputError('surveyAmbiguous', { survey: name })
  return found[0]
}

/** All surveys of a workspace, the oldest first. A survey made within the last second may not be listed yet. */
export async function allSurveys({ db, table }: Table, workspace: WorkspaceKey): Promise<Survey[]> {
  const surveys: Survey[] = []
  let start: Record<string, unknown> | undefined
  do {
    const page = await db.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': workspace.partition('M') },
        ExclusiveStartKey: start,
      }),
    )
    surveys.push(...(page.Items ?? []).map((item) => parse(surveySchema, item)))
    start = page.LastEvaluatedKey
  } while (start)
  return surveys
}

/** The write that makes a survey. */
export function newSurveyWrite(workspace: WorkspaceKey, survey: Survey): Write {
  return { Put: { Item: surveyItem(workspace, survey), ConditionExpression: 'attribute_not_exists(pk)' } }
}

/**
 * The write that changes a survey to `after`, refused if it is no longer as `before`.
 *
 * @returns The write; refused too where the questions change and an answer has come in.
 */
export function changedSurveyWrite(workspace: WorkspaceKey, before: Survey, after: Survey): Write {
  const questionsStay = JSON.stringify(before.questions) === JSON.stringify(after.questions)
  const names = { '#title': 'title', '#status': 'status' }
  return {
    Update: {
      Key: surveyKey(workspace, before.id),
      UpdateExpression: 'SET #title = :title, #status = :status, questions = :questions, revision = :after',
      ConditionExpression: `revision = :before${questionsStay ? '' : ' AND answered = :no'}`,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: {
        ':title': after.title,
        ':status': after.status,
        ':questions': after.questions,
        ':after': before.revision + 1,
        ':before': before.revision,
        ...(!questionsStay && { ':no': false }),
      },
    },
  }
}

/** The write that comes with a survey's first answer and keeps its questions as they are; nothing after that. */
export function firstAnswerWrites(workspace: WorkspaceKey, survey: Survey): Write[] {
  if (survey.answered) return []
  return [
    {
      Update: {
        Key: surveyKey(workspace, survey.id),
        UpdateExpression: 'SET answered = :yes',
        ConditionExpression: 'revision = :revision',
        ExpressionAttributeValues: { ':yes': true, ':revision': survey.revision },
      },
    },
  ]
}

function surveyItem(workspace: WorkspaceKey, survey: Survey) {
  const gsi1sk = `${survey.createdAt}#${survey.id}`
  return { ...surveyKey(workspace, survey.id), gsi1pk: workspace.partition('M'), gsi1sk, ...survey }
}

function surveyKey(workspace: WorkspaceKey, id: string): ItemKey {
  return { pk: workspace.partition('M', id), sk: 'META' }
}
