import type { Cell, ValidationRule } from '../../../workbench/workbook.ts'
import { emulated, enumeration } from '../emulated.ts'
import { exception } from '../exception.ts'

export const dataValidationCriteria = enumeration('DataValidationCriteria', [
  'VALUE_IN_LIST',
  'TEXT_IS_VALID_EMAIL',
  'TEXT_IS_VALID_URL',
  'DATE_IS_VALID_DATE',
  'NUMBER_BETWEEN',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'CUSTOM_FORMULA',
])

type Draft = Omit<ValidationRule, 'criteria'> & { criteria: ValidationRule['criteria'] | undefined }

const rules = new WeakMap<object, ValidationRule>()

/** What SpreadsheetApp.newDataValidation() gives. */
export function dataValidationBuilder(
  from: Draft = { criteria: undefined, values: [], allowInvalid: true, helpText: null },
): object {
  const draft = { ...from }
  const wanted = (criteria: ValidationRule['criteria'], ...values: ValidationRule['values']) => {
    Object.assign(draft, { criteria, values })
    return self
  }
  const self = emulated('DataValidationBuilder', {
    ...facts(draft),
    requireValueInList: (values: unknown[], showDropdown = true) =>
      wanted('VALUE_IN_LIST', values.map(String), showDropdown),
    requireTextIsEmail: () => wanted('TEXT_IS_VALID_EMAIL'),
    requireTextIsUrl: () => wanted('TEXT_IS_VALID_URL'),
    requireDate: () => wanted('DATE_IS_VALID_DATE'),
    requireNumberBetween: (start: number, end: number) => wanted('NUMBER_BETWEEN', start, end),
    requireNumberGreaterThan: (number: number) => wanted('NUMBER_GREATER_THAN', number),
    requireNumberGreaterThanOrEqualTo: (number: number) => wanted('NUMBER_GREATER_THAN_OR_EQUAL_TO', number),
    requireNumberLessThan: (number: number) => wanted('NUMBER_LESS_THAN', number),
    requireNumberLessThanOrEqualTo: (number: number) => wanted('NUMBER_LESS_THAN_OR_EQUAL_TO', number),
    requireFormulaSatisfied: (formula: string) => wanted('CUSTOM_FORMULA', formula),
    withCriteria: (criteria: ValidationRule['criteria'], values: Cell[]) => wanted(criteria, ...values),
    setAllowInvalid(allowInvalid: boolean) {
      draft.allowInvalid = allowInvalid
      return self
    },
    setHelpText(helpText: string) {
      draft.helpText = helpText
      return self
    },
    build() {
      const { criteria } = draft
      if (criteria === undefined) throw exception('A data validation rule must have a criteria.')
      return dataValidation({ ...draft, criteria })
    },
  })
  return self
}

/** A DataValidation. */
export function dataValidation(rule: ValidationRule): object {
  const made = emulated('DataValidation', facts(rule))
  rules.set(made, rule)
  return made
}

/** The rule that a script gave, or none where it gave null. */
export function ruleOf(given: unknown): ValidationRule | null {
  if (given === null || given === undefined) return null
  const rule = typeof given === 'object' ? rules.get(given) : undefined
  if (rule === undefined)
    throw exception('The parameters do not match the method signature: a DataValidation was expected.')
  return rule
}

function facts(rule: Draft) {
  return {
    getCriteriaType: () => rule.criteria ?? null,
    getCriteriaValues: () => rule.values,
    getAllowInvalid: () => rule.allowInvalid,
    getHelpText: () => rule.helpText,
    copy: () => dataValidationBuilder(rule),
  }
}
