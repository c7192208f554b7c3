import {
  type Condition,
  type ConditionGroup,
  type ConditionTree,
  type Definition,
  type Grouping,
  isGroup,
  type Measure,
  type Operator,
  type StatisticModule,
} from '../../../core/own-statistics/statistic.ts'
import type { StatisticFieldType } from '../../../core/own-statistics/statistic-field.ts'

/** A condition while it is typed: `a` and `b` are its values as texts. */
export type ConditionDraft = { key: number; field: string; operator: Operator; a: string; b: string }
/** Of the second level; what is deeper is kept as it is. */
export type InnerDraft = { key: number; every: ConditionGroup['every']; of: (ConditionDraft | KeptDraft)[] }
export type KeptDraft = { key: number; kept: ConditionTree }
export type GroupDraft = { every: ConditionGroup['every']; of: (ConditionDraft | InnerDraft | KeptDraft)[] }

/** A statistic while it is made. `id` is '' for a new one, `version` the one that it began with. */
export type StatisticDraft = {
  id: string
  version: number
  name: string
  module: StatisticModule
  survey: string
  where: GroupDraft
  measure: Measure['kind']
  measured: string
  share: GroupDraft
  groupBy: string
  unit: NonNullable<Grouping['unit']> | ''
  /** As typed; of a share in per cent. */
  target: string
  direction: 1 | -1
}

/** What can be asked of a field of each type. */
export const operatorsOf: Record<StatisticFieldType, readonly Operator[]> = {
  text: ['is', 'isNot', 'oneOf', 'contains', 'blank', 'notBlank'],
  number: ['equals', 'notEquals', 'less', 'atMost', 'more', 'atLeast', 'between', 'blank', 'notBlank'],
  money: ['equals', 'notEquals', 'less', 'atMost', 'more', 'atLeast', 'between', 'blank', 'notBlank'],
  date: ['lastDays', 'daysAgo', 'nextDays', 'inPeriod', 'before', 'onOrAfter', 'betweenDays', 'blank', 'notBlank'],
}

let keys = 0
/** Tells rows of the form apart while others come and go. */
export function newKey(): number {
  return ++keys
}

export function newCondition(): ConditionDraft {
  return { key: newKey(), field: '', operator: 'is', a: '', b: '' }
}

export function newDraft(module: StatisticModule): StatisticDraft {
  return {
    ...{ id: '', version: 0, name: '', module, survey: '', where: { every: 'all', of: [] }, measure: 'count' },
    ...{ measured: '', share: { every: 'all', of: [newCondition()] }, groupBy: '', unit: '', target: '', direction: 1 },
  }
}

export function draftOf(id: string, version: number, name: string, definition: Definition): StatisticDraft {
  const { module, survey = '', where, measure, group, target } = definition
  const perCent = measure.kind === 'share' ? 100 : 1
  const begun = newDraft(module)
  return {
    ...{ ...begun, id, version, name, survey, where: groupDraft(where), measure: measure.kind },
    measured: 'field' in measure ? measure.field : '',
    share: measure.kind === 'share' ? groupDraft(measure.where) : begun.share,
    ...{ groupBy: group?.field ?? '', unit: group?.unit ?? '' },
    target: target ? String(Number((target.value * perCent).toPrecision(12))) : '',
    direction: target?.direction ?? 1,
  }
}

function groupDraft({ every, of }: ConditionGroup): GroupDraft {
  return {
    every,
    of: of.map((part) => {
      if (!isGroup(part)) return conditionDraft(part)
      const inner = part.of.map((each) => (isGroup(each) ? { key: newKey(), kept: each } : conditionDraft(each)))
      return { key: newKey(), every: part.every, of: inner }
    }),
  }
}

function conditionDraft(condition: Condition): ConditionDraft {
  const draft = { key: newKey(), field: condition.field, operator: condition.operator, a: '', b: '' }
  if ('texts' in condition) return { ...draft, a: condition.texts.join('\n') }
  if ('from' in condition) return { ...draft, a: String(condition.from), b: String(condition.to) }
  if ('text' in condition) return { ...draft, a: condition.text }
  if ('value' in condition) return { ...draft, a: String(condition.value) }
  if ('days' in condition) return { ...draft, a: String(condition.days) }
  if ('day' in condition) return { ...draft, a: condition.day }
  return 'period' in condition ? { ...draft, a: condition.period } : draft
}
