import { expect, test } from 'vitest'
import type { CellContext } from '../../addon/formulas/cell-context.ts'
import { askedPeriod } from '../../addon/formulas/live/question-parts.ts'
import { zoneDays } from '../../core/calendar/zone-days.ts'

const zone = zoneDays(() => 0)
const asked = (given: string | Date) => askedPeriod({ zone } as CellContext, 'period', given)

test('a date of a month’s first day is the month that Sheets made it of; any other, and text, is as it says', () => {
  expect(asked(new Date('2026-03-01T00:00:00Z'))).toBe('2026-03')
  expect(asked(new Date('2026-03-15T00:00:00Z'))).toBe('2026-03-15')
  expect(['2026-03', '2026-03-01', 'ALL'].map(asked)).toEqual(['2026-03', '2026-03-01', 'ALL'])
})
