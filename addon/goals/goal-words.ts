import { type SubjectKind, subjectKinds } from '../../core/goals/goal-draft.ts'
import { kpiCatalogue } from '../../core/kpi/kpi-catalogue.ts'
import { en } from '../../core/messages/en.ts'
import { zhCN } from '../../core/messages/zh-cn.ts'

/** The kind of subject that a cell names, in either language or as programs write it; '' for none. */
export function subjectKindIn(text: string): SubjectKind | '' {
  const asked = text.toLowerCase()
  const isNamed = (kind: SubjectKind) =>
    [kind, ...[en, zhCN].map(({ goalSubjects }) => goalSubjects[kind])].some((word) => word.toLowerCase() === asked)
  return subjectKinds.find(isNamed) ?? ''
}

/** The measure that a cell names: its id, or what a KPI is called in either language; other texts as they are. */
export function measureIn(text: string): string {
  const asked = text.toLowerCase()
  const ids = Object.keys(kpiCatalogue) as (keyof typeof kpiCatalogue)[]
  const isNamed = (id: keyof typeof kpiCatalogue) =>
    [id, ...[en, zhCN].map(({ kpis }) => kpis[id])].some((word) => word.toLowerCase() === asked)
  return ids.find(isNamed) ?? text
}
