import type { InferOutput } from 'valibot'
import { object, parse, string } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { countAnswers } from '../../core/survey/tally.ts'
import { digestOf } from '../secrets.ts'
import { dayHeadSchema, dayHeadWrite, rowStamp, stampSchema } from './day-head.ts'
import { type DaySource, tallyOf } from './figures.ts'
import { invitedSchema, newLinkWrite, type OwnLink, ownLinkPlace } from './link.ts'
import type { Survey } from './survey.ts'
import type { Table, Write } from './table.ts'
import { itemsIn, prefixed, transact, WRITES_AT_ONCE } from './table.ts'
import type { Partition, WorkspaceKey } from './workspace-key.ts'

/**
 * `W#ws#I#survey`, `R#day#hash`, with heads `H#day`: that somebody was given a link of their own, and what they were
 * then. Names nobody: the hash is of the link's secret and when it was made, since who was erased may be asked again.
 */
const invitationSchema = object({ invited: invitedSchema })
const rowSchema = object({ sk: string(), ...stampSchema.entries })
type Row = InferOutput<typeof rowSchema>

/** What invitations are cut by: what their customers were when they got the link; `all` is one group. */
export type InvitationCut = 'all' | 'tier' | 'owner' | 'segment'

/** A transaction holds 100 writes: each link comes with its invitation, all with their day's head. */
const LINKS_AT_ONCE = 33
const FORGOTTEN_AT_ONCE = WRITES_AT_ONCE - 2

/** A survey's invitations by day and a cut. */
export function invitationDays(workspace: WorkspaceKey, survey: Survey, cut: InvitationCut): DaySource {
  return {
    cut,
    partitions: [
      { rows: invitationsPartition(workspace, survey), figures: workspace.partition('G', survey.id, 'invited') },
    ],
    count(groups, row) {
      const { invited } = parse(invitationSchema, row)
      countAnswers(tallyOf(groups, cut === 'all' ? '' : (invited[cut] ?? '')), {}, () => false)
    },
  }
}

/** How many links of customers' own were made from one day to another, both included, counted one by one. */
export async function storedInvitations(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  { from, to }: { from: string; to: string },
): Promise<number> {
  let count = 0
  const span = { pk: invitationsPartition(workspace, survey), from: `R#${from}`, to: `R#${to}#\uffff` }
  for await (const _ of itemsIn(table, invitationSchema, span)) count++
  return count
}

/**
 * Stores customers' own links with their invitations, each exactly once however often it is asked, up to 33 in a
 * transaction. One that is there already is found by the refused transaction and left out.
 *
 * @param links By the hash of their secret, all of one survey and made on one day.
 * @returns The hashes of those that were stored now.
 */
export async function saveNewLinks(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  links: ReadonlyMap<string, OwnLink>,
): Promise<Set<string>> {
  const stored = new Set<string>()
  const all = [...links]
  for (let i = 0; i < all.length; i += LINKS_AT_ONCE) {
    let left = all.slice(i, i + LINKS_AT_ONCE)
    while (left.length > 0) {
      const refused = await transact(table, writesOf(workspace, survey, left))
      if (!refused) for (const [hash] of left) stored.add(hash)
      const others = refused ? left.filter((_, place) => refused[place]?.Code !== 'ConditionalCheckFailed') : []
      if (refused && others.length === left.length) throw new InputError('stale', undefined)
      left = others
    }
  }
  return stored
}

/**
 * Deletes the invitations of the days before one, so that a response rate is of days whose answers are all there.
 *
 * @param isOver Asked before each transaction.
 * @param unless A check that is made in each.
 * @returns Whether all are gone; else the rest is left.
 */
export async function forgetInvitations(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  { before, isOver, unless }: { before: string; isOver: () => boolean; unless: Write },
): Promise<boolean> {
  const pk = invitationsPartition(workspace, survey)
  for await (const { sk, n } of itemsIn(table, dayHeadSchema, { pk, from: 'H#', to: `H#${before}` })) {
    const day = sk.slice('H#'.length)
    if (n === 0 || day === before) continue
    let page: Row[] = []
    const write = async () => page.length === 0 || (!isOver() && forgotten(table, pk, day, page, unless))
    for await (const row of itemsIn(table, rowSchema, prefixed(pk, `R#${day}#`))) {
      page.push(row)
      if (page.length < FORGOTTEN_AT_ONCE) continue
      if (!(await write())) return false
      page = []
    }
    if (!(await write())) return false
  }
  return true
}

async function forgotten(table: Table, pk: Partition, day: string, rows: Row[], unless: Write): Promise<boolean> {
  const head: Write = {
    Update: {
      Key: { pk, sk: `H#${day}` },
      UpdateExpression: 'ADD n :added, version :one, stamp :stamp',
      ExpressionAttributeValues: {
        ':added': -rows.length,
        ':one': 1,
        ':stamp': -rows.reduce((sum, { stamp }) => sum + stamp, 0),
      },
    },
  }
  const gone = rows.map(({ sk }) => ({ Delete: { Key: { pk, sk }, ConditionExpression: 'attribute_exists(pk)' } }))
  return !(await transact(table, [...gone, head, unless]))
}

/** The links first, so that a refusal's reasons are told by place; then their invitations and the day's head. */
function writesOf(workspace: WorkspaceKey, survey: Survey, links: [hash: string, link: OwnLink][]): Write[] {
  const pk = invitationsPartition(workspace, survey)
  const { day } = links[0]![1].own.invited
  const ids = links.map(([hash, { createdAt }]) => digestOf([hash, createdAt]))
  return [
    ...links.map(([hash, link]) => newLinkWrite(workspace, hash, link)),
    ...links.map(([, { own }], i) => {
      const id = ids[i]!
      return { Put: { Item: { pk, sk: `R#${day}#${id}`, invited: own.invited, stamp: rowStamp(id) } } }
    }),
    ...links.map(([hash, { own }]) => ({ Put: { Item: ownLinkPlace(workspace, own.customerId, hash) } })),
    dayHeadWrite(pk, day, ids, links.length),
  ]
}

function invitationsPartition(workspace: WorkspaceKey, survey: Survey): Partition {
  return workspace.partition('I', survey.id)
}
