import type { InferOutput } from 'valibot'
import {
  array,
  email,
  integer,
  maxLength,
  minValue,
  nonEmpty,
  number,
  object,
  optional,
  pipe,
  string,
  trim,
} from 'valibot'
import { daySchema } from '../calendar/day-schema.ts'

const nameSchema = pipe(string(), trim(), nonEmpty('notBlank'), maxLength(200))
const namesSchema = pipe(array(nameSchema), maxLength(50))

/** Somebody of the desk: whom complaints are given to, and whom they are escalated to. */
export const deskPersonSchema = object({
  /** As customers' owners are called in the sheet. */
  name: nameSchema,
  email: optional(pipe(string(), email('email'), maxLength(200))),
  /** Such as manager. */
  position: optional(nameSchema),
  /** What they know about: categories, or whatever routing rules name. */
  skills: optional(namesSchema, []),
  /** How many open ones routing gives to them at most; 0 gives none. */
  capacity: optional(pipe(number(), integer(), minValue(0)), 0),
  /** First and last day of being away, and who stands in. */
  away: optional(object({ from: daySchema, to: daySchema, deputy: optional(nameSchema) })),
})
export type DeskPerson = InferOutput<typeof deskPersonSchema>

/** Whether somebody is away on a day `YYYY-MM-DD`. */
export function isAway({ away }: DeskPerson, day: string): boolean {
  return away !== undefined && away.from <= day && day <= away.to
}
