import { hash } from 'node:crypto'
import type { InferOutput } from 'valibot'
import { array, boolean, number, object, optional, record, string, union } from 'valibot'
import { digestOf } from '../secrets.ts'
import { anonymousAnswer } from './anonymous-answer.ts'
import { customerHistory } from './customer-history.ts'
import { dayHeadSchema, dayHeadWrite, rowStamp } from './day-head.ts'
import { followUpWrites, noFollowUpWrite } from './follow-up.ts'
import { refuseTooMuchText } from './item-size.ts'
import { type Survey, stillOpenChecks } from './survey.ts'
import type { ItemKey, Refused, Table, Write } from './table.ts'
import { findItem, itemsIn, prefixed, transact } from './table.ts'
import type { Partition, WorkspaceKey } from './workspace-key.ts'

/**
 * `W#ws#S#survey#bucket`, `R#day#id`: one person's answers, kept once. `tier`, `owner` and `segment` are the customer's
 * as they were then. Deleted answers stay as an empty mark, so that a second import cannot bring them back.
 */
export const answerSchema = object({
  day: string(),
  id: string(),
  revision: number(),
  answers: record(string(), union([number(), string(), array(string())])),
  customerId: optional(string()),
  tier: optional(string()),
  owner: optional(string()),
  segment: optional(string()),
  /** The customer's as they are now, brought up to date when the customer changes. */
  tierNow: optional(string()),
  ownerNow: optional(string()),
  channel: string(),
  answeredAt: string(),
  /** The version of the questions that it answers. */
  version: optional(number(), 1),
  /** When its customer was given a link of their own, and what they were then. */
  invited: optional(
    object({ day: string(), tier: optional(string()), owner: optional(string()), segment: optional(string()) }),
  ),
  /** Of what was first sent. */
  digest: string(),
  /** The import that brought it. */
  operation: optional(string()),
  deleted: optional(boolean(), false),
})
export type Answer = InferOutput<typeof answerSchema>

/** How many answers of a day lie in a bucket, deleted ones left out. */
export type AnsweredDay = { bucket: number; day: string; n: number }

/** An answer as a refused write found it. */
type StoredRaw = NonNullable<Refused['Item']>

/** What somebody sent, before it is looked up and stored; what it says of its customer as they were then holds. */
export type SentAnswer = Pick<Answer, 'day' | 'id' | 'answers' | 'channel' | 'answeredAt'> &
  Partial<Pick<Answer, 'customerId' | 'version' | 'invited' | 'tier' | 'owner' | 'segment'>>

/** The digest by which a repeat, whenever it is sent, is told from another answer. */
export function answerDigest({ day, id, answers, channel, customerId, tier, owner, segment }: SentAnswer): string {
  const own = [tier, owner, segment].some(Boolean) ? [[tier ?? null, owner ?? null, segment ?? null]] : []
  return digestOf([day, id, answers, channel, customerId ?? null, ...own])
}

/** How clients name an answer: `2026-03-31.id`. */
export function answerIdOf({ day, id }: Pick<Answer, 'day' | 'id'>): string {
  return `${day}.${id}`
}

/** The answer, unless it was deleted. */
export async function findAnswer(table: Table, workspace: WorkspaceKey, survey: Survey, day: string, id: string) {
  const answer = await findItem(table, answerSchema, answerKey(workspace, survey, day, id))
  return answer?.deleted ? undefined : answer
}

/**
 * Stores a new answer and tells its day, in one transaction, with what follows it up where a rule says so. That of staff is
 * kept without a trace of who gave it.
 *
 * @param together Other writes to happen with it.
 * @returns `duplicate` where the same was stored before, `conflict` where another one was, `stale` where one of the
 *   other writes was in the way.
 */
export async function saveNewAnswer(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  answer: Answer,
  together: Write[] = [],
): Promise<'accepted' | 'duplicate' | 'conflict' | 'stale'> {
  const kept = survey.kind === 'staff' ? anonymousAnswer(survey, answer) : answer
  const refused = await transact(table, [
    newAnswerWrite(workspace, survey, kept),
    dayWrite(workspace, survey, [kept], 1),
    ...followUpWrites(workspace, survey, kept),
    ...stillOpenChecks(workspace, survey),
    ...together,
  ])
  if (!refused) return 'accepted'
  const there = refused[0]?.Item
  return there ? sameAsStored(there, answer) : 'stale'
}

/** How an answer compares with what is stored under its key; of one that was deleted nothing is left to compare. */
export function sameAsStored({ digest, deleted }: StoredRaw, answer: Answer): 'duplicate' | 'conflict' {
  return deleted?.BOOL || digest?.S === answer.digest ? 'duplicate' : 'conflict'
}

