import { array, maxLength, minLength, object, picklist, pipe, string } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { AUDIENCE_CODE_DAYS, audienceKinds } from '../../core/kpi/audience.ts'
import { audienceCode, audienceCodeHash } from '../kpi/audience-codes.ts'
import { redeemedCode } from '../kpi/redeem-code.ts'
import { addressHash } from '../request/rate-limits.ts'
import { route } from '../request/route.ts'
import { findAudience } from '../store/audience.ts'
import { codeWrite } from '../store/audience-code.ts'
import { told } from '../store/audit-trail.ts'
import { grantSchema } from '../store/document-key.ts'
import { once } from '../store/operation.ts'
import { codeKey } from '../store/workspace-key.ts'
import { idSchema, inWorkspace } from './parameters.ts'

const tag = 'Audiences'
const DAY = 86_400_000
/** One address may be a whole office's. */
const PEOPLE_AT_AN_ADDRESS = 10
const spreadsheetIdSchema = pipe(string(), minLength(1), maxLength(200))

export const audienceCodeRoutes = [
  route({
    operationId: 'createAudienceCode',
    summary: 'Make a one-time code that links one spreadsheet to an audience',
    description:
      'Good once, for 7 days. It is kept only as a hash; the same Idempotency-Key is given the same code again.',
    tag,
    method: 'post',
    path: '/v1/workspaces/{workspaceId}/audiences/{audienceId}/codes',
    writes: true,
    params: object({ ...inWorkspace.entries, audienceId: idSchema }),
    reply: object({ code: string(), expiresAt: string() }),
    status: 201,
    example: { reply: { code: '7Q2M-XK4T-9WBE', expiresAt: '2026-04-07T08:00:00.000Z' } },
    async handle(call) {
      const { backend, workspace, params, operation } = call
      const { audienceId } = params
      const code = audienceCode(backend, workspace.id, operation.id)
      const key = codeKey(audienceCodeHash(backend, code))
      const made = await once(backend, workspace.partition(), operation, async () => {
        const audience = await findAudience(backend, workspace, audienceId)
        if (!audience) throw new InputError('notFound', undefined)
        const expiresAt = new Date(backend.now().getTime() + AUDIENCE_CODE_DAYS * DAY).toISOString()
        const writes = [codeWrite(key, { workspaceId: workspace.id, audienceId, expiresAt })]
        return { writes, result: { expiresAt }, told: told(call, 'audienceCodeMade', { audienceId }) }
      })
      return { code, ...made }
    },
  }),
  route({
    operationId: 'redeemAudienceCode',
    summary: 'Link a spreadsheet to the audience of a code: gives the key that reads its KPIs',
    description:
      'Codes that are wrong, used, over or meant for another account all look the same. The key is good in that spreadsheet alone; the same Idempotency-Key is given the same key again.',
    tag,
    method: 'post',
    path: '/v1/audience-codes/redeem',
    writes: true,
    body: object({
      code: pipe(string(), maxLength(100)),
      spreadsheetId: spreadsheetIdSchema,
      spreadsheetTitle: pipe(string(), maxLength(300)),
    }),
    reply: object({
      workspaceId: idSchema,
      audienceId: idSchema,
      kind: picklist(audienceKinds),
      name: string(),
      keyId: idSchema,
      documentKey: string(),
      grants: array(grantSchema),
    }),
    status: 201,
    example: { body: { code: '7Q2M-XK4T-9WBE', spreadsheetId: '1AbCdEf', spreadsheetTitle: 'Sales KPIs' } },
    errors: {
      400: 'The code is not good (`audienceCodeUnknown`).',
      429: 'Too many codes were tried by one person or from one address.',
    },
    async handle({ backend, person, body, operation, limit, c }) {
      limit('code', person.sub)
      const address = addressHash(c, backend)
      if (address) limit('code', address, PEOPLE_AT_AN_ADDRESS)
      return redeemedCode(backend, person, body, operation)
    },
  }),
]
