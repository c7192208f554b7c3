import type { LocalMessages } from '../messages/messages.ts'
import type { SheetTable } from '../sheet-table.ts'
import type { Cell } from '../workbench/workbook.ts'

/** The tab that opens first: a few live figures and what to try next. */
export function startSheet(words: LocalMessages['sample'], customers: number): SheetTable {
  const { start, tabs } = words
  const answers = (letter: string) => `'${tabs.surveyAnswers}'!${letter}:${letter}`
  const satisfied = (letter: string) => `=ROUND(100*TS_CSAT(${answers(letter)}), 1)`
  const rows: Cell[][] = [
    [start.title, ''],
    [start.about(customers), ''],
    ['', ''],
    [start.live, ''],
    [start.recommend, `=ROUND(TS_NPS(${answers('D')}), 1)`],
    [start.quality, satisfied('E')],
    [start.attitude, satisfied('F')],
    [start.speed, satisfied('G')],
    ['', ''],
    [start.try, ''],
    ...start.steps.map((step) => [step, '']),
  ]
  return { name: tabs.start, header: [], columns: ['text', 'formula'], rows }
}
