import { median } from '../../core/maths/median.ts'

export type Sample = { seconds: number; mb: number }
export type Growth = {
  samples: number
  firstMb: number
  lastMb: number
  mbPerHour: number
  allowedMb: number
  grew: boolean
}

/** What memory may grow by from the middle of a run to its end: so many MB, or this share of what it was. */
export type Allowed = { mb: number; share: number }

/** Of so many samples in a row the least counts. */
const IN_A_ROW = 3

/**
 * Whether memory grows, by the Theil-Sen slope (the median of the slopes between all pairs) over the second half of a run:
 * one outlier, or what a program takes while it warms up, changes nothing. Of some samples in a row the least counts: what
 * is worked on at a moment, which is more on a busy machine, only ever adds to what is kept.
 *
 * @see Sen (1968), Estimates of the regression coefficient based on Kendall's tau.
 */
export function growth(samples: readonly Sample[], { mb, share }: Allowed): Growth {
  const half = floors(samples.slice(Math.floor(samples.length / 2)))
  const [first, last] = [half[0], half.at(-1)]
  if (!first || !last) return { samples: 0, firstMb: 0, lastMb: 0, mbPerHour: 0, allowedMb: mb, grew: false }
  const slopes = half.flatMap((a, at) =>
    half.slice(at + 1).map((b) => (b.mb - a.mb) / Math.max(b.seconds - a.seconds, 0.001)),
  )
  const slope = median(slopes) ?? 0
  const allowedMb = Math.max(mb, share * (median(half.map((sample) => sample.mb)) ?? 0))
  return {
    samples: samples.length,
    firstMb: round(first.mb),
    lastMb: round(last.mb),
    mbPerHour: round(slope * 3600),
    allowedMb: round(allowedMb),
    grew: slope * (last.seconds - first.seconds) > allowedMb,
  }
}

function floors(samples: readonly Sample[]): Sample[] {
  if (samples.length < 2 * IN_A_ROW) return [...samples]
  const rows = Array.from({ length: Math.floor(samples.length / IN_A_ROW) }, (_, at) =>
    samples.slice(at * IN_A_ROW, (at + 1) * IN_A_ROW),
  )
  return rows.map((row) => row.reduce((least, sample) => (sample.mb < least.mb ? sample : least)))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
