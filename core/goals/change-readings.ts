import type { ChangeAsked } from './change-asked.ts'

/** How a figure is scaled: 0 to 1, in points (NPS, per cent as numbers), or anything else. */
export type GoalScale = 'share' | 'points' | 'plain'

/** One way to read "by 5 %", with the target that it leads to. */
export type ChangeReading = { as: 'points' | 'relative' | 'plain'; target: number }

const words = /^(?:%|per ?cents?|percentage|points?|pts?|pp|分|点|百分点|百分比)$/

/**
 * The targets that a change can mean. Two of them: the person has to say which, it is not guessed.
 *
 * Per cent of a figure that is itself a share or in points may mean points or a part of the figure; so may a bare
 * number of a share. A part of a negative figure is a part of its size, so that up stays up.
 *
 * @returns None without a baseline.
 */
export function changeReadings(change: ChangeAsked, scale: GoalScale, baseline: number | undefined): ChangeReading[] {
  if (baseline === undefined) return []
  const { direction, amount, told } = change
  const relative: ChangeReading = {
    as: 'relative',
    target: clean(baseline + (direction * Math.abs(baseline) * amount) / 100),
  }
  const added = scale === 'share' ? amount / 100 : amount
  const points: ChangeReading = {
    as: scale === 'plain' ? 'plain' : 'points',
    target: clean(baseline + direction * added),
  }
  if (told === 'points') return [points]
  if (scale === 'plain') return [told === 'percent' ? relative : points]
  return told === 'percent' || scale === 'share' ? [points, relative] : [points]
}

/** The scale of a unit that a person typed. */
export function scaleOf(unit: string): GoalScale {
  return words.test(unit.normalize('NFKC').trim().toLowerCase()) ? 'points' : 'plain'
}

/** Without the binary residue of a sum. */
function clean(value: number): number {
  return Number(value.toPrecision(12))
}
