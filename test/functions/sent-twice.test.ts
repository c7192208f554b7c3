import { afterAll, beforeAll, expect, test } from 'vitest'
import { InputError } from '../../core/input-error.ts'
import { once } from '../../functions/store/operation.ts'
import { WorkspaceKey } from '../../functions/store/workspace-key.ts'
import { type ComplaintDesk, complaintDesk } from './complaint-desk.ts'
import { ADA } from './running-app.ts'

let desk: ComplaintDesk
let workspace: WorkspaceKey
beforeAll(async () => {
  desk = await complaintDesk()
  workspace = (await WorkspaceKey.ofMember(desk.backend, ADA, desk.workspaceId))!.workspace
})
afterAll(() => desk.close())

test('a request that is refused because of itself, sent twice, is answered as it was done', async () => {
  const operation = { id: 'twice', digest: 'the same' }
  const done = await once(desk.backend, workspace.partition(), operation, async () => {
    await once(desk.backend, workspace.partition(), operation, async () => ({ writes: [], result: 'version 2' }))
    throw new InputError('stale', undefined)
  })
  expect(done).toBe('version 2')
})

test('what is refused for another reason stays refused', async () => {
  const operation = { id: 'once', digest: 'the same' }
  const refused = once(desk.backend, workspace.partition(), operation, async () => {
    throw new InputError('stale', undefined)
  })
  await expect(refused).rejects.toThrow(InputError)
})
