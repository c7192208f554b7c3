/**
 * The day that a standard counts to: the day after the latest row that is not in the future, over all that it reads.
 *
 * Rows dated after today are slips or plans: they are left out, and one of them would add its distance to everybody's
 * days since the last order.
 *
 * @param days The days of each tab's rows.
 * @returns `today` where there are no such rows.
 */
export function countedTo(days: readonly (readonly number[])[], today: number): number {
  let latest = -Infinity
  for (const list of days) for (const day of list) if (day > latest && day <= today) latest = day
  return latest === -Infinity ? today : latest + 1
}
