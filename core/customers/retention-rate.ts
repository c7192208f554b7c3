/**
 * The share of the customers at the start who are still there at the end: (end - new) / start.
 *
 * @returns undefined where there were none at the start.
 */
export function retentionRate(atStart: number, atEnd: number, added: number): number | undefined {
  return atStart === 0 ? undefined : (atEnd - added) / atStart
}
