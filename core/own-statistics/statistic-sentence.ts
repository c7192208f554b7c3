import type { Messages } from '../messages/messages.ts'
import { type Condition, type ConditionTree, type Definition, isGroup, type Measure } from './statistic.ts'
import { choiceLabel, fieldLabel, type StatisticField } from './statistic-field.ts'

/** What names are needed to say a definition: its fields', and its survey's where it has one. */
export type SentenceNames = { fields: readonly StatisticField[]; survey?: string | undefined }

/** A definition in one sentence of plain words. */
export function statisticSentence(definition: Definition, names: SentenceNames, messages: Messages): string {
  const words = messages.statisticWords
  const { module, measure, where, group, target } = definition
  const noun = names.survey ? words.ofSurvey({ noun: words.nouns[module], survey: names.survey }) : words.nouns[module]
  const conditions = treeText(where, names, messages)
  const what = measureText(measure, noun, names, messages)
  const limited = conditions ? words.where({ measure: what, conditions }) : what
  const cut = group && fieldLabel(names.fields, group.field)
  const grouped =
    cut === undefined
      ? limited
      : words.byField({ says: limited, field: group?.unit ? words.byUnit[group.unit](cut) : cut })
  if (!target) return words.sentence(grouped)
  const value = measure.kind === 'share' ? words.percent(plain(target.value * 100)) : plain(target.value)
  const aimed = target.direction === 1 ? words.atLeast : words.atMost
  return words.sentence(aimed({ says: grouped, value }))
}

function measureText(measure: Measure, noun: string, names: SentenceNames, messages: Messages): string {
  const words = messages.statisticWords.measures
  if (measure.kind === 'count') return words.count({ noun })
  if (measure.kind === 'share') {
    const conditions = treeText(measure.where, names, messages) || messages.statisticWords.everything
    return words.share({ noun, field: conditions })
  }
  return words[measure.kind]({ noun, field: fieldLabel(names.fields, measure.field) })
}

/** '' where nothing is asked. */
function treeText(tree: ConditionTree, names: SentenceNames, messages: Messages): string {
  if (!isGroup(tree)) return conditionText(tree, names, messages)
  const words = messages.statisticWords
  const parts = tree.of.map((each) => {
    const text = treeText(each, names, messages)
    return isGroup(each) && each.of.length > 1 && tree.of.length > 1 ? words.inner(text) : text
  })
  const said = parts.filter(Boolean)
  return said.length === 0 ? '' : words[tree.every](said)
}

function conditionText(condition: Condition, { fields }: SentenceNames, messages: Messages): string {
  const { conditions: words, periods } = messages.statisticWords
  const field = fieldLabel(fields, condition.field)
  const shown = (text: string) => choiceLabel(fields, condition.field, text)
  switch (condition.operator) {
    case 'blank':
    case 'notBlank':
      return words[condition.operator]({ field })
    case 'is':
    case 'isNot':
    case 'contains':
      return words[condition.operator]({ field, text: shown(condition.text) })
    case 'oneOf':
      return words.oneOf({ field, texts: condition.texts.map(shown) })
    case 'between':
      return words.between({ field, from: plain(condition.from), to: plain(condition.to) })
    case 'betweenDays':
      return words.betweenDays({ field, from: condition.from, to: condition.to })
    case 'before':
    case 'onOrAfter':
      return words[condition.operator]({ field, day: condition.day })
    case 'lastDays':
    case 'nextDays':
    case 'daysAgo':
      return words[condition.operator]({ field, days: condition.days })
    case 'inPeriod':
      return words.inPeriod({ field, period: periods[condition.period] })
    default:
      return words[condition.operator]({ field, value: plain(condition.value) })
  }
}

/** Without the residue of binary fractions. */
function plain(number: number): string {
  return String(Number(number.toPrecision(12)))
}