/** The write that stores an answer unless there is one under its key, which is then given back. */
export function newAnswerWrite(workspace: WorkspaceKey, survey: Survey, answer: Answer): Write {
  return {
    Put: {
      Item: newAnswerItem(workspace, survey, answer),
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  }
}

/** The writes that replace what was answered, at the answer's revision, and tell its day. @throws InputError `tooMuchText` */
export function editedAnswerWrites(workspace: WorkspaceKey, survey: Survey, before: Answer, after: Answer): Write[] {
  refuseTooMuchText(after.answers)
  const { day, id, revision } = before
  const update: Write = {
    Update: {
      Key: answerKey(workspace, survey, day, id),
      UpdateExpression: 'SET answers = :answers, version = :version, revision = :after ADD stamp :stamp',
      ConditionExpression: 'revision = :before AND deleted = :no',
      ExpressionAttributeValues: {
        ':answers': after.answers,
        ':version': after.version,
        ':after': revision + 1,
        ':before': revision,
        ':no': false,
        ':stamp': rowStamp(id),
      },
    },
  }
  return [update, dayWrite(workspace, survey, [before], 0), ...followUpWrites(workspace, survey, after)]
}

/** The writes that take an answer out for good, at its revision, and tell its day. */
export function deletedAnswerWrites(workspace: WorkspaceKey, survey: Survey, before: Answer): Write[] {
  const update = erasingWrite(workspace, survey, before, 'revision = :revision AND deleted = :no', {
    ':revision': before.revision,
    ':no': false,
  })
  return [update, dayWrite(workspace, survey, [before], -1), noFollowUpWrite(workspace, survey.id, before)]
}

/** The write that erases an answer at whatever revision; refused where it is erased. Its day is not told. */
export function erasedAnswerWrite(workspace: WorkspaceKey, survey: Survey, answer: Answer): Write {
  return erasingWrite(workspace, survey, answer, 'deleted = :no', { ':no': false })
}

/**
 * The write by which an answer takes on what its customer is now; refused where it is deleted. Its day is not told.
 *
 * @param customer undefined where it is not in the customer file.
 */
export function followedAnswerWrite(
  workspace: WorkspaceKey,
  survey: Survey,
  { day, id }: Answer,
  customer: { tier?: string | undefined; owner?: string | undefined } | undefined,
): Write {
  return {
    Update: {
      Key: answerKey(workspace, survey, day, id),
      UpdateExpression: 'SET tierNow = :tier, ownerNow = :owner ADD stamp :stamp',
      ConditionExpression: 'attribute_exists(customerId)',
      ExpressionAttributeValues: {
        ':tier': customer?.tier ?? '',
        ':owner': customer?.owner ?? '',
        ':stamp': rowStamp(id),
      },
    },
  }
}

/** What stays of a deleted answer: a mark under its key, so that a second import does not bring it back. */
const MARK = ['day', 'id', 'channel', 'version', 'operation', 'revision', 'answers', 'answeredAt', 'digest', 'deleted']
const ERASED = [...Object.keys(answerSchema.entries).filter((name) => !MARK.includes(name)), 'gsi1pk', 'gsi1sk']

function erasingWrite(
  workspace: WorkspaceKey,
  survey: Survey,
  { day, id }: Answer,
  ConditionExpression: string,
  values: Record<string, unknown>,
): Write {
  return {
    Update: {
      Key: answerKey(workspace, survey, day, id),
      UpdateExpression: `SET answers = :none, answeredAt = :day, digest = :blank, deleted = :yes
        REMOVE ${ERASED.map((name) => `#${name}`).join(', ')} ADD revision :one, stamp :stamp`,
      ConditionExpression,
      ExpressionAttributeNames: Object.fromEntries(ERASED.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: {
        ...values,
        ...{ ':none': {}, ':day': day, ':blank': '', ':yes': true, ':one': 1, ':stamp': rowStamp(id) },
      },
    },
  }
}

/**
 * The write by which a day's head in one bucket tells that answers are written with it: figures are seen to be stale.
 *
 * @param answers Of one bucket and day, at least one.
 * @param added How many more there are.
 */
export function dayWrite(
  workspace: WorkspaceKey,
  survey: Survey,
  answers: { day: string; id: string }[],
  added: number,
): Write {
  const { day, id } = answers[0]!
  const pk = answersPartition(workspace, survey, bucketOf(survey, id))
  const ids = answers.map((answer) => answer.id)
  return dayHeadWrite(pk, day, ids, added)
}

/** The days that a survey has answers of, through all channels, with how many in each bucket, read from their heads. */
export async function answeredDays(table: Table, workspace: WorkspaceKey, survey: Survey): Promise<AnsweredDay[]> {
  const buckets = [...Array(survey.buckets).keys()].map(async (bucket) => {
    const days: AnsweredDay[] = []
    const heads = prefixed(answersPartition(workspace, survey, bucket), 'H#')
    for await (const { sk, n } of itemsIn(table, dayHeadSchema, heads)) {
      if (n > 0) days.push({ bucket, day: sk.slice('H#'.length), n })
    }
    return days
  })
  return (await Promise.all(buckets)).flat()
}

/** How many answers a survey has, through all channels. */
export async function storedAnswers(table: Table, workspace: WorkspaceKey, survey: Survey): Promise<number> {
  return (await answeredDays(table, workspace, survey)).reduce((sum, { n }) => sum + n, 0)
}

/** The bucket that an answer's id falls into, 0 to `survey.buckets - 1`. */
export function bucketOf(survey: Survey, id: string): number {
  if (survey.buckets === 1) return 0
  return Number.parseInt(hash('sha256', id, 'hex').slice(0, 8), 16) % survey.buckets
}

/** Where a bucket's answers and day heads are. */
export function answersPartition(workspace: WorkspaceKey, survey: Survey, bucket: number): Partition {
  return workspace.partition('S', survey.id, bucket)
}

/** With its place in the first index, by customer and day, where it names one. */
function newAnswerItem(workspace: WorkspaceKey, survey: Survey, answer: Answer) {
  const { customerId, day, id } = answer
  const { pk, sk } = answerKey(workspace, survey, day, id)
  const isIndexed = customerId !== undefined
  const gsi1pk = isIndexed ? customerHistory(workspace, customerId) : undefined
  const gsi1sk = isIndexed ? `${day}#${survey.id}#${id}` : undefined
  // The answer last: a literal that is copied into first and grows afterwards takes a hundred times as long.
  return { pk, sk, gsi1pk, gsi1sk, stamp: rowStamp(id), ...answer }
}

/** Where an answer is. */
export function answerKey(workspace: WorkspaceKey, survey: Survey, day: string, id: string): ItemKey {
  return { pk: answersPartition(workspace, survey, bucketOf(survey, id)), sk: `R#${day}#${id}` }
}
