import { safeParse } from 'valibot'
import {
  type ConditionTree,
  conditionSchema,
  type Definition,
  type Measure,
} from '../../../core/own-statistics/statistic.ts'
import type { ConditionDraft, GroupDraft, InnerDraft, StatisticDraft } from './draft.ts'

/** What a draft says; undefined while something is still to be chosen or typed. */
export function draftDefinition(draft: StatisticDraft): Definition | undefined {
  const { module, survey, groupBy, unit } = draft
  const where = groupTree(draft.where)
  const measure = measureOf(draft)
  if (!where || !measure || (module === 'answers' && !survey)) return undefined
  const target = targetOf(draft)
  if (target === 'wrong') return undefined
  return {
    ...{ module, where, measure },
    ...(module === 'answers' && { survey }),
    ...(groupBy && { group: { field: groupBy, ...(unit && { unit }) } }),
    ...(target && { target }),
  }
}

function measureOf({ measure, measured, share }: StatisticDraft): Measure | undefined {
  if (measure === 'count') return { kind: 'count' }
  if (measure !== 'share') return measured ? { kind: measure, field: measured } : undefined
  const where = groupTree(share)
  return where && where.of.length > 0 ? { kind: 'share', where } : undefined
}

function targetOf({ target, direction, measure }: StatisticDraft): Definition['target'] | 'wrong' {
  if (target.trim() === '') return undefined
  const value = Number(target) / (measure === 'share' ? 100 : 1)
  return Number.isFinite(value) ? { value, direction } : 'wrong'
}

type Group = { every: GroupDraft['every']; of: ConditionTree[] }

/** A group with all its conditions; undefined where one is not filled in. A group of none asks nothing. */
function groupTree({ every, of }: GroupDraft | InnerDraft): Group | undefined {
  const parts = of.map((part) => {
    if ('kept' in part) return part.kept
    if (!('every' in part)) return filledCondition(part)
    return part.of.length === 0 ? null : groupTree(part)
  })
  if (parts.includes(undefined)) return undefined
  const known = parts.filter((part): part is ConditionTree => part !== null && part !== undefined)
  return { every: known.length === 0 ? 'all' : every, of: known }
}

/** The condition; undefined where something of it is blank or can't be. */
function filledCondition(draft: ConditionDraft): ConditionTree | undefined {
  const { field, operator } = draft
  const parsed = safeParse(conditionSchema, { field, operator, ...valuesOf(draft) })
  return parsed.success ? parsed.output : undefined
}

function valuesOf({ operator, a, b }: ConditionDraft): Record<string, unknown> {
  const number = (text: string) => (text.trim() === '' ? undefined : Number(text))
  switch (operator) {
    case 'blank':
    case 'notBlank':
      return {}
    case 'is':
    case 'isNot':
    case 'contains':
      return { text: a.trim() }
    case 'oneOf':
      return { texts: a.split('\n').flatMap((text) => text.trim() || []) }
    case 'between':
      return { from: number(a), to: number(b) }
    case 'before':
    case 'onOrAfter':
      return { day: a }
    case 'betweenDays':
      return { from: a, to: b }
    case 'lastDays':
    case 'nextDays':
    case 'daysAgo':
      return { days: number(a) }
    case 'inPeriod':
      return { period: a }
    default:
      return { value: number(a) }
  }
}
