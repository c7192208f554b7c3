import { npsStats } from '../../core/satisfaction/nps-stats.ts'
import type { LocalMessages } from '../messages/messages.ts'
import type { SheetTable } from '../sheet-table.ts'
import type { Cell } from '../workbench/workbook.ts'
import type { Period } from './customers.ts'
import type { Order } from './orders.ts'
import type { StaffMember } from './staff.ts'
import type { SurveyAnswer } from './survey-answers.ts'

/** The goal year began so many days before the end of the data. */
const DAYS_GONE = 272

/** A goal with five parts, each measured by a formula on the other tabs, and its progress. */
export function goalsSheet(
  orders: Order[],
  answers: SurveyAnswer[],
  staff: StaffMember[],
  period: Period,
  words: LocalMessages['sample'],
): SheetTable {
  const { goals, tabs } = words
  const start = period.last - DAYS_GONE
  const before = orders.filter(({ day }) => day >= start - 365 && day < start)
  const earlier = answers.filter(({ day }) => day < start)
  const revenue = before.reduce((sum, { amountCents }) => sum + amountCents, 0) / 100
  const npsBefore = Math.round(nps(earlier))

  const part = (id: number, name: string, weight: number, baseline: number, target: number, actual: string): Cell[] => {
    const owner = staff[id % 4]!.name
    return [`G${id}`, 'G1', name, owner, weight, baseline, target, actual, { date: start }, { date: start + 365 }]
  }
  const orderColumn = (letter: string) => `'${tabs.orders}'!${letter}:${letter}`
  const answerColumn = (letter: string) => `'${tabs.surveyAnswers}'!${letter}:${letter}`
  const meanSince = (letter: string, row: number) =>
    `=ROUND(AVERAGEIF(${answerColumn('B')}, ">="&I${row}, ${answerColumn(letter)}), 2)`
  const rows: Cell[][] = [
    ['G1', '', goals.whole, staff[0]!.name, '', '', '', '', '', ''],
    part(
      2,
      goals.revenue,
      3,
      0,
      rounded(revenue * 1.08, 1000),
      `=SUMIF(${orderColumn('C')}, ">="&I3, ${orderColumn('D')})`,
    ),
    part(3, goals.orders, 2, 0, rounded(before.length * 1.05, 10), `=COUNTIF(${orderColumn('C')}, ">="&I4)`),
    part(
      4,
      goals.nps,
      3,
      npsBefore,
      npsBefore + 5,
      `=ROUND(TS_NPS(FILTER(${answerColumn('D')}, ${answerColumn('B')}>=I5)), 1)`,
    ),
    part(5, goals.quality, 1, mean(earlier, 'quality'), 4.2, meanSince('E', 6)),
    part(6, goals.speed, 1, mean(earlier, 'speed'), 4, meanSince('G', 7)),
  ]
  const progress = `=TS_GOAL_PROGRESS(H2:H7, G2:G7, F2:F7, I2:I7, J2:J7, MAX(${orderColumn('C')}))`
  return {
    name: tabs.goals,
    header: words.headers.goals,
    columns: 'text text text text number number number formula date date formula number number text'.split(
      ' ',
    ) as SheetTable['columns'],
    rows: rows.map((row, index) => [...row, index === 0 ? progress : '', '', '', '']),
  }
}

function nps(answers: SurveyAnswer[]): number {
  const promoters = answers.filter((answer) => answer.nps >= 9).length
  const detractors = answers.filter((answer) => answer.nps <= 6).length
  return npsStats({ promoters, detractors, passives: answers.length - promoters - detractors })!.nps
}

function mean(answers: SurveyAnswer[], dimension: 'quality' | 'speed'): number {
  return rounded(answers.reduce((sum, answer) => sum + answer[dimension], 0) / answers.length, 0.01)
}

function rounded(value: number, unit: number): number {
  return Number((Math.round(value / unit) * unit).toFixed(2))
}
