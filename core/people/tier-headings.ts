import { fold } from '../headers.ts'

/** What a column of tiers is called, beside its own header. */
export const tierHeadings = [
  'tier',
  'customer tier',
  'customer level',
  'grade',
  '客户等级',
  '等级',
  '客户级别',
  '客户分级',
  '级别',
  '客户评级',
] as const

const folded = tierHeadings.map(fold)

/** Whether a text is a heading over tiers rather than one of them. */
export function isTierHeading(text: string): boolean {
  return folded.includes(fold(text))
}
