import type { GenericSchema, InferOutput } from 'valibot'
import {
  array,
  finite,
  integer,
  literal,
  maxLength,
  maxValue,
  minLength,
  minValue,
  nonEmpty,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
  union,
  variant,
} from 'valibot'
import { daySchema } from '../calendar/day-schema.ts'

/** What is counted: the rows of a tab, or what the workspace keeps. */
export const statisticModules = [
  ...(['customers', 'orders', 'interactions', 'opportunities'] as const),
  ...(['complaints', 'answers'] as const),
] as const
export type StatisticModule = (typeof statisticModules)[number]

/** Calendar periods relative to today; the one that today is in counts whole, also its days to come. */
export const relativePeriods = [
  ...(['thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter', 'thisYear', 'lastYear'] as const),
] as const
export type RelativePeriod = (typeof relativePeriods)[number]

/** How deep conditions nest. */
const MOST_LEVELS = 4

const field = pipe(string(), nonEmpty(), maxLength(200))
const text = pipe(string(), nonEmpty(), maxLength(200))
const value = pipe(number(), finite())

/**
 * One condition on one field. Texts are compared without case and outer spaces; `days` counts today as the first or
 * last of them, `daysAgo` means so many days ago or longer.
 */
export const conditionSchema = variant('operator', [
  strictObject({ field, operator: picklist(['blank', 'notBlank']) }),
  strictObject({ field, operator: picklist(['is', 'isNot', 'contains']), text }),
  strictObject({ field, operator: literal('oneOf'), texts: pipe(array(text), minLength(1), maxLength(50)) }),
  strictObject({ field, operator: picklist(['equals', 'notEquals', 'less', 'atMost', 'more', 'atLeast']), value }),
  strictObject({ field, operator: literal('between'), from: value, to: value }),
  strictObject({ field, operator: picklist(['before', 'onOrAfter']), day: daySchema }),
  strictObject({ field, operator: literal('betweenDays'), from: daySchema, to: daySchema }),
  strictObject({
    field,
    operator: picklist(['lastDays', 'nextDays', 'daysAgo']),
    days: pipe(number(), integer(), minValue(1), maxValue(36_500)),
  }),
  strictObject({ field, operator: literal('inPeriod'), period: picklist(relativePeriods) }),
])
export type Condition = InferOutput<typeof conditionSchema>
export type Operator = Condition['operator']

/** Conditions that all hold, of which any holds, or of which none does. */
export type ConditionGroup = { every: 'all' | 'any' | 'none'; of: ConditionTree[] }
export type ConditionTree = Condition | ConditionGroup

function groupSchema(levels: number): GenericSchema<ConditionGroup> {
  const parts = levels > 1 ? union([conditionSchema, groupSchema(levels - 1)]) : conditionSchema
  return strictObject({ every: picklist(['all', 'any', 'none']), of: pipe(array(parts), maxLength(30)) })
}
const conditionsSchema = groupSchema(MOST_LEVELS)

const measureSchema = variant('kind', [
  strictObject({ kind: literal('count') }),
  strictObject({ kind: picklist(['sum', 'mean', 'median', 'distinct']), field }),
  strictObject({ kind: literal('share'), where: conditionsSchema }),
])
export type Measure = InferOutput<typeof measureSchema>

/** By the texts of a field, or by the periods of a date. */
const groupUnits = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const
const groupingSchema = strictObject({ field, unit: optional(picklist(groupUnits)) })
export type Grouping = InferOutput<typeof groupingSchema>

/** What is counted, without its name: what a preview and the backend are given. */
export const definitionSchema = strictObject({
  module: picklist(statisticModules),
  /** Of answers: which survey's. */
  survey: optional(pipe(string(), nonEmpty(), maxLength(64))),
  where: conditionsSchema,
  measure: measureSchema,
  group: optional(groupingSchema),
  /** Shares are 0 to 1; more is better (1) or less (-1). */
  target: optional(strictObject({ value, direction: picklist([1, -1]) })),
})
export type Definition = InferOutput<typeof definitionSchema>

export const statisticNameSchema = pipe(string(), nonEmpty(), maxLength(100))

export function isGroup(tree: ConditionTree): tree is ConditionGroup {
  return 'every' in tree
}

/** Every condition of a tree, from left to right. */
function conditionsIn(tree: ConditionTree): Condition[] {
  return isGroup(tree) ? tree.of.flatMap(conditionsIn) : [tree]
}

/** The fields that a definition reads, each once. */
export function fieldsUsed({ where, measure, group }: Definition): string[] {
  const measured = 'field' in measure ? [measure.field] : []
  const shared = measure.kind === 'share' ? conditionsIn(measure.where) : []
  const all = [...conditionsIn(where), ...shared].map(({ field: each }) => each)
  return [...new Set([...all, ...measured, ...(group ? [group.field] : [])])]
}
