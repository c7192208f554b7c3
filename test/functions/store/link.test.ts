import { parse } from 'valibot'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  customerLinks,
  findLinks,
  forgetLinks,
  type Link,
  linkSchema,
  linkWrite,
  newLinkWrite,
  noLinkOfWrites,
  type OwnLink,
  ownLinkPlace,
  usedLinkWrite,
} from '../../../functions/store/link.ts'
import { transact, type Write } from '../../../functions/store/table.ts'
import { bareTable } from '../bare-table.ts'
import { answerOf, itemAt, workspace } from './answers.ts'
import { answering } from './watched.ts'

let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

const open: Link = { kind: 'survey', surveyId: 'survey', createdAt: '2026-03-01T08:00:00.000Z' }
const answer = { day: '2026-03-10', id: 'one', digest: 'sent' }
const ownOf = (customerId: string): OwnLink => ({
  ...open,
  own: {
    ...{ customerId, language: 'en', expiresOn: '2026-04-01', operation: 'op' },
    invited: { day: '2026-03-01', tier: 'A', owner: 'Li', segment: 'Key' },
  },
})
/** Stores links of a customer's own, where they are found by the customer, too. */
async function give(customerId: string, ...hashes: string[]): Promise<OwnLink> {
  const link = ownOf(customerId)
  for (const hash of hashes)
    await transact(table, [
      newLinkWrite(workspace, hash, link),
      { Put: { Item: ownLinkPlace(workspace, customerId, hash) } },
    ])
  return link
}
const linkAt = async (hash: string) => (await findLinks(table, workspace, [hash])).get(hash)
const write = (...writes: Write[]) => transact(table, writes)

describe('links', () => {
  test('lie under the hash of their secret', async () => {
    await write(linkWrite(workspace, 'open', open))
    expect(await itemAt(table, 'W#ws', 'K#open')).toEqual({ pk: 'W#ws', sk: 'K#open', ...open })
    const own = await give('C1', 'first')
    expect(await findLinks(table, workspace, ['open', 'none', 'first'])).toEqual(
      new Map([
        ['open', open],
        ['first', own],
      ]),
    )
    expect(await findLinks(table, workspace, [])).toEqual(new Map())
  })
  test("of a survey take another's place, of customers they do not", async () => {
    await write(linkWrite(workspace, 'again', open))
    expect(await write(linkWrite(workspace, 'again', { ...open, surveyId: 'other' }))).toBeUndefined()
    expect((await linkAt('again'))?.surveyId).toBe('other')
    expect(await write(newLinkWrite(workspace, 'again', ownOf('C1')))).toBeDefined()
  })
  test('are used for one answer', async () => {
    await give('C2', 'used')
    expect(await write(usedLinkWrite(workspace, 'used', answer))).toBeUndefined()
    expect(await linkAt('used')).toEqual({ ...ownOf('C2'), answer })
    expect(await write(usedLinkWrite(workspace, 'used', { ...answer, id: 'two' }))).toBeDefined()
    expect(await write(usedLinkWrite(workspace, 'never made', answer))).toBeDefined()
    expect((await linkAt('used'))?.answer).toEqual(answer)
  })
  test('of another kind are none', () => {
    expect(() => parse(linkSchema, { ...open, kind: 'feedback' })).toThrow()
    for (const wrong of [{ own: {} }, { answer: {} }]) expect(() => parse(linkSchema, { ...open, ...wrong })).toThrow()
  })
})

describe("a customer's own links", () => {
  test('are theirs alone, and no open one', async () => {
    const link = await give('C3', 'c3-a', 'c3-b')
    await give('C4', 'c4')
    await write(linkWrite(workspace, 'c3-open', open), { Put: { Item: ownLinkPlace(workspace, 'C3', 'c3-open') } })
    await table.put({ ...ownLinkPlace(workspace, 'C3', ''), sk: 'Q#c4' })
    expect(await customerLinks(table, workspace, 'C3')).toEqual([link, link])
    expect(await customerLinks(table, workspace, 'C5')).toEqual([])
  })
  test('are forgotten all, while what has to hold does', async () => {
    await give('C6', 'c6-a', 'c6-b')
    await table.put({ pk: 'W#ws', sk: 'there' })
    const check = (sk: string) => ({
      ConditionCheck: { Key: { pk: 'W#ws', sk }, ConditionExpression: 'attribute_exists(pk)' },
    })
    await forgetLinks(table, workspace, 'C6', check('gone'))
    expect(await customerLinks(table, workspace, 'C6')).toHaveLength(2)
    await forgetLinks(table, workspace, 'C6', check('there'))
    expect(await customerLinks(table, workspace, 'C6')).toEqual([])
    expect(await findLinks(table, workspace, ['c6-a', 'c6-b'])).toEqual(new Map())
    const { pk } = ownLinkPlace(workspace, 'C6', '')
    expect([await itemAt(table, pk, 'L#c6-a'), await itemAt(table, pk, 'L#c6-b')]).toEqual([undefined, undefined])
  })
  test('are found by the answer that was given with them', async () => {
    await give('C7', 'c7', 'c7-a', 'c7-b', 'c7-c')
    await write(usedLinkWrite(workspace, 'c7-a', { ...answer, day: '2026-03-11' }))
    await write(usedLinkWrite(workspace, 'c7-b', answer), usedLinkWrite(workspace, 'c7-c', { ...answer, id: 'two' }))
    const given = answerOf({ customerId: 'C7', invited: { day: '2026-03-01' } })
    expect(await noLinkOfWrites(table, workspace, given)).toEqual([
      { Delete: { Key: { pk: 'W#ws', sk: 'K#c7-b' } } },
      { Delete: { Key: ownLinkPlace(workspace, 'C7', 'c7-b') } },
    ])
    expect(await noLinkOfWrites(table, workspace, { ...given, id: 'three' })).toEqual([])
    const none = answering().table
    for (const each of [{ customerId: undefined }, { invited: undefined }])
      expect(await noLinkOfWrites(none, workspace, { ...given, ...each })).toEqual([])
  })
})

test('many links are read a hundred at a time, and those again that DynamoDB left', async () => {
  const hashes = Array.from({ length: 101 }, (_, n) => `many-${n}`)
  const keys = hashes.map((hash) => ({ pk: 'W#ws', sk: `K#${hash}` }))
  const { table: leaving, asked } = answering(
    { Responses: { name: [{ sk: keys[0]!.sk, ...open }] }, UnprocessedKeys: { name: { Keys: [keys[1]] } } },
    { Responses: { name: [{ sk: keys[1]!.sk, ...open }] }, UnprocessedKeys: {} },
  )
  expect([...(await findLinks(leaving, workspace, hashes)).keys()]).toEqual(['many-0', 'many-1'])
  const of = (Keys: object[]) => ({ RequestItems: { name: { Keys, ConsistentRead: true } } })
  expect(asked).toEqual([of(keys.slice(0, 100)), of([keys[1]!, keys[100]!])])
  const { table: silent } = answering({})
  expect(await findLinks(silent, workspace, ['a'])).toEqual(new Map())
})
