import type { PlainCell } from '../../customer-file/customer-table.ts'
import { fold } from '../../headers.ts'

/** Words for the satisfaction with the handling, 1 to 5, in Chinese and as Zoho Desk has them. */
const words: Record<string, number> = {
  ...{ good: 5, okay: 3, ok: 3, bad: 1 },
  ...{ verysatisfied: 5, satisfied: 4, neutral: 3, dissatisfied: 2, verydissatisfied: 1 },
  ...{ 非常满意: 5, 很满意: 5, 满意: 4, 一般: 3, 不满意: 2, 非常不满意: 1, 很不满意: 1 },
}

/** The satisfaction that a cell tells, 1 to 5; undefined where it is blank. */
export function handlingScore(cell: PlainCell): number | 'unreadable' | undefined {
  const text = fold(String(cell))
  if (text === '') return undefined
  return words[text] ?? (/^[1-5]$/.test(text) ? Number(text) : 'unreadable')
}
