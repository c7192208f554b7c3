import { beforeAll, describe, expect, test } from 'vitest'
import { defaultPolicy } from '../../../core/complaint/complaint-policy.ts'
import { digest } from '../../../functions/secrets.ts'
import { type ImportMark, importMarks, importMarkWrite } from '../../../functions/store/complaint-import.ts'
import {
  feedbackLinkWrite,
  findFormLink,
  formLinkRevocation,
  formLinkWrites,
} from '../../../functions/store/complaint-link.ts'
import { complaintNumbers, firstComplaintYear } from '../../../functions/store/complaint-number.ts'
import { complaintPolicyWrite, getComplaintPolicy, policySetter } from '../../../functions/store/complaint-policy.ts'
import { type Table, transact, type Write } from '../../../functions/store/table.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'
import { watched } from './watched.ts'

const place = (id: string) => WorkspaceKey.ofScanned(`W#${id}`)
const createdAt = '2026-03-10T08:00:00.000Z'
let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

/** What became of each write: refused or not, where any was. */
const tried = async (...writes: Write[]) => (await transact(table, writes))?.map(({ Code }) => Code !== 'None')

describe('numbers', () => {
  const team = place('numbers')
  test('follow each other within a year, without a gap', async () => {
    const numbers = await complaintNumbers(table, team, 2026)
    expect([numbers.nth(1), numbers.nth(12)]).toEqual(['C-2026-000001', 'C-2026-000012'])
    expect(await tried(numbers.take(3))).toBeUndefined()
    const next = await complaintNumbers(table, team, 2026)
    expect([next.nth(1), next.nth(2)]).toEqual(['C-2026-000004', 'C-2026-000005'])
    expect(await tried(next.take(1))).toBeUndefined()
    expect((await complaintNumbers(table, team, 2026)).nth(1)).toBe('C-2026-000005')
    expect((await complaintNumbers(table, team, 2025)).nth(1)).toBe('C-2025-000001')
  })
  test('are taken once, the first and those after it', async () => {
    for (let round = 0; round < 2; round++) {
      const [one, other] = await Promise.all([complaintNumbers(table, team, 2020), complaintNumbers(table, team, 2020)])
      expect([await tried(one.take(1)), await tried(other.take(1))]).toEqual([undefined, [true]])
    }
  })
  test('tell the first year that had one', async () => {
    const years = place('years')
    expect(await firstComplaintYear(table, years)).toBeUndefined()
    for (const year of [2025, 2024, 2026]) await tried((await complaintNumbers(table, years, year)).take(1))
    await table.put({ pk: 'W#years', sk: 'SEP', year: 1999, last: 1 })
    expect(await firstComplaintYear(table, years)).toBe(2024)
  })
})

describe('targets and hours', () => {
  const team = place('policy')
  test('are the default in the zone of the workspace until somebody sets them', async () => {
    await table.put({ pk: 'W#policy', sk: 'META', name: 'Team', timeZone: 'Asia/Shanghai', createdAt })
    expect(await getComplaintPolicy(table, team)).toEqual(defaultPolicy('Asia/Shanghai'))
    expect(await policySetter(table, team)).toBe('')
    const own = { ...defaultPolicy('UTC'), version: 1, warnShare: 0.5 }
    expect(await tried(complaintPolicyWrite(team, own, 'Ada'))).toBeUndefined()
    expect([await getComplaintPolicy(table, team), await policySetter(table, team)]).toEqual([own, 'Ada'])
  })
  test('are set only where nobody set them meanwhile', async () => {
    const version = (version: number) => complaintPolicyWrite(place('set'), { ...defaultPolicy('UTC'), version }, 'Bo')
    expect([await tried(version(1)), await tried(version(1))]).toEqual([undefined, [true]])
    expect([await tried(version(2)), await tried(version(2))]).toEqual([undefined, [true]])
    expect(await tried(version(4))).toEqual([true])
    expect(await getComplaintPolicy(table, place('set'))).toMatchObject({ version: 2 })
  })
  test('of before name nobody who set them', async () => {
    await table.put({ pk: 'W#old', sk: 'COMPLAINTS', version: 1 })
    expect(await policySetter(table, place('old'))).toBe('')
  })
})

