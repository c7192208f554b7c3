import { object, string } from 'valibot'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { InputError } from '../../core/input-error.ts'
import { findTrailHead, told } from '../../functions/store/audit-trail.ts'
import { findResult, type Operation, once, operationWrite } from '../../functions/store/operation.ts'
import { findItem, itemsIn, prefixed, type Table, transact, type Write } from '../../functions/store/table.ts'
import { WorkspaceKey } from '../../functions/store/workspace-key.ts'
import { bareTable } from './bare-table.ts'

const schema = object({ sk: string() })
const pk = WorkspaceKey.ofScanned('W#ws').partition()
let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})
afterEach(() => void vi.restoreAllMocks())

const put = (sk: string, isNew = false): Write => ({
  Put: { Item: { pk, sk }, ...(isNew && { ConditionExpression: 'attribute_not_exists(pk)' }) },
})
const there = async (sk: string) => (await findItem(table, schema, { pk, sk }))?.sk

/** A table that answers each request with the next of these; errors are thrown. */
function answering(...answers: unknown[]) {
  const inputs: Record<string, unknown>[] = []
  const send = async ({ input }: { input: Record<string, unknown> }) => {
    inputs.push(input)
    const answer = answers.shift()
    if (answer instanceof Error) throw answer
    return answer
  }
  return { inputs, table: { db: { send }, table: 'name' } as unknown as Table }
}
const cancelled = (...codes: string[]) =>
  Object.assign(new Error('cancelled'), {
    name: 'TransactionCanceledException',
    CancellationReasons: codes.map((Code) => ({ Code })),
  })

describe('items', () => {
  test('are read as last written, or are none', async () => {
    await table.put({ pk, sk: 'ITEM' })
    expect([await there('ITEM'), await there('NONE')]).toEqual(['ITEM', undefined])
    await table.put({ pk, sk: 'ODD', wrong: 1 })
    await expect(findItem(table, object({ wrong: string() }), { pk, sk: 'ODD' })).rejects.toThrow('string')
    const { inputs, table: watched } = answering({})
    await findItem(watched, schema, { pk, sk: 'ITEM' })
    expect(inputs).toEqual([{ TableName: 'name', Key: { pk, sk: 'ITEM' }, ConsistentRead: true }])
  })
  test('of a span come in order, both ends included, page by page', async () => {
    for (const sk of ['R#1', 'R#2', 'R#3', 'R#4', 'S#1']) await table.put({ pk, sk })
    const keys = async (span: Parameters<typeof itemsIn>[2]) => {
      const found: string[] = []
      for await (const { sk } of itemsIn(table, schema, span)) found.push(sk)
      return found
    }
    expect(await keys({ pk, from: 'R#2', to: 'R#3' })).toEqual(['R#2', 'R#3'])
    expect(await keys(prefixed(pk, 'R#'))).toEqual(['R#1', 'R#2', 'R#3', 'R#4'])
    expect(prefixed(pk, 'R#')).toEqual({ pk, from: 'R#', to: 'R#\uffff' })
    const last = { pk, sk: 'a' }
    const { inputs, table: paged } = answering(
      { Items: [{ sk: 'a' }], LastEvaluatedKey: last },
      { Items: [{ sk: 'b' }] },
    )
    const all: string[] = []
    for await (const { sk } of itemsIn(paged, schema, prefixed(pk, ''))) all.push(sk)
    expect(all).toEqual(['a', 'b'])
    expect(inputs.map(({ ExclusiveStartKey }) => ExclusiveStartKey)).toEqual([undefined, last])
    expect(inputs[1]).toMatchObject({ TableName: 'name', ConsistentRead: true })
    for await (const _ of itemsIn(answering({}).table, schema, prefixed(pk, ''))) throw new Error('Nothing is there.')
  })
})

describe('transactions', () => {
  test('write all or nothing, and say which part was refused', async () => {
    expect(await transact(table, [put('T#1', true), put('T#2', true)])).toBeUndefined()
    const refused = await transact(table, [put('T#3', true), put('T#2', true)])
    expect(refused?.map(({ Code }) => Code)).toEqual(['None', 'ConditionalCheckFailed'])
    expect([await there('T#1'), await there('T#2'), await there('T#3')]).toEqual(['T#1', 'T#2', undefined])
    const { inputs, table: watched } = answering({})
    await transact(watched, [put('T#4'), { Delete: { Key: { pk, sk: 'T#1' } } }])
    expect(inputs).toEqual([
      {
        TransactItems: [
          { Put: { TableName: 'name', Item: { pk, sk: 'T#4' } } },
          { Delete: { TableName: 'name', Key: { pk, sk: 'T#1' } } },
        ],
      },
    ])
  })
  test('what is too large is refused before it is sent', async () => {
    const { inputs, table: watched } = answering({})
    const large: Write = { Put: { Item: { pk, sk: 'LARGE', text: 'x'.repeat(410_000) } } }
    await expect(transact(watched, [put('T#5'), large])).rejects.toMatchObject({ code: 'tooMuchText' })
    expect(inputs).toEqual([])
  })
  test.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    '%s passes: it is tried again, later each time, eight times at the most',
    async (code) => {
      const waited: (number | undefined)[] = []
      vi.spyOn(Math, 'random').mockReturnValue(0.5)
      vi.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void, ms?: number) => {
        waited.push(ms)
        work()
      }) as never)
      const passing = cancelled('None', code)
      const twice = answering(passing, passing, {})
      expect(await transact(twice.table, [put('T#6'), put('T#7')])).toBeUndefined()
      expect(waited).toEqual([15, 30])
      const always = answering(...Array(9).fill(passing))
      await expect(transact(always.table, [put('T#6'), put('T#7')])).rejects.toBe(passing)
      expect(always.inputs).toHaveLength(8)
      expect(waited).toHaveLength(2 + 7)
    },
  )
  test.each([
    ['a reason that stays', cancelled('ValidationError')],
    ['no reason', cancelled()],
    ['a reason without a code', Object.assign(cancelled(), { CancellationReasons: [{}] })],
    ['no list of reasons', Object.assign(cancelled(), { CancellationReasons: undefined })],
    ['another failure', Object.assign(cancelled('TransactionConflict'), { name: 'Other' })],
    ['another failure of a condition', Object.assign(cancelled('ConditionalCheckFailed'), { name: 'Other' })],
  ])('%s is thrown at once', async (_, error) => {
    const { inputs, table: failing } = answering(error, {})
    await expect(transact(failing, [put('T#8')])).rejects.toBe(error)
    expect(inputs).toHaveLength(1)
  })
  test('a condition that fails beside a conflict is told', async () => {
    const failing = answering(cancelled('TransactionConflict', 'ConditionalCheckFailed'))
    const refused = await transact(failing.table, [put('T#8'), put('T#9')])
    expect(refused?.map(({ Code }) => Code)).toEqual(['TransactionConflict', 'ConditionalCheckFailed'])
  })
})

