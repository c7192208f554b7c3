export type Area = 'surveys' | 'complaints' | 'team'

/** By the last digit of a seed: worlds of the desk take four times as long as others. */
const BY_DIGIT: Area[] = [
  ...(['team', 'surveys', 'surveys', 'team', 'surveys', 'complaints'] as const),
  ...(['surveys', 'team', 'surveys', 'surveys'] as const),
]

/** What the world of a seed is about, where all areas take turns. */
export function areaOf(seed: number): Area {
  return BY_DIGIT[seed % BY_DIGIT.length]!
}
