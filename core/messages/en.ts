import { cellErrors } from './en/cell-errors.ts'
import { complaintSettings } from './en/complaint-settings.ts'
import { complaints } from './en/complaints.ts'
import { customers } from './en/customers.ts'
import { forms } from './en/forms.ts'
import { formulas } from './en/formulas.ts'
import { goals } from './en/goals.ts'
import { imports } from './en/imports.ts'
import { kpis } from './en/kpis.ts'
import { requestErrors } from './en/request-errors.ts'
import { scoresAndTiers } from './en/scores-and-tiers.ts'
import { sheetErrors } from './en/sheet-errors.ts'
import { statistics } from './en/statistics.ts'
import { surveyAnswers } from './en/survey-answers.ts'
import { surveys } from './en/surveys.ts'
import { tabs } from './en/tabs.ts'
import { workspace } from './en/workspace.ts'

/** Every text in English, put together of its areas. */
export const en = {
  ...cellErrors,
  ...complaintSettings,
  ...complaints,
  ...customers,
  ...forms,
  ...formulas,
  ...goals,
  ...imports,
  ...kpis,
  ...requestErrors,
  ...scoresAndTiers,
  ...sheetErrors,
  ...statistics,
  ...surveyAnswers,
  ...surveys,
  ...tabs,
  ...workspace,
  errors: { ...cellErrors.errors, ...requestErrors.errors, ...sheetErrors.errors },
}