describe('links', () => {
  const holder = async (id: string, secret: string) => (await WorkspaceKey.ofHolder(table, `${id}.${secret}`))?.holder
  const secret = 'the-secret-of-some-link'
  const secretHash = digest(secret)

  test('ask a customer about one event of a complaint', async () => {
    const asked = { kind: 'feedback' as const, complaintId: 'q', version: 4, createdAt }
    await tried(feedbackLinkWrite(place('asked'), secretHash, asked))
    expect(await holder('asked', secret)).toEqual(asked)
  })
  test('open the public form, of which there is one', async () => {
    const team = place('form')
    const made = { kind: 'complaint' as const, channel: 'web', createdAt, madeBy: 'op-1', secretHash }
    expect(await findFormLink(table, team)).toBeUndefined()
    expect(await tried(...formLinkWrites(team, made, false))).toBeUndefined()
    expect(await findFormLink(table, team)).toEqual(made)
    expect(await holder('form', secret)).toEqual({ kind: 'complaint', channel: 'web', createdAt })
    expect(await tried(...formLinkWrites(team, { ...made, channel: 'shop' }, true))).toBeUndefined()
    expect([await findFormLink(table, team), await holder('form', secret)]).toMatchObject([
      { channel: 'shop' },
      { channel: 'shop' },
    ])
    const another = { ...made, madeBy: 'op-2' }
    expect(await tried(...formLinkWrites(team, another, false))).toEqual([true, false])
    expect(await tried(...formLinkRevocation(team, another))).toEqual([true, false])
    expect(await tried(...formLinkWrites(team, another, true))).toEqual([true, false])
    expect(await holder('form', secret)).toBeDefined()
    expect(await tried(...formLinkRevocation(team, made))).toBeUndefined()
    const gone = [undefined, undefined]
    expect([await findFormLink(table, team), await holder('form', secret)]).toEqual(gone)
    expect(await tried(...formLinkWrites(team, { ...made, channel: 'app' }, true))).toEqual([true, false])
    expect([await findFormLink(table, team), await holder('form', secret)]).toEqual(gone)
  })
})

describe('what was imported', () => {
  const team = place('imported')
  const mark = (id: string): ImportMark => ({ id, number: `C-2020-${id}`, operation: 'op' })
  test('is marked once, and found by its ids', async () => {
    expect(await tried(importMarkWrite(team, mark('a')), importMarkWrite(team, mark('b')))).toBeUndefined()
    expect(await tried(importMarkWrite(team, mark('a')))).toEqual([true])
    const marks = await importMarks(table, team, ['b', 'none', 'a', 'b'])
    expect([...marks].sort()).toEqual([
      ['a', mark('a')],
      ['b', mark('b')],
    ])
    expect((await importMarks(table, place('other'), ['a'])).size).toBe(0)
  })
  test('is asked for by hundreds, again where the table was too busy, and never for nothing', async () => {
    const ids = Array.from({ length: 201 }, (_, n) => `i${n}`)
    for (let from = 0; from < 201; from += 100)
      await transact(
        table,
        ids.slice(from, from + 100).map((id) => importMarkWrite(team, mark(id))),
      )
    const sizes: number[] = []
    let isBusy = true
    const busy = watched(table, ({ RequestItems }) => {
      const request = (RequestItems as Record<string, { Keys: object[]; ConsistentRead: boolean }>)[table.table]!
      sizes.push(request.Keys.length)
      expect(request.ConsistentRead).toBe(true)
      if (!isBusy) return undefined
      isBusy = false
      return { UnprocessedKeys: { [table.table]: request } }
    })
    const found = await importMarks(busy, team, ids)
    expect([[...found.keys()].sort(), sizes]).toEqual([[...ids].sort(), [100, 100, 100, 1]])
    const idle: Table & { asked: unknown[] } = watched(table)
    expect([(await importMarks(idle, team, [])).size, idle.asked]).toEqual([0, []])
  })
})
