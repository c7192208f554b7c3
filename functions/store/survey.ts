import type { InferOutput } from 'valibot'
import { array, is, number, object, optional, parse, picklist, string } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { formerParts, formerPartsSchema } from '../../core/survey/former-parts.ts'
import { retentionMonthsSchema } from '../../core/survey/kept-since.ts'
import { type Question, questionSchema } from '../../core/survey/question.ts'
import { surveyKinds, surveySettingsEntries } from '../../core/survey/survey-settings.ts'
import { textIs } from '../../core/survey/texts.ts'
import { textsSchema } from '../../core/survey/texts-schema.ts'
import { refuseTooMuchText } from './item-size.ts'
import type { ItemKey, Table, Write } from './table.ts'
import { findItem, queried } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** `W#ws#M#survey`, `META`; listed by `W#ws#M` in the first index, in order of creation. */
const surveySchema = object({
  id: string(),
  title: textsSchema,
  /** Titles before the present one, the latest last: formulas that name them still find it. */
  formerTitles: optional(array(textsSchema), []),
  status: picklist(['draft', 'open', 'closed']),
  kind: optional(picklist(surveyKinds), 'customers'),
  /** Of the current version. */
  questions: array(questionSchema),
  /** Questions of earlier versions that are asked no more, as they were last asked. */
  earlier: optional(array(questionSchema), []),
  /** What its questions had in earlier versions. */
  former: optional(formerPartsSchema, {}),
  /** Counts the changes of the questions, from 1; `V#version` keeps those before. */
  version: optional(number(), 1),
  ...surveySettingsEntries,
  /** For how many months answers are kept; until they are deleted where absent. */
  retentionMonths: optional(retentionMonthsSchema),
  /** Counts every change of the survey itself. */
  revision: number(),
  /** Over how many partitions its answers are spread. */
  buckets: number(),
  createdAt: string(),
})
export type Survey = InferOutput<typeof surveySchema>

/** `W#ws#M#survey`, `V#version`: the questions of an earlier version. */
const versionSchema = object({ version: number(), questions: array(questionSchema) })

/** `W#ws#M#survey`, `QUOTA`: how many answered through its links since the quota was set. */
const quotaSchema = object({ taken: number() })

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
 * The one among all surveys that a cell names by id or title; where none is called so now, the one that was.
 *
 * @throws InputError `surveyUnknown`, `surveyAmbiguous`.
 */
export function namedSurvey(surveys: readonly Survey[], name: string): Survey {
  const called = surveys.filter((survey) => survey.id === name.trim() || textIs(survey.title, name))
  const wereCalled = () => surveys.filter(({ formerTitles }) => formerTitles.some((title) => textIs(title, name)))
  const found = called.length > 0 ? called : wereCalled()
  if (!found[0]) throw new InputError('surveyUnknown', { survey: name })
  if (found[1]) throw new InputError('surveyAmbiguous', { survey: name })
  return found[0]
}

/**
 * All surveys of a workspace, the oldest first. A survey made within the last second may not be listed yet.
 *
 * @param unreadable Is told of each that somebody altered so that it can't be read, and is left out; without it, the first
 *   such is thrown.
 */
export async function allSurveys(table: Table, workspace: WorkspaceKey, unreadable?: () => void): Promise<Survey[]> {
  const surveys: Survey[] = []
  const found = queried(table, {
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :pk',
    ExpressionAttributeValues: { ':pk': workspace.partition('M') },
  })
  for await (const item of found) {
    if (!unreadable || is(surveySchema, item)) surveys.push(parse(surveySchema, item))
    else unreadable()
  }
  return surveys
}

/** The writes that make a survey. @throws InputError `tooMuchText` */
export function newSurveyWrites(workspace: WorkspaceKey, survey: Survey): Write[] {
  refuseTooMuchText(survey)
  const put = { Put: { Item: surveyItem(workspace, survey), ConditionExpression: 'attribute_not_exists(pk)' } }
  return [put, ...(survey.quota ? [newQuotaWrite(workspace, survey)] : [])]
}

/**
 * The writes that change a survey to `after`, refused if it is no longer as `before`.
 *
 * Answers keep the version of the questions that they were given to: where the questions change, those before are kept.
 * A quota counts from when it is set.
 *
 * @throws InputError `tooMuchText`, but not where it is only opened or closed.
 */
export function changedSurveyWrites(workspace: WorkspaceKey, before: Survey, after: Survey): Write[] {
  if (after.status === before.status) refuseTooMuchText(after)
  const writes: Write[] = [
    {
      Put: {
        Item: surveyItem(workspace, after),
        ConditionExpression: 'revision = :before',
        ExpressionAttributeValues: { ':before': before.revision },
      },
    },
  ]
  if (after.version !== before.version) {
    const { version, questions } = before
    writes.push({ Put: { Item: { ...versionKey(workspace, before.id, version), version, questions } } })
  }
  if (after.quota && after.quota !== before.quota) {
    writes.push(newQuotaWrite(workspace, before))
  }
  return writes
}

