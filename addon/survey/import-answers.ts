import { periodLabel } from '../../core/calendar/periods.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { isDate } from '../formulas/reading/cell.ts'
import { sha256 } from '../sha256.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { type CellValue, readTable, sheetNamed } from '../sheet/reading/table.ts'
import { visibleHeaders } from '../sheet/tabs/bound-tab.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'
import { type AnswerColumnPlan, answerColumnPlan, questionLabel } from './answer-columns.ts'
import { surveyQuestions } from './surveys.ts'

/** Which tab answers come from, and which of its columns answers which question; '' where none does. */
export type AnswerColumns = { sheet: string; sheets: string[]; questions: { question: string; column: string }[] }

export type ImportPage = {
  done: number
  total: number
  /** Where the next page begins; null after the last. */
  next: number | null
  accepted: number
  duplicate: number
  rejected: { row: number; reason: string }[]
}

type Row = { id: string; date: string; customerId?: string; channel?: string; answers: Record<string, string | number> }
type Reply = { accepted: number; duplicate: number; rows: { status: string; error?: { message: string } }[] }

const PAGE = 500

/** How a tab's columns would be read; by default the tab that answers most questions. */
export function answerColumns(surveyId: string, sheet?: string): AnswerColumns {
  const questions = surveyQuestions(surveyId)
  const tabs = visibleHeaders().map((tab) => ({ ...tab, plan: answerColumnPlan(tab.header, questions) }))
  const found = ({ plan }: { plan: AnswerColumnPlan }) =>
    plan.questions.filter(({ position }) => position !== undefined)
  const best = [...tabs].sort((a, b) => found(b).length - found(a).length)[0]
  const chosen = tabs.find(({ name }) => name === sheet) ?? best
  return {
    sheet: chosen?.name ?? '',
    sheets: tabs.map(({ name }) => name),
    questions: (chosen?.plan.questions ?? []).map(({ question, position }) => ({
      question: questionLabel(question),
      column: position === undefined ? '' : (chosen?.header[position] ?? ''),
    })),
  }
}

/**
 * Sends one page of a tab's rows to the survey. Safe to send again, also after a sort: a row is known by its tab, its
 * content and its count among equal rows, not by where it stands.
 *
 * @param from The page's first row, 0 being the one under the header.
 */
export function importAnswerPage(surveyId: string, sheet: string, from: number): ImportPage {
  const { workspaceId } = requiredConnection()
  const tab = sheetNamed(sheet)
  const table = readTable(tab)
  const total = table.rows.length
  const plan = answerColumnPlan(table.header, surveyQuestions(surveyId))
  const rows = answerRows(table.rows, from, plan, tab.getSheetId())
  const done = Math.min(total, from + PAGE)
  const page = { done, total, next: done < total ? done : null }
  if (rows.length === 0) return { ...page, accepted: 0, duplicate: 0, rejected: [] }
  const reply = callApi<Reply>({
    method: 'post',
    path: `/v1/workspaces/${workspaceId}/surveys/${surveyId}/answers/import`,
    body: { rows: rows.map(({ sent }) => sent) },
    operationId: Utilities.getUuid(),
  })
  const rejected = reply.rows.flatMap(({ error }, at) =>
    error ? [{ row: rows[at]?.row ?? 0, reason: error.message }] : [],
  )
  return { ...page, accepted: reply.accepted, duplicate: reply.duplicate, rejected }
}

/** The rows of a page that hold anything, with their place in the sheet. */
function answerRows(
  cells: CellValue[][],
  from: number,
  plan: AnswerColumnPlan,
  tab: number,
): { row: number; sent: Row }[] {
  const { zone } = cellContext()
  const day = (cell: CellValue | undefined) =>
    isDate(cell) ? periodLabel(zone.dayOf(cell.getTime()), 'DAY') : String(cell ?? '').trim()
  const equalRows = new Map<string, number>()
  return cells.slice(0, from + PAGE).flatMap((row, at) => {
    const content = answerContent(row, plan, day)
    const key = JSON.stringify(content)
    const count = (equalRows.get(key) ?? 0) + 1
    equalRows.set(key, count)
    if (at < from || row.every((cell) => cell === '')) return []
    return [{ row: at + 2, sent: { id: sha256(`${tab}#${key}#${count}`), ...content } }]
  })
}

function answerContent(row: CellValue[], plan: AnswerColumnPlan, day: (cell: CellValue | undefined) => string) {
  const text = (position: number | undefined) => (position === undefined ? '' : String(row[position] ?? '').trim())
  const answers = plan.questions.flatMap(({ question, position }) => {
    const cell = position === undefined ? '' : (row[position] ?? '')
    return cell === '' ? [] : [[question.id, typeof cell === 'number' ? cell : String(cell)] as const]
  })
  const customerId = plan.customer === undefined ? '' : customerIdIn(row[plan.customer])
  const channel = text(plan.channel)
  return {
    date: plan.date === undefined ? '' : day(row[plan.date]),
    ...(customerId && { customerId }),
    ...(channel && { channel }),
    answers: Object.fromEntries(answers),
  }
}
