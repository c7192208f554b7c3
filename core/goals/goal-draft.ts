/** Whom or what a goal is for; '' in a draft stands for everybody. */
export const subjectKinds = ['person', 'team', 'customer', 'tier', 'segment'] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** A goal as it is being written: any part may still be missing. Days are days since 1970-01-01. */
export type GoalDraft = {
  goal: string
  subjectKind: SubjectKind | ''
  subject: string
  owner: string
  /** A KPI's id or `own:` with a statistic's; '' where the actual figure is typed. */
  measure: string
  /** What a typed figure is counted in, in the person's words. */
  unit: string
  baseline: number | undefined
  target: number | undefined
  start: number | undefined
  due: number | undefined
  /** The id of the goal that it is part of. */
  parent: string
  why: string
}
