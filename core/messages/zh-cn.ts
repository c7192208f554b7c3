import type { Messages } from './messages.ts'
import { cellErrors } from './zh-cn/cell-errors.ts'
import { complaintSettings } from './zh-cn/complaint-settings.ts'
import { complaints } from './zh-cn/complaints.ts'
import { customers } from './zh-cn/customers.ts'
import { forms } from './zh-cn/forms.ts'
import { formulas } from './zh-cn/formulas.ts'
import { goals } from './zh-cn/goals.ts'
import { imports } from './zh-cn/imports.ts'
import { kpis } from './zh-cn/kpis.ts'
import { requestErrors } from './zh-cn/request-errors.ts'
import { scoresAndTiers } from './zh-cn/scores-and-tiers.ts'
import { sheetErrors } from './zh-cn/sheet-errors.ts'
import { statistics } from './zh-cn/statistics.ts'
import { surveyAnswers } from './zh-cn/survey-answers.ts'
import { surveys } from './zh-cn/surveys.ts'
import { tabs } from './zh-cn/tabs.ts'
import { workspace } from './zh-cn/workspace.ts'

export const zhCN: Messages = {
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
