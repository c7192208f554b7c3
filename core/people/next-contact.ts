/**
 * When a customer is to be contacted next, and how many days ago that was: 0 where the day is still to come.
 *
 * A customer who was never contacted is due on the day of asking.
 *
 * @param last Day of the last contact, undefined for none.
 * @param every Days from one contact to the next.
 */
export function nextContact(
  last: number | undefined,
  every: number,
  asOf: number,
): { day: number; daysOverdue: number } {
  const day = last === undefined ? asOf : last + every
  return { day, daysOverdue: Math.max(0, asOf - day) }
}
