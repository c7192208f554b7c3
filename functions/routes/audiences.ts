import { array, literal, maxLength, object, optional, picklist, pipe, string, trim } from 'valibot'
import { audienceKinds } from '../../core/kpi/audience.ts'
import { kpiBySchema } from '../../core/kpi/published-kpi.ts'
import { addedAudience, removeAudience, unlinkSpreadsheet } from '../kpi/change-audiences.ts'
import { route } from '../request/route.ts'
import { allAudiences } from '../store/audience.ts'
import { audienceLinks } from '../store/audience-link.ts'
import { idSchema, inWorkspace } from './parameters.ts'

const tag = 'Audiences'
const path = '/v1/workspaces/{workspaceId}/audiences'
const inAudience = object({ ...inWorkspace.entries, audienceId: idSchema })
const audienceEntries = { audienceId: idSchema, kind: picklist(audienceKinds), name: string() }
const example = { audienceId: 'h2Kp0sVx9QdLrT4m', kind: 'position', name: 'Sales managers' } as const

export const audienceRoutes = [
  route({
    operationId: 'createAudience',
    summary: 'Name an audience that KPIs can be shared with',
    description:
      'Everyone, a position, or one account by its e-mail address: its codes can then be used by that account alone.',
    tag,
    method: 'post',
    path,
    writes: true,
    params: inWorkspace,
    body: object({ kind: picklist(audienceKinds), name: optional(pipe(string(), trim(), maxLength(200)), '') }),
    reply: object(audienceEntries),
    status: 201,
    example: { body: { kind: 'position', name: 'Sales managers' }, reply: example },
    async handle(call) {
      return addedAudience(call, call.body, call.operation)
    },
  }),
  route({
    operationId: 'listAudiences',
    summary: 'The audiences, which KPIs each has, and the spreadsheets that are linked to it',
    tag,
    method: 'get',
    path,
    writes: false,
    params: inWorkspace,
    reply: object({
      audiences: array(
        object({
          ...audienceEntries,
          createdAt: string(),
          kpis: array(object({ kpi: string(), by: kpiBySchema, label: string(), asOf: string(), since: string() })),
          links: array(
            object({
              /** The public id of its key, by which it is unlinked. */
              keyId: string(),
              title: string(),
              linkedBy: string(),
              since: string(),
              lastReadAt: optional(string()),
            }),
          ),
        }),
      ),
    }),
    async handle({ backend, workspace }) {
      const { audiences } = await allAudiences(backend, workspace)
      return { audiences: await Promise.all(audiences.map(told)) }

      async function told({ series, ...audience }: (typeof audiences)[number]) {
        const kpis = series.map(({ kpi, by, label, asOf, since }) => ({ kpi, by, label, asOf, since }))
        const links = (await audienceLinks(backend, workspace, audience.audienceId)).map((link) => {
          const { spreadsheetId: _, ...told } = link
          return told
        })
        return { ...audience, kpis, links }
      }
    },
  }),
  route({
    operationId: 'removeAudience',
    summary: 'Remove an audience: its spreadsheets read nothing from then on, its codes are of no use',
    tag,
    method: 'delete',
    path: `${path}/{audienceId}`,
    writes: true,
    params: inAudience,
    reply: object({ audienceId: idSchema, removed: literal(true) }),
    async handle(call) {
      return removeAudience(call, call.params.audienceId, call.operation)
    },
  }),
  route({
    operationId: 'unlinkSpreadsheet',
    summary: 'End the link of a spreadsheet to an audience: its key is good for nothing from then on',
    tag,
    method: 'delete',
    path: `${path}/{audienceId}/links/{keyId}`,
    writes: true,
    params: object({ ...inAudience.entries, keyId: idSchema }),
    reply: object({ keyId: idSchema, unlinked: literal(true) }),
    async handle(call) {
      return unlinkSpreadsheet(call, call.params, call.operation)
    },
  }),
]
