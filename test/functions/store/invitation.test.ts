import { beforeAll, describe, expect, test } from 'vitest'
import { dayHeadWrite, rowStamp } from '../../../functions/store/day-head.ts'
import { dayTallies } from '../../../functions/store/figures.ts'
import {
  forgetInvitations,
  type InvitationCut,
  invitationDays,
  saveNewLinks,
  storedInvitations,
} from '../../../functions/store/invitation.ts'
import { customerLinks, findLinks, holderKey, type OwnLink } from '../../../functions/store/link.ts'
import { transact, type Write } from '../../../functions/store/table.ts'
import { bareTable } from '../bare-table.ts'
import { itemAt, surveyOf, workspace } from './answers.ts'
import { cancelled, watched } from './watched.ts'

let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

const linkOf = (day: string, customerId: string, invited: Partial<OwnLink['own']['invited']> = {}): OwnLink => ({
  kind: 'survey',
  surveyId: 'survey',
  createdAt: `${day}T08:00:00.000Z`,
  own: { customerId, invited: { day, ...invited }, operation: 'op' },
})
/** So many links of one day, under hashes of their own. */
const linksOf = (name: string, day: string, count: number) =>
  new Map(Array.from({ length: count }, (_, n) => [`${name}-${n}`, linkOf(day, `${name} ${n}`)]))
const span = (from: string, to: string) => ({ from, to })
const ALL = span('2026-01-01', '2026-12-31')
const head = async (survey: string, day: string) => {
  const { n, version, stamp } = (await itemAt(table, `W#ws#I#${survey}`, `H#${day}`)) ?? {}
  return { n, version, stamp: Number(stamp) }
}
const sizes = (asked: Record<string, unknown>[]) =>
  asked.flatMap(({ TransactItems }) => (TransactItems ? (TransactItems as Write[]).length : []))

describe("customers' own links", () => {
  test('are stored with their invitations, 33 at once, each under its customer', async () => {
    const survey = surveyOf({ id: 'stored' })
    const looked = watched(table)
    const links = linksOf('stored', '2026-03-10', 40)
    const stored = await saveNewLinks(looked, workspace, survey, links)
    expect([[...stored], sizes(looked.asked)]).toEqual([[...links.keys()], [100, 22]])
    expect(await findLinks(table, workspace, [...links.keys()])).toEqual(links)
    expect(await customerLinks(table, workspace, 'stored 7')).toEqual([links.get('stored-7')])
    expect(await storedInvitations(table, workspace, survey, ALL)).toBe(40)
    expect(await head('stored', '2026-03-10')).toMatchObject({ n: 40, version: 2 })
  })
  test('are stored once: those that are there already are left out, and not counted again', async () => {
    const survey = surveyOf({ id: 'twice' })
    const links = linksOf('twice', '2026-03-10', 5)
    const some = new Map([...links].filter(([hash]) => hash === 'twice-1' || hash === 'twice-3'))
    expect([...(await saveNewLinks(table, workspace, survey, some))]).toEqual(['twice-1', 'twice-3'])
    expect([...(await saveNewLinks(table, workspace, survey, links))]).toEqual(['twice-0', 'twice-2', 'twice-4'])
    expect([...(await saveNewLinks(table, workspace, survey, links))]).toEqual([])
    expect([...(await saveNewLinks(table, workspace, survey, new Map()))]).toEqual([])
    expect(await storedInvitations(table, workspace, survey, ALL)).toBe(5)
    expect(await head('twice', '2026-03-10')).toMatchObject({ n: 5, version: 2 })
  })
  test('of somebody who was erased are another invitation when they are asked again', async () => {
    const survey = surveyOf({ id: 'again' })
    await saveNewLinks(table, workspace, survey, new Map([['again', linkOf('2026-03-10', 'cy')]]))
    await transact(table, [{ Delete: { Key: holderKey(workspace, 'again') } }])
    const later = { ...linkOf('2026-03-10', 'cy'), createdAt: '2026-03-10T09:00:00.000Z' }
    expect((await saveNewLinks(table, workspace, survey, new Map([['again', later]]))).size).toBe(1)
    expect(await storedInvitations(table, workspace, survey, ALL)).toBe(2)
  })
  test('are refused as stale where another condition did not hold', async () => {
    const failing = watched(table, () => {
      throw cancelled('None', 'ConditionalCheckFailed')
    })
    const saved = saveNewLinks(failing, workspace, surveyOf(), linksOf('stale', '2026-03-10', 1))
    await expect(saved).rejects.toMatchObject({ code: 'stale' })
  })
})

