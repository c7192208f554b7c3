import type { InferOutput } from 'valibot'
import { array, maxLength, maxValue, minValue, number, object, pipe, string } from 'valibot'

/** The person who handles the complaint at that time, as somebody to be told. */
export const HANDLER = '@handler'

/** E-mail addresses, names or positions of the desk's people, or `@handler`. */
const recipientsSchema = pipe(array(pipe(string(), maxLength(200))), maxLength(20))

/** Whom time running out is told, level by level. */
export const escalationSchema = object({
  /** When the share of a target is used up after which it is at risk. */
  warning: recipientsSchema,
  /** When a target is missed. */
  breach: recipientsSchema,
  /** So many business minutes after that, ascending. */
  levels: pipe(
    array(object({ afterMinutes: pipe(number(), minValue(1), maxValue(1_000_000)), to: recipientsSchema })),
    maxLength(10),
  ),
})
export type Escalation = InferOutput<typeof escalationSchema>

/** The handler is warned and told; two and eight hours of work later whoever is a manager. */
export const defaultEscalation: Escalation = {
  warning: [HANDLER],
  breach: [HANDLER],
  levels: [
    { afterMinutes: 120, to: ['manager'] },
    { afterMinutes: 480, to: ['manager'] },
  ],
}

/** Whom a step is told: 0 the warning, 1 the breach, then the levels; nobody where the policy has no such level now. */
export function recipientsOf(escalation: Escalation, step: number): readonly string[] {
  const { warning, breach, levels } = escalation
  return [warning, breach, ...levels.map(({ to }) => to)][step] ?? []
}
