import type { ComplaintPart } from './complaint-plan.ts'
import type { TimePart } from './complaint-times.ts'

/** Why a row is not taken. */
export type ComplaintProblem =
  | { code: 'noDate' | 'nothing' | 'ratedOpen' }
  | { code: 'ambiguousDate' | 'notDate' | 'ahead' | 'longAgo' | 'unknownWord'; part: ComplaintPart; text: string }
  | { code: 'backwards'; earlier: TimePart; later: TimePart }
  | { code: 'openButEnded'; text: string; part: TimePart }
  | { code: 'notAmount' | 'notScore'; text: string }
  | { code: 'fitsTwo'; customers: readonly string[] }
  | { code: 'tooLong'; part: ComplaintPart; most: number }