describe('operations', () => {
  let n = 0
  const operation = (digest = 'asked'): Operation => ({ id: `op-${++n}`, digest })

  test('are done once, and answered alike ever after, with writes and without', async () => {
    for (const writes of [[], [put('O#1')]]) {
      const asked = operation()
      const effect = vi.fn(async () => ({ writes, result: { made: n } }))
      const first = await once(table, pk, asked, effect)
      expect(await once(table, pk, asked, effect)).toEqual(first)
      expect(await findResult(table, pk, asked)).toEqual({ result: first })
      expect(effect).toHaveBeenCalledTimes(1)
    }
    expect(await there('O#1')).toBe('O#1')
    expect(await findResult(table, pk, operation())).toBeUndefined()
  })
  test('nothing as an answer is an answer', async () => {
    const asked = operation()
    const effect = vi.fn(async () => ({ writes: [], result: null }))
    expect(await once(table, pk, asked, effect)).toBeNull()
    expect(await once(table, pk, asked, effect)).toBeNull()
    expect(effect).toHaveBeenCalledTimes(1)
  })
  test('another request under the same id is refused', async () => {
    const asked = operation()
    await once(table, pk, asked, async () => ({ writes: [], result: 1 }))
    const other = once(table, pk, { ...asked, digest: 'other' }, async () => ({ writes: [], result: 2 }))
    await expect(other).rejects.toMatchObject({ code: 'operationReused' })
  })
  test('a part that is refused undoes all, and is told as the caller says, or as stale', async () => {
    await table.put({ pk, sk: 'O#2' })
    const writes = [put('O#3', true), put('O#2', true)]
    const refused = vi.fn(() => new Error('taken'))
    await expect(once(table, pk, operation(), async () => ({ writes, result: 1, refused }))).rejects.toThrow('taken')
    expect(refused).toHaveBeenCalledWith([
      expect.objectContaining({ Code: 'None' }),
      expect.objectContaining({ Code: 'ConditionalCheckFailed' }),
    ])
    const asked = operation()
    await expect(once(table, pk, asked, async () => ({ writes, result: 1 }))).rejects.toMatchObject({ code: 'stale' })
    expect([await there('O#3'), await findResult(table, pk, asked)]).toEqual([undefined, undefined])
  })
  test.each([[[]], [[put('O#4')]]])('what two do at the same moment is done by one', async (writes: Write[]) => {
    const asked = operation()
    const answer = await once(table, pk, asked, async () => {
      await once(table, pk, asked, async () => ({ writes, result: 'first' }))
      return { writes, result: 'second' }
    })
    expect(answer).toBe('first')
  })
  test('what was done meanwhile answers for a refusal, and for no other failure', async () => {
    const meanwhile = async (error: Error) => {
      const asked = operation()
      return once(table, pk, asked, async () => {
        await once(table, pk, asked, async () => ({ writes: [], result: 'done' }))
        throw error
      })
    }
    expect(await meanwhile(new InputError('stale', undefined))).toBe('done')
    await expect(meanwhile(new Error('broken'))).rejects.toThrow('broken')
    const refused = once(table, pk, operation(), async () => {
      throw new InputError('notFound', undefined)
    })
    await expect(refused).rejects.toMatchObject({ code: 'notFound' })
  })
  test('what the trail is to tell is told with them, once', async () => {
    const workspace = WorkspaceKey.ofScanned('W#told')
    const telling = told({ backend: { signingKey: 'key', now: () => new Date(0) }, workspace }, 'workspaceMade', {})
    const asked = operation()
    const effect = async () => ({ writes: [put('O#5')], result: 1, told: telling })
    await once(table, workspace.partition(), asked, effect)
    await once(table, workspace.partition(), asked, effect)
    expect(await findTrailHead(table, workspace)).toMatchObject({ seq: 1 })
    expect(await there('O#5')).toBe('O#5')
  })
  test('a failure of the table is no refusal', async () => {
    const broken = new Error('away')
    const effect = async () => ({ writes: [], result: 1 })
    await expect(once(answering({}, broken).table, pk, operation(), effect)).rejects.toBe(broken)
  })
  test('their record is refused where there is one', () => {
    expect(operationWrite(pk, { id: 'a', digest: 'd' }, 1)).toEqual({
      Put: { Item: { pk, sk: 'OP#a', digest: 'd', result: 1 }, ConditionExpression: 'attribute_not_exists(pk)' },
    })
  })
})