/** The survey with other questions, as its next version; as it is where they are the same. */
export function withQuestions(survey: Survey, questions: Question[]): Survey {
  if (JSON.stringify(questions) === JSON.stringify(survey.questions)) return survey
  const asked = new Set(questions.map(({ id }) => id))
  const known = knownQuestions(survey)
  const earlier = known.filter(({ id }) => !asked.has(id))
  const former = formerParts(survey.former, known, questions)
  return { ...survey, questions, earlier, former, version: survey.version + 1 }
}

/** So many former titles are known, the latest. */
const MOST_FORMER_TITLES = 50

/** The survey under another title, and the one that it had among its former ones. */
export function withTitle(survey: Survey, title: Survey['title']): Survey {
  const isNow = (other: Survey['title']) => JSON.stringify(other) === JSON.stringify(title)
  if (isNow(survey.title)) return survey
  const formerTitles = [...survey.formerTitles, survey.title].filter((other) => !isNow(other))
  return { ...survey, title, formerTitles: formerTitles.slice(-MOST_FORMER_TITLES) }
}

/** The questions of all versions, each as it was last asked. */
export function knownQuestions({ questions, earlier }: Survey): Question[] {
  return [...questions, ...earlier]
}

/** The questions of one version. @throws InputError `notFound` */
export async function versionQuestions(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  version: number,
): Promise<Question[]> {
  if (version === survey.version) return survey.questions
  const kept = await findItem(table, versionSchema, versionKey(workspace, survey.id, version))
  if (!kept) throw new InputError('notFound', undefined)
  return kept.questions
}

/** Whether it can be answered on a day, as far as can be told without its quota. */
export function isOpenOn({ status, closesOn }: Survey, day: string): boolean {
  return status === 'open' && (!closesOn || day <= closesOn)
}

/**
 * The check that a survey of staff is as it was when it was seen to be open: an answer that came in after its figures
 * were shown would tell who gave it.
 */
export function stillOpenChecks(workspace: WorkspaceKey, { id, kind, revision }: Survey): Write[] {
  if (kind !== 'staff') return []
  return [
    {
      ConditionCheck: {
        Key: surveyKey(workspace, id),
        ConditionExpression: 'revision = :revision',
        ExpressionAttributeValues: { ':revision': revision },
      },
    },
  ]
}

/** The check that a survey still keeps answers for as long as it was seen to. */
export function sameRetentionCheck(workspace: WorkspaceKey, { id, retentionMonths }: Survey): Write {
  return {
    ConditionCheck: {
      Key: surveyKey(workspace, id),
      ...(retentionMonths === undefined
        ? { ConditionExpression: 'attribute_not_exists(retentionMonths)' }
        : {
            ConditionExpression: 'retentionMonths = :months',
            ExpressionAttributeValues: { ':months': retentionMonths },
          }),
    },
  }
}

/** Whether as many have answered through its links as its quota lets. */
export async function isFull(table: Table, workspace: WorkspaceKey, survey: Survey): Promise<boolean> {
  if (!survey.quota) return false
  const kept = await findItem(table, quotaSchema, quotaKey(workspace, survey.id))
  return kept !== undefined && kept.taken >= survey.quota
}

/** The write that takes one place of a survey's quota, refused where none is left; nothing where it has none. */
export function quotaWrites(workspace: WorkspaceKey, survey: Survey): Write[] {
  if (!survey.quota) return []
  return [
    {
      Update: {
        Key: quotaKey(workspace, survey.id),
        UpdateExpression: 'ADD taken :one',
        ConditionExpression: 'taken < :quota',
        ExpressionAttributeValues: { ':one': 1, ':quota': survey.quota },
      },
    },
  ]
}

function surveyItem(workspace: WorkspaceKey, survey: Survey) {
  const gsi1sk = `${survey.createdAt}#${survey.id}`
  return { ...surveyKey(workspace, survey.id), gsi1pk: workspace.partition('M'), gsi1sk, ...survey }
}

function newQuotaWrite(workspace: WorkspaceKey, { id }: Survey): Write {
  return { Put: { Item: { ...quotaKey(workspace, id), taken: 0 } } }
}

function versionKey(workspace: WorkspaceKey, id: string, version: number): ItemKey {
  return { pk: workspace.partition('M', id), sk: `V#${version}` }
}

function quotaKey(workspace: WorkspaceKey, id: string): ItemKey {
  return { pk: workspace.partition('M', id), sk: 'QUOTA' }
}

function surveyKey(workspace: WorkspaceKey, id: string): ItemKey {
  return { pk: workspace.partition('M', id), sk: 'META' }
}
