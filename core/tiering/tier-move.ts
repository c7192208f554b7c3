/**
 * Why a tier moved: by the standard, by a round's publication, by a person, because a person's decision ended,
 * for the first time, or because the customer left the file.
 */
export const tierCauses = ['score', 'round', 'override', 'overrideEnded', 'first', 'gone'] as const
export type TierCause = (typeof tierCauses)[number]

/** One line of the tier history. */
export type TierMove = {
  customerId: string
  /** '' for no tier. */
  from: string
  to: string
  cause: TierCause
  /** A person's own words; '' where nobody decided. */
  reason: string
}

/** A line with what places it: the instant as a serial day with its time of day, the standard it belongs to. */
export type RecordedMove = TierMove & { at: number; standard: string }
