import type { LocalMessages } from '../../messages/messages.ts'
import type { ValidationRule } from '../workbook.ts'

export type RuleTexts = LocalMessages['workbench']['rules']

/** What a cell may hold: in the rule's own words, else in ours. */
export function ruleText({ helpText, criteria, values }: ValidationRule, texts: RuleTexts): string {
  if (helpText) return helpText
  const [a, b] = values.map(String) as [string, string]
  switch (criteria) {
    case 'VALUE_IN_LIST':
      return texts.list((values[0] as unknown[]).join(', '))
    case 'TEXT_IS_VALID_EMAIL':
      return texts.email
    case 'TEXT_IS_VALID_URL':
      return texts.url
    case 'DATE_IS_VALID_DATE':
      return texts.date
    case 'NUMBER_BETWEEN':
      return texts.between(a, b)
    case 'NUMBER_GREATER_THAN':
      return texts.number(`> ${a}`)
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return texts.number(`≥ ${a}`)
    case 'NUMBER_LESS_THAN':
      return texts.number(`< ${a}`)
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
      return texts.number(`≤ ${a}`)
    case 'CUSTOM_FORMULA':
      return texts.formula(a)
  }
}
