import { literal, optional, string } from 'valibot'
import type { Holding } from '../survey/asked-days.ts'

/** How far figures hold, as clients are told. */
export const heldEntries = {
  asOf: string(),
  /** Newer answers are still to be counted. */
  behind: optional(literal(true)),
  /** Until then answers may move between groups. */
  settlesAt: optional(string()),
}

/** @param now What figures hold as of, unless they are behind. */
export function heldReply({ behind, settlesAt }: Holding, now: string) {
  return { asOf: behind ?? now, ...(behind && { behind: true as const }), ...(settlesAt && { settlesAt }) }
}
