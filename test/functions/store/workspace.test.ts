import { Readable } from 'node:stream'
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { documentClient } from '../../../functions/store/client.ts'
import { findMember } from '../../../functions/store/member.ts'
import { transact } from '../../../functions/store/table.ts'
import { getWorkspace, renaming, workspaceWrites } from '../../../functions/store/workspace.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'

const ADA = { sub: 'ada', email: 'ada@example.com', name: 'Ada' }
const workspace = { name: 'Team', timeZone: 'Asia/Shanghai', createdAt: '2026-03-10T08:00:00.000Z' }
let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

describe('a workspace', () => {
  const key = WorkspaceKey.ofNew()
  test('is made once, with its founder as its admin, and listed', async () => {
    expect(await transact(table, workspaceWrites(key, workspace, ADA))).toBeUndefined()
    expect(await getWorkspace(table, key)).toEqual(workspace)
    const joined = { role: 'admin', joinedAt: workspace.createdAt }
    expect(await findMember(table, key, 'ada')).toEqual({ ...ADA, ...joined, positions: [] })
    expect((await WorkspaceKey.ofMember(table, ADA, key.id))?.membership).toEqual({ workspaceId: key.id, ...joined })
    const listed: string[] = []
    for await (const { id } of WorkspaceKey.listed(table)) listed.push(id)
    expect(listed).toEqual([key.id])
    const another = workspaceWrites(key, { ...workspace, name: 'Another' }, { ...ADA, sub: 'bo' })
    expect((await transact(table, another))?.map(({ Code }) => Code)).toEqual([
      'ConditionalCheckFailed',
      'None',
      'None',
    ])
  })
  test('is called otherwise, all else being as before', async () => {
    expect(await transact(table, [renaming(key, 'New')])).toBeUndefined()
    expect(await getWorkspace(table, key)).toEqual({ ...workspace, name: 'New' })
    const none = WorkspaceKey.ofScanned('W#nowhere')
    expect(await transact(table, [renaming(none, 'New')])).toHaveLength(1)
    await expect(getWorkspace(table, none)).rejects.toThrow('A member or holder points to a workspace')
  })
})

describe("the store's client", () => {
  const answering = (...answers: { statusCode: number; body: string }[]) => {
    const handle = vi.fn(async (_request: { headers: Record<string, string>; body: Uint8Array; hostname: string }) => {
      const { statusCode, body } = answers.shift()!
      return { response: { statusCode, headers: {}, body: Readable.from([Buffer.from(body)]) } }
    })
    return { handle, db: documentClient({ handle } as never) }
  }
  const fine = { statusCode: 200, body: '{}' }
  const away = { statusCode: 500, body: JSON.stringify({ __type: 'InternalServerError' }) }
  const get = () => new GetCommand({ TableName: 't', Key: { pk: 'p', sk: 's' } })

  test('asks in this process without looking for a region or credentials, unsigned', async () => {
    const { db, handle } = answering(fine)
    await db.send(get())
    const [{ headers, hostname }] = handle.mock.calls[0]!
    expect(hostname).toContain('local')
    expect(Object.keys(headers)).not.toContain('authorization')
    // Whatever credentials lie around for AWS, they are not used.
    expect(await db.config.credentials()).toMatchObject({ accessKeyId: 'local', secretAccessKey: 'local' })
  })
  test('leaves out what is undefined', async () => {
    const { db, handle } = answering(fine)
    await db.send(
      new PutCommand({ TableName: 't', Item: { pk: 'p', sk: 's', none: undefined, deep: { none: undefined } } }),
    )
    expect(JSON.parse(new TextDecoder().decode(handle.mock.calls[0]![0].body)).Item).toEqual({
      pk: { S: 'p' },
      sk: { S: 's' },
      deep: { M: {} },
    })
  })
  test('tries three times', async () => {
    const twice = answering(away, away, fine)
    await twice.db.send(get())
    expect(twice.handle).toHaveBeenCalledTimes(3)
    const always = answering(away, away, away, fine)
    await expect(always.db.send(get())).rejects.toMatchObject({ name: 'InternalServerError' })
  })
  test('logs nothing', () => {
    const { db } = answering()
    expect(db.middlewareStack.identify().join()).not.toContain('logger')
  })
})
