/** What proving compares: a value, and what it rests on. */
export type Counted = { value: number | undefined; n: number | undefined }

/**
 * How a figure that is shown stands to a recount: `same`; `changed` where what it was counted from is not what it was,
 * as counting the usual way shows too; `differs` where both ways of counting disagree now, which must not be.
 *
 * Binary fractions that come of another order of adding are no difference.
 */
export function proofVerdict(shown: Counted, recount: Counted, now: Counted): 'same' | 'changed' | 'differs' {
  if (!isSame(recount, now)) return 'differs'
  return isSame(shown, recount) ? 'same' : 'changed'
}

function isSame(one: Counted, other: Counted): boolean {
  return isNear(one.value, other.value) && isNear(one.n, other.n)
}

function isNear(one: number | undefined, other: number | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one))
}
