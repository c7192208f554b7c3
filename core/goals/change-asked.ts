import { directionIn, plainWords } from './change-words.ts'

/** A change that a text asks for: up or down by an amount, told as per cent, points, or in the figure's own unit. */
export type ChangeAsked = { direction: 1 | -1; amount: number; told: 'percent' | 'points' | 'plain' }

const NUMBER = String.raw`(\d+(?:,\d{3})*(?:\.\d+)?)`
const UNIT = String.raw`(?:\s*(%|percentage points?|percent points?|per cent|percent|pp\b|points?\b|pts?\b|个百分点|个点|点|分))?`
export const patterns = [
  new RegExp(String.raw`\bby\s+(?:about\s+|at least\s+|another\s+)?${NUMBER}${UNIT}`),
  new RegExp(String.raw`[+±]\s*${NUMBER}${UNIT}`),
  new RegExp(String.raw`(?<!\d,?)${NUMBER}${UNIT}\s*(?:more|higher|above|up|fewer|less|lower|below|down)\b`),
  new RegExp(String.raw`\b(?:raise|increase|grow|lift|boost|reduce|cut|lower|decrease)\s+${NUMBER}${UNIT}`),
  new RegExp(
    String.raw`(?:提高|提升|增加|增长|上升|上调|扩大|降低|减少|下降|缩短|压缩|高于\S{0,20}?|低于\S{0,20}?)\s*(?:(?:了|约|至少)\s*)?${NUMBER}${UNIT}`,
  ),
]
const digits = '零一二三四五六七八九'

/**
 * The change that a goal's text asks for: `raise satisfaction by 5 %`, `满意度提高5个百分点`.
 *
 * Undefined where it asks for none, says no direction, or says where to get to (`to 90 %`, `提高到90%`).
 */
export function changeAsked(text: string): ChangeAsked | undefined {
  const words = plainWords(text).replace(/百分之([\d.零一二三四五六七八九十]+)/g, (_, number) => `${numeral(number)}%`)
  const direction = directionIn(words) ?? (/\+\s*\d/.test(words) ? 1 : undefined)
  if (direction === undefined) return undefined
  for (const pattern of patterns) {
    const found = pattern.exec(words)
    if (!found) continue
    const amount = Number((found[1] as string).replace(/,/g, ''))
    return amount > 0 ? { direction, amount, told: toldAs(found[2]) } : undefined
  }
  return undefined
}

function toldAs(unit: string | undefined): ChangeAsked['told'] {
  if (unit === undefined) return 'plain'
  return /^(?:%|per ?cent)$/.test(unit) ? 'percent' : 'points'
}

/** Chinese numerals up to 99, as `十五` or `二十`. */
function numeral(text: string): number {
  if (/^[\d.]+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const digit = (one: string | undefined) => Math.max(0, digits.indexOf(one || '零'))
  if (!text.includes('十')) return digit(ones)
  return (tens === '' ? 1 : digit(tens)) * 10 + digit(ones)
}
