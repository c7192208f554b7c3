import {
  array,
  type InferOutput,
  integer,
  maxLength,
  maxValue,
  minValue,
  nonEmpty,
  number,
  object,
  optional,
  picklist,
  pipe,
  regex,
  string,
  trim,
} from 'valibot'
import { kpiCuts, kpiUnits } from './kpi-figure.ts'

/** A name of the catalogue, or `goal:` or `own:` with an id; those of goals are as teams write them. */
export const kpiIdSchema = pipe(string(), regex(/^(?:(?:own:)?[\w-]{1,64}|goal:[^\p{C}]{1,300})$/u, 'kpi'))

/** '' for everything. */
export const kpiBySchema = picklist(['', ...kpiCuts])

const value = optional(number())

/** A `KpiFigure` as it goes over the wire, where what is undefined is left out. */
export const kpiFigureSchema = object({
  kpi: kpiIdSchema,
  label: pipe(string(), trim(), nonEmpty('notBlank'), maxLength(120)),
  unit: picklist(kpiUnits),
  by: kpiBySchema,
  group: pipe(string(), maxLength(200)),
  value,
  n: value,
  low: value,
  high: value,
  before: value,
  target: value,
  direction: picklist([1, -1, 0]),
})
export type PublishedFigure = InferOutput<typeof kpiFigureSchema>

/** The version of the scoring standard that tiers were given by. */
export const kpiStandardSchema = object({
  name: pipe(string(), maxLength(200)),
  version: pipe(number(), integer(), minValue(0), maxValue(1_000_000)),
})

/** How a statistic of one's own was defined when it was counted. */
export const kpiDefinitionSchema = object({
  version: pipe(number(), integer(), minValue(0), maxValue(1_000_000)),
  says: pipe(string(), maxLength(1000)),
})

/** The days that figures are of, in words: an unfinished period says up to which day. */
export const kpiPeriodLabelSchema = pipe(string(), maxLength(300))

/** Where published figures of one KPI and cut come from. */
const publishedSourceSchema = object({
  kpi: kpiIdSchema,
  by: kpiBySchema,
  asOf: string(),
  period: optional(string()),
  standard: optional(kpiStandardSchema),
  definition: optional(kpiDefinitionSchema),
})
export type PublishedSource = InferOutput<typeof publishedSourceSchema>

/** What a spreadsheet may read. */
export const readableKpisSchema = object({
  /** The audience's name; '' where all are read. */
  audience: string(),
  figures: array(kpiFigureSchema),
  sources: array(publishedSourceSchema),
})
export type ReadableKpis = InferOutput<typeof readableKpisSchema>
