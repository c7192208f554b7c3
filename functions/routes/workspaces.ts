import { array, check, object, optional, pipe, string } from 'valibot'
import { isTimeZone } from '../../core/calendar/zoned-time.ts'
import { route } from '../request/route.ts'
import { told } from '../store/audit-trail.ts'
import { once } from '../store/operation.ts'
import { getWorkspace, workspaceWrites } from '../store/workspace.ts'
import { PersonKey, roleSchema, WorkspaceKey } from '../store/workspace-key.ts'
import { idSchema, labelSchema } from './parameters.ts'

const timeZoneSchema = pipe(string(), check(isTimeZone, 'timeZone'))

export const workspaceRoutes = [
  route({
    operationId: 'createWorkspace',
    summary: 'Create a workspace, with yourself as its administrator',
    tag: 'Workspaces',
    method: 'post',
    path: '/v1/workspaces',
    writes: true,
    body: object({ name: labelSchema, timeZone: optional(timeZoneSchema, 'UTC') }),
    reply: object({ workspaceId: idSchema, name: string(), timeZone: string(), role: roleSchema }),
    status: 201,
    example: {
      body: { name: 'Key accounts', timeZone: 'Asia/Shanghai' },
      reply: { workspaceId: 'Zk3vT9aQmB1x0LrE', name: 'Key accounts', timeZone: 'Asia/Shanghai', role: 'admin' },
    },
    async handle({ backend, person, body, operation }) {
      return once(backend, new PersonKey(person).partition(), operation, async () => {
        const workspace = WorkspaceKey.ofNew()
        const created = { ...body, createdAt: backend.now().toISOString() }
        return {
          writes: workspaceWrites(workspace, created, person),
          result: { workspaceId: workspace.id, ...body, role: 'admin' as const },
          told: told({ backend, workspace, person }, 'workspaceMade', body),
        }
      })
    },
  }),
  route({
    operationId: 'listWorkspaces',
    summary: 'The workspaces that you belong to',
    tag: 'Workspaces',
    method: 'get',
    path: '/v1/workspaces',
    writes: false,
    reply: object({
      workspaces: array(object({ workspaceId: idSchema, name: string(), role: roleSchema, joinedAt: string() })),
    }),
    async handle({ backend, person }) {
      const own = await WorkspaceKey.allOfMember(backend, person)
      const told = own.map(async ({ workspace, membership }) => {
        const { name } = await getWorkspace(backend, workspace)
        return { ...membership, name }
      })
      return { workspaces: await Promise.all(told) }
    },
  }),
]
