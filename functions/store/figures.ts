import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { InferOutput } from 'valibot'
import { array, number, object, record, string } from 'valibot'
import type { Tally } from '../../core/survey/tally.ts'
import { countAnswers, emptyTally } from '../../core/survey/tally.ts'
import { answerSchema, answersPartition } from './answer.ts'
import type { Survey } from './survey.ts'
import type { ItemKey, Table } from './table.ts'
import { itemsIn, prefixed } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** What answers are cut by, as they were when given; `all` is one group. */
export type Cut = 'all' | 'tier' | 'owner' | 'segment' | 'channel'

/** The answers of one day that share a value of the cut, counted. The value of unknown ones is ''. */
export type DayTally = Tally & { day: string; value: string }

/** `W#ws#S#survey#bucket`, `H#day`: bumped with every write of the day. */
const headSchema = object({ sk: string(), n: number(), version: number() })

/** `W#ws#G#survey#bucket`, `cut#day`: the day recounted, and the version of its head that it was counted from. */
const figuresSchema = object({
  sk: string(),
  version: number(),
  groups: array(object({ value: string(), n: number(), questions: record(string(), record(string(), number())) })),
})
type Groups = InferOutput<typeof figuresSchema>['groups']

type Span = { from: string; to: string }

/** Days recounted at once; each is one query. */
const RECOUNTS_AT_ONCE = 8

/**
 * The answers of a span of days by one cut, counted exactly as of now.
 *
 * Days whose figures were counted from the version that their head has are taken as they are, the others are counted
 * again and kept for next time.
 */
export async function dayTallies(table: Table, workspace: WorkspaceKey, survey: Survey, cut: Cut, span: Span) {
  const buckets = [...Array(survey.buckets).keys()]
  const tallies = await Promise.all(buckets.map((bucket) => bucketTallies(table, workspace, survey, bucket, cut, span)))
  return tallies.flat()
}

async function bucketTallies(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  bucket: number,
  cut: Cut,
  { from, to }: Span,
): Promise<DayTally[]> {
  const [versions, kept] = await Promise.all([
    headVersions(table, workspace, survey, bucket, { from, to }),
    keptFigures(table, workspace, survey, bucket, cut, { from, to }),
  ])
  const tallies: DayTally[] = []
  const stale: [string, number][] = []
  for (const [day, version] of versions) {
    const figures = kept.get(day)
    if (figures?.version === version) tallies.push(...figures.groups.map((group) => ({ day, ...group })))
    else stale.push([day, version])
  }
  for (let i = 0; i < stale.length; i += RECOUNTS_AT_ONCE) {
    const recounted = stale.slice(i, i + RECOUNTS_AT_ONCE).map(async ([day, version]) => {
      const groups = await countedDay(table, workspace, survey, bucket, cut, day)
      await keepFigures(table, figuresKey(workspace, survey, bucket, cut, day), groups, version)
      return groups.map((group) => ({ day, ...group }))
    })
    tallies.push(...(await Promise.all(recounted)).flat())
  }
  return tallies
}

/** One day's answers by value of the cut, counted from the answers themselves. */
async function countedDay(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  bucket: number,
  cut: Cut,
  day: string,
): Promise<Groups> {
  const texts = new Set(survey.questions.filter(({ type }) => type === 'text').map(({ id }) => id))
  const groups = new Map<string, Tally>()
  const answers = itemsIn(table, answerSchema, prefixed(answersPartition(workspace, survey, bucket), `R#${day}#`))
  for await (const answer of answers) {
    if (answer.deleted) continue
    const value = (cut === 'all' ? undefined : answer[cut]) ?? ''
    const tally = groups.get(value) ?? emptyTally()
    groups.set(value, tally)
    countAnswers(tally, answer.answers, (question) => texts.has(question))
  }
  return [...groups].map(([value, tally]) => ({ value, ...tally }))
}

/**
 * Overwrites a day's figures, unless they were counted from a later version meanwhile.
 *
 * @param version Of the head as read before the answers were: whatever came between makes them stale, never wrong.
 */
async function keepFigures({ db, table }: Table, key: ItemKey, groups: Groups, version: number): Promise<void> {
  const put = new PutCommand({
    TableName: table,
    Item: { ...key, version, groups },
    ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
    ExpressionAttributeValues: { ':version': version },
  })
  await db.send(put).catch((error: { name?: string }) => {
    if (error.name !== 'ConditionalCheckFailedException') throw error
  })
}

async function headVersions(table: Table, workspace: WorkspaceKey, survey: Survey, bucket: number, { from, to }: Span) {
  const pk = answersPartition(workspace, survey, bucket)
  const versions = new Map<string, number>()
  for await (const head of itemsIn(table, headSchema, { pk, from: `H#${from}`, to: `H#${to}` })) {
    versions.set(head.sk.slice('H#'.length), head.version)
  }
  return versions
}

async function keptFigures(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  bucket: number,
  cut: Cut,
  { from, to }: Span,
) {
  const { pk, sk } = figuresKey(workspace, survey, bucket, cut, from)
  const kept = new Map<string, InferOutput<typeof figuresSchema>>()
  for await (const figures of itemsIn(table, figuresSchema, { pk, from: sk, to: `${cut}#${to}` })) {
    kept.set(figures.sk.slice(cut.length + 1), figures)
  }
  return kept
}

function figuresKey(workspace: WorkspaceKey, survey: Survey, bucket: number, cut: Cut, day: string): ItemKey {
  return { pk: workspace.partition('G', survey.id, bucket), sk: `${cut}#${day}` }
}
