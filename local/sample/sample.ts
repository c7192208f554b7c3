import type { Language } from '../../core/messages/messages.ts'
import { calendarDay, serialDay } from '../../core/orders/serial-day.ts'
import { localMessages } from '../messages/messages.ts'
import { rfmSheet } from '../rfm-sheet.ts'
import type { SheetTable } from '../sheet-table.ts'
import { customers, type Period } from './customers.ts'
import { goalsSheet } from './goals-sheet.ts'
import { interactions } from './interactions.ts'
import { opportunities } from './opportunities.ts'
import { orders } from './orders.ts'
import {
  customersSheet,
  interactionsSheet,
  opportunitiesSheet,
  ordersSheet,
  staffSheet,
  surveyAnswersSheet,
} from './sheets.ts'
import { staff } from './staff.ts'
import { startSheet } from './start-sheet.ts'
import { surveyAnswers } from './survey-answers.ts'

export type Sample = { name: string; sheets: SheetTable[] }

/**
 * The sample workbook: a made-up team with its customers and two years of what they bought and said.
 *
 * The same seed and end date give the same workbook; the language changes its words and none of its figures.
 *
 * @param endDate Last of the two years, `2026-06-30`.
 * @param customers How many; all else is as much the less. 10 at least.
 */
export function sample({
  seed = 1,
  endDate = '2026-06-30',
  language = 'en' as Language,
  customers: count = 600,
}: {
  seed?: number
  endDate?: string
  language?: Language
  customers?: number
} = {}): Sample {
  const words = localMessages(language).sample
  const period = twoYearsTo(endDate)
  const team = staff(seed)
  const people = customers(seed, period, team, count)
  const sales = orders(seed, period, people)
  const contacts = interactions(seed, period, people)
  const answers = surveyAnswers(seed, period, people)
  return {
    name: words.workbook,
    sheets: [
      startSheet(words, count),
      customersSheet(people, contacts, words),
      ordersSheet(sales, period, words),
      rfmSheet(words.tabs.rfm, words.tabs.orders),
      interactionsSheet(contacts, words),
      staffSheet(team, words),
      opportunitiesSheet(opportunities(seed, period, people), words),
      surveyAnswersSheet(answers, words),
      goalsSheet(sales, answers, team, period, words),
    ],
  }
}

/** The day after the end date two years before, to the end date. */
function twoYearsTo(endDate: string): Period {
  const [year, month, day] = endDate.split('-').map(Number) as [number, number, number]
  const last = serialDay(year, month, day)
  if (last === undefined) throw new RangeError(`sample: ${endDate} is not a date such as 2026-06-30`)
  const next = calendarDay(last + 1)
  return { first: serialDay(next.year - 2, next.month, Math.min(next.day, 28))!, last }
}
