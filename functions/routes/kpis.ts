import { array, boolean, isoTimestamp, maxLength, number, object, optional, pipe, string } from 'valibot'
import { daySchema } from '../../core/calendar/day-schema.ts'
import { FIGURES_AT_ONCE } from '../../core/kpi/figures-at-once.ts'
import {
  kpiBySchema,
  kpiDefinitionSchema,
  kpiFigureSchema,
  kpiIdSchema,
  kpiPeriodLabelSchema,
  kpiStandardSchema,
  readableKpisSchema,
} from '../../core/kpi/published-kpi.ts'
import { figureOf } from '../kpi/figure-rows.ts'
import { publishKpis } from '../kpi/publish-kpis.ts'
import { readableKpis, readableSeries } from '../kpi/readable-kpis.ts'
import { route } from '../request/route.ts'
import { figuresByDay } from '../store/published-kpi.ts'
import { idSchema, inWorkspace } from './parameters.ts'

const path = '/v1/workspaces/{workspaceId}/kpis'
const tag = 'KPIs'
const count = number()
const example = { kpi: 'nps', label: 'NPS', unit: 'points', by: 'tier', group: 'A', value: 41.7, n: 120 } as const
const figure = { ...example, low: 29.3, high: 53.1, direction: 1 } as const

export const kpiRoutes = [
  route({
    operationId: 'publishKpi',
    summary: 'Give up to 2,000 figures of KPIs to audiences',
    description:
      'A KPI by one cut belongs to the audiences that it was published to last, whole, and to no others: those not named lose it at once, with its history. `withdraw` takes a KPI by one cut from everybody, or from the audiences that it names. Kept by day in the time zone of the workspace: the last figures of a day stand, those of earlier days never change. More figures, or figures for other audiences, come as pages of one `publication`, of which all become readable with the one that says `more: false`; a KPI by one cut comes in one page.',
    tag,
    method: 'post',
    path,
    writes: true,
    params: inWorkspace,
    body: object({
      figures: pipe(array(kpiFigureSchema), maxLength(FIGURES_AT_ONCE)),
      asOf: pipe(string(), isoTimestamp('time')),
      period: optional(kpiPeriodLabelSchema),
      standard: optional(kpiStandardSchema),
      /** Of statistics of one's own. */
      definitions: optional(
        pipe(array(object({ kpi: kpiIdSchema, ...kpiDefinitionSchema.entries })), maxLength(200)),
        [],
      ),
      audiences: pipe(array(idSchema), maxLength(40)),
      withdraw: optional(
        pipe(
          array(
            object({
              kpi: kpiIdSchema,
              by: optional(kpiBySchema, ''),
              /** From these alone. */
              audiences: optional(pipe(array(idSchema), maxLength(40))),
            }),
          ),
          maxLength(FIGURES_AT_ONCE),
        ),
        [],
      ),
      publication: optional(object({ id: idSchema, more: boolean() })),
    }),
    reply: object({ readable: boolean(), kpis: count, figures: count }),
    example: {
      body: {
        figures: [figure],
        asOf: '2026-03-31T08:00:00.000Z',
        period: 'March 2026',
        standard: { name: 'Customer value', version: 3 },
        audiences: ['h2Kp0sVx9QdLrT4m'],
      },
      reply: { readable: true, kpis: 1, figures: 1 },
    },
    errors: { 409: 'Somebody else published meanwhile (`stale`), or the Idempotency-Key came before.' },
    async handle(call) {
      return publishKpis(call, call.body, call.operation)
    },
  }),
  route({
    operationId: 'readKpi',
    summary: 'The published figures that a spreadsheet may read, or one KPI by day',
    description:
      "The key of an audience reads that audience's KPIs alone; what others have, and what there is not, are both left out. `history` gives figures of one KPI by one cut as they stood at the end of each day, since the audience has it.",
    tag,
    method: 'post',
    path: `${path}/read`,
    writes: false,
    params: inWorkspace,
    body: object({
      /** Those of these ids alone. */
      kpis: optional(pipe(array(kpiIdSchema), maxLength(300))),
      history: optional(
        object({ kpi: kpiIdSchema, by: optional(kpiBySchema, ''), from: optional(daySchema), to: optional(daySchema) }),
      ),
    }),
    reply: object({
      ...readableKpisSchema.entries,
      history: optional(array(object({ day: string(), asOf: string(), figures: array(kpiFigureSchema) }))),
    }),
    example: {
      body: { kpis: ['nps'] },
      reply: {
        audience: 'Sales managers',
        figures: [figure],
        sources: [{ kpi: 'nps', by: 'tier', asOf: '2026-03-31T08:00:00.000Z' }],
      },
    },
    async handle({ backend, workspace, documentKey, body: { kpis, history } }) {
      if (!history) return readableKpis(backend, workspace, documentKey, kpis)
      const { audience, series } = await readableSeries(backend, workspace, documentKey)
      const found = series.find(({ kpi, by }) => kpi === history.kpi && by === history.by)
      const { from = '', to = '\uffff' } = history
      const days = found ? await figuresByDay(backend, workspace, found, { from, to }) : []
      const told = days.map(({ day, asOf, rows }) => {
        return { day, asOf, figures: rows.map((row) => figureOf(found!, row)) }
      })
      return { audience, figures: [], sources: [], history: told }
    },
  }),
]
