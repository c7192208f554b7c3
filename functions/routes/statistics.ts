import { array, check, nullable, number, object, optional, picklist, pipe, record, string, union } from 'valibot'
import { isTimeZone } from '../../core/calendar/zoned-time.ts'
import { definitionSchema } from '../../core/own-statistics/statistic.ts'
import { route } from '../request/route.ts'
import { storedStatistic } from '../statistic/stored-statistic.ts'
import { getWorkspace } from '../store/workspace.ts'
import { inWorkspace } from './parameters.ts'

const figureEntries = { value: nullable(number()), n: number(), low: nullable(number()), high: nullable(number()) }

export const statisticRoutes = [
  route({
    operationId: 'statistic',
    summary: "A statistic of one's own over complaints or a survey's answers",
    description:
      "Counts the complaints or answers that meet conditions, from what is stored at this moment, 20,000 at most. Days relative to today are those of `timeZone`, the workspace's where it is left out. Shares carry Wilson limits and means t limits, at 95 %. Surveys of staff are refused; written answers can be searched, and are neither grouped by nor shown. `shown` holds the first ten rows that count with the fields that the definition names.",
    tag: 'Statistics',
    method: 'post',
    path: '/v1/workspaces/{workspaceId}/statistic',
    writes: false,
    params: inWorkspace,
    body: object({
      definition: definitionSchema,
      timeZone: optional(pipe(string(), check(isTimeZone, 'timeZone'))),
    }),
    reply: object({
      asOf: string(),
      whole: object(figureEntries),
      groups: array(object({ group: string(), ...figureEntries })),
      rows: number(),
      left: object({ conditions: number(), unread: number(), blank: number() }),
      unread: array(
        object({ field: string(), as: picklist(['number', 'date']), count: number(), row: number(), text: string() }),
      ),
      shown: array(record(string(), union([string(), number()]))),
    }),
    example: {
      body: {
        definition: {
          module: 'complaints',
          where: { every: 'all', of: [{ field: 'received', operator: 'inPeriod', period: 'thisMonth' }] },
          measure: { kind: 'count' },
          group: { field: 'category' },
        },
      },
    },
    errors: { 404: 'A survey that it names is not there.' },
    async handle({ backend, workspace, messages, language, body }) {
      const asOf = backend.now().toISOString()
      const timeZone = body.timeZone ?? (await getWorkspace(backend, workspace)).timeZone
      const asking = { backend, workspace, messages, language, timeZone }
      const { counted: _, whole, groups, ...told } = await storedStatistic(asking, body.definition)
      return {
        asOf,
        whole: figure(whole),
        groups: groups.map((each) => ({ ...figure(each), group: each.group })),
        ...told,
      }
    },
  }),
]

type Figure = { value: number | undefined; n: number; low: number | undefined; high: number | undefined }

function figure({ value, n, low, high }: Figure) {
  return { value: value ?? null, n, low: low ?? null, high: high ?? null }
}
