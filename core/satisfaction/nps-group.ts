export type NpsGroup = 'promoter' | 'passive' | 'detractor'

/** The group of an answer: 9 and 10 promoter, 7 and 8 passive, 0 to 6 detractor; undefined unless whole and 0 to 10. */
export function npsGroup(score: number): NpsGroup | undefined {
  if (!Number.isInteger(score) || score < 0 || score > 10) return undefined
  if (score >= 9) return 'promoter'
  return score >= 7 ? 'passive' : 'detractor'
}