describe('invitations', () => {
  const survey = surveyOf({ id: 'counted' })
  beforeAll(async () => {
    const groups = { tier: 'A', owner: 'Ada', segment: 'retail' }
    const days: [string, OwnLink][][] = [
      [['c1', linkOf('2026-03-09', '1', groups)]],
      [
        ['c2', linkOf('2026-03-10', '2', groups)],
        ['c3', linkOf('2026-03-10', '3', { tier: 'B' })],
        ['c4', linkOf('2026-03-10', '4')],
      ],
      [['c5', linkOf('2026-03-11', '5')]],
    ]
    for (const links of days) await saveNewLinks(table, workspace, survey, new Map(links))
  })

  test('are counted one by one from a day to another, both included', async () => {
    const count = (from: string, to: string) => storedInvitations(table, workspace, survey, span(from, to))
    expect(await count('2026-03-09', '2026-03-11')).toBe(5)
    expect([await count('2026-03-10', '2026-03-10'), await count('2026-03-12', '2026-03-12')]).toEqual([3, 0])
    expect(await count('2026-03-08', '2026-03-09')).toBe(1)
  })
  test.each<[InvitationCut, Record<string, number>]>([
    ['all', { '': 3 }],
    ['tier', { A: 1, B: 1, '': 1 }],
    ['owner', { Ada: 1, '': 2 }],
    ['segment', { retail: 1, '': 2 }],
  ])('are counted by %s as their customers were when they got the link', async (cut, groups) => {
    const timed = { ...table, now: () => new Date() }
    for (let time = 0; time < 2; time++) {
      const { days } = await dayTallies(timed, invitationDays(workspace, survey, cut), span('2026-03-10', '2026-03-10'))
      expect(Object.fromEntries(days.map(({ value, n }) => [value, n]))).toEqual(groups)
      expect(days.map(({ questions }) => questions)).toEqual(days.map(() => ({})))
    }
  })
})

describe('invitations of before a day', () => {
  const check: Write = {
    ConditionCheck: { Key: { pk: 'W#ws', sk: 'CHECK' }, ConditionExpression: 'attribute_not_exists(pk)' },
  }
  /** A survey with so many invitations on each of these days. */
  async function surveyWith(id: string, days: Record<string, number>) {
    const survey = surveyOf({ id })
    const pk = workspace.partition('I', id)
    for (const [day, count] of Object.entries(days)) {
      const ids = Array.from({ length: count }, (_, n) => `${n}`)
      const rows = ids.map((id) => ({ pk, sk: `R#${day}#${id}`, invited: { day }, stamp: rowStamp(id) }))
      await transact(table, [...rows.map((Item) => ({ Put: { Item } })), dayHeadWrite(pk, day, ids, count)])
    }
    return survey
  }
  const forget = (
    survey: ReturnType<typeof surveyOf>,
    before: string,
    isOver = () => false,
    by = table as never,
    unless = check,
  ) => forgetInvitations(by, workspace, survey, { before, isOver, unless })

  test('go, 98 at once, with what their heads tell; those of the day itself stay', async () => {
    const survey = await surveyWith('old', { '2026-03-08': 99, '2026-03-09': 1, '2026-03-10': 2 })
    const looked = watched(table)
    expect(await forget(survey, '2026-03-10', undefined, looked as never)).toBe(true)
    expect(sizes(looked.asked)).toEqual([100, 3, 3])
    expect(await storedInvitations(table, workspace, survey, ALL)).toBe(2)
    expect(await head('old', '2026-03-08')).toEqual({ n: 0, version: 3, stamp: 0 })
    expect(await head('old', '2026-03-10')).toMatchObject({ n: 2, version: 1 })
    // Days that are empty are not looked at again.
    const again = watched(table)
    expect(await forget(survey, '2026-03-10', undefined, again as never)).toBe(true)
    expect(again.asked).toHaveLength(1)
  })
  test('go all where a transaction is just full', async () => {
    const survey = await surveyWith('full', { '2026-03-08': 98 })
    const looked = watched(table)
    expect(await forget(survey, '2026-03-10', undefined, looked as never)).toBe(true)
    expect(sizes(looked.asked)).toEqual([100])
  })
  test('are left where the time is over, asked before each transaction', async () => {
    const survey = await surveyWith('over', { '2026-03-08': 99 })
    let asked = 0
    const left = async (times: number) => {
      asked = 0
      expect(await forget(survey, '2026-03-10', () => ++asked > times)).toBe(false)
      return storedInvitations(table, workspace, survey, ALL)
    }
    expect([await left(0), asked]).toEqual([99, 1])
    expect([await left(1), asked]).toEqual([1, 2])
  })
  test('are left where the check does not hold', async () => {
    const survey = await surveyWith('unless', { '2026-03-08': 1 })
    const unless = { ConditionCheck: { ...check.ConditionCheck!, ConditionExpression: 'attribute_exists(pk)' } }
    expect(await forget(survey, '2026-03-10', undefined, undefined, unless)).toBe(false)
    expect(await storedInvitations(table, workspace, survey, ALL)).toBe(1)
  })
  test('are taken off their head once, of two who forget them at a time', async () => {
    const survey = await surveyWith('both', { '2026-03-08': 2 })
    const other = watched(table, async ({ TransactItems }) => {
      if (TransactItems) await forget(survey, '2026-03-10')
    })
    expect(await forget(survey, '2026-03-10', undefined, other as never)).toBe(false)
    expect(await head('both', '2026-03-08')).toEqual({ n: 0, version: 2, stamp: 0 })
  })
})
