import type { InferOutput } from 'valibot'
import {
  array,
  integer,
  maxLength,
  maxValue,
  minValue,
  nullish,
  number,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { daySchema } from '../calendar/day-schema.ts'

/** Whom a survey asks. Staff answer anonymously: their figures are shown after the survey is closed, never one by one. */
export const surveyKinds = ['customers', 'staff'] as const
export type SurveyKind = (typeof surveyKinds)[number]

/** What a low answer leads to. */
const followUpSchema = strictObject({
  question: pipe(string(), maxLength(40)),
  atMost: pipe(number(), integer()),
  opens: picklist(['complaint', 'task']),
})
export type FollowUpRule = InferOutput<typeof followUpSchema>

const count = pipe(number(), integer(), minValue(1), maxValue(10_000_000))

/** What can be set of a survey beside its questions; null takes a setting away. */
export const surveySettingsEntries = {
  /** The last day on which it can be answered. */
  closesOn: nullish(daySchema),
  /** It closes after so many further answers through its links. */
  quota: nullish(count),
  /** Of a survey of staff: the single choice by which its figures can be cut, the only one. */
  staffGroup: nullish(pipe(string(), maxLength(40))),
  /** Points for answering, once a customer. */
  rewardPoints: nullish(count),
  /** Answers that came through a link or a person open a complaint or a task where a rule says so; imports do not. */
  followUp: nullish(pipe(array(followUpSchema), maxLength(20))),
}
