import { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
import { InputError } from '../../core/input-error.ts'
import type { Answer } from './answer.ts'
import { answerKey, bucketOf, dayWrite, newAnswerWrite, sameAsStored } from './answer.ts'
import { someAtOnce } from './some-at-once.ts'
import type { Survey } from './survey.ts'
import type { ItemKey, Refused, Table } from './table.ts'
import { transact } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

export type Imported = 'accepted' | 'duplicate' | 'conflict'

/** A transaction holds 100 writes: these answers and their day's head. */
const ANSWERS_AT_ONCE = 99
/** Transactions of different days have nothing in common, and each is mostly waiting for DynamoDB. */
const DAYS_AT_ONCE = 4
/** As many as one BatchGetItem takes. */
const READ_AT_ONCE = 100

/**
 * Stores many answers, each exactly once however often they are sent.
 *
 * By bucket and day, some of them at once, up to 99 in a transaction. Those that are there already are found by the refused transaction,
 * left out, and the others are written.
 *
 * @param answers One that an earlier try of the same operation stored counts as accepted.
 * @returns What happened to each, in order.
 */
export async function importAnswers(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  answers: Answer[],
): Promise<Imported[]> {
  const first = new Map([...answers].reverse().map((answer) => [answer.id, answer]))
  const outcomes = new Map<string, Imported>()
  await someAtOnce(byBucketAndDay(survey, [...first.values()]), DAYS_AT_ONCE, async (group) => {
    for (let i = 0; i < group.length; i += ANSWERS_AT_ONCE) {
      await importTogether(table, workspace, survey, group.slice(i, i + ANSWERS_AT_ONCE), outcomes)
    }
  })
  return answers.map((answer) => {
    const kept = first.get(answer.id)!
    const outcome = outcomes.get(answer.id)!
    if (kept === answer || outcome === 'conflict') return outcome
    return kept.digest === answer.digest ? 'duplicate' : 'conflict'
  })
}

/** What is known of an answer: an empty mark is left of one that was deleted. */
export const answerStates = ['stored', 'deleted', 'unknown'] as const
export type AnswerState = (typeof answerStates)[number]

/** Which answers are stored, in order. */
export async function storedStates(
  { db, table }: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  answers: readonly { day: string; id: string }[],
): Promise<AnswerState[]> {
  const found = new Map<string, AnswerState>()
  const keys = answers.map(({ day, id }) => answerKey(workspace, survey, day, id))
  let left: ItemKey[] = [...new Map(keys.map((key) => [key.sk, key])).values()]
  while (left.length > 0) {
    const Keys = left.slice(0, READ_AT_ONCE)
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({
        RequestItems: { [table]: { Keys, ConsistentRead: true, ProjectionExpression: 'sk, deleted' } },
      }),
    )
    for (const { sk, deleted } of Responses?.[table] ?? []) found.set(String(sk), deleted ? 'deleted' : 'stored')
    left = [...((UnprocessedKeys?.[table]?.Keys ?? []) as ItemKey[]), ...left.slice(READ_AT_ONCE)]
  }
  return keys.map(({ sk }) => found.get(sk) ?? 'unknown')
}

/** @param answers Of one bucket and day. */
async function importTogether(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  answers: Answer[],
  outcomes: Map<string, Imported>,
): Promise<void> {
  let left = answers
  while (left.length > 0) {
    const refused = await transact(table, [
      ...left.map((answer) => newAnswerWrite(workspace, survey, answer)),
      dayWrite(workspace, survey, left, left.length),
    ])
    const taken = left.map((answer, i) => (refused ? outcomeOf(answer, refused[i]) : 'accepted'))
    left.forEach((answer, i) => {
      if (taken[i]) outcomes.set(answer.id, taken[i])
    })
    if (refused && !taken.some(Boolean)) throw new InputError('stale', undefined)
    left = left.filter((_, i) => !taken[i])
  }
}

/** What became of an answer in a refused transaction; undefined if it was not the reason. */
function outcomeOf(answer: Answer, reason: Refused | undefined): Imported | undefined {
  if (!reason?.Item) return undefined
  if (sameAsStored(reason.Item, answer) === 'conflict') return 'conflict'
  return reason.Item.operation?.S === answer.operation ? 'accepted' : 'duplicate'
}

function byBucketAndDay(survey: Survey, answers: Answer[]): Answer[][] {
  const groups = new Map<string, Answer[]>()
  for (const answer of answers) {
    const key = `${bucketOf(survey, answer.id)}#${answer.day}`
    const group = groups.get(key)
    if (group) group.push(answer)
    else groups.set(key, [answer])
  }
  return [...groups.values()]
}
