import { cellDay } from '../../customer-file/cell-day.ts'
import type { CustomerFinder } from '../../customer-file/customer-finder.ts'
import type { PlainCell } from '../../customer-file/customer-table.ts'
import { dateReading } from '../../customer-file/date-reading.ts'
import type { InputError } from '../../input-error.ts'
import type { DayOrder } from '../../orders/day-order.ts'
import { type Answers, checkedAnswers } from '../checked-answers.ts'
import type { Question } from '../question.ts'
import { answerChannel } from './answer-channels.ts'
import {
  type AnswerFact,
  type AnswerPlan,
  type AnswerTarget,
  answerFacts,
  questionTarget,
  type RowPart,
} from './answer-plan.ts'
import { chosenOptions } from './chosen-options.ts'

/** The rows of a tab, under its header; `firstRow` is the number of the first, as a person counts. */
export type AnswerSource = { rows: readonly (readonly PlainCell[])[]; firstRow: number }

/** What rows are read against. `today` is the last day that an answer may have, `2026-03-31`. */
export type AnswerBasis = { questions: readonly Question[]; find: CustomerFinder; today: string }

/** An answer as it is sent. */
export type ReadAnswer = { date: string; customerId?: string; channel: string; answers: Answers } & Partial<
  Record<AnswerFact, string>
>

/** A row that can be taken. */
export type AnswerRow = {
  row: number
  /** What it is known by wherever it stands: the cells of its columns, and its count among equal rows. */
  content: string
  answer: ReadAnswer
  /** Whether it names a customer that the file does not have. */
  isStranger: boolean
}

/** Why a row is not taken. */
export type AnswerProblem =
  | { code: 'noDate' | 'nothing' }
  | { code: 'ambiguousDate' | 'notDate' | 'ahead'; text: string }
  | { code: 'fitsTwo'; customers: readonly string[] }
  | { code: 'tooLong'; part: RowPart; most: number }
  | { code: 'answer'; question: string; text: string; error: InputError }
export type RejectedRow = { row: number; problems: AnswerProblem[] }

/** `order` is how dates such as 03/04/2024 were read; undefined where there are none or nothing settles it. */
export type AnswerReading = { order: DayOrder | undefined; taken: AnswerRow[]; rejected: RejectedRow[] }

/** The most characters that the backend takes. */
const LONGEST: Partial<Record<RowPart, number>> = {
  customer: 100,
  channel: 50,
  tier: 200,
  owner: 200,
  segment: 200,
}

/**
 * The rows of a tab as answers, and what is wrong with the others. Rows without anything but boxes that are not ticked are left out.
 *
 * How dates are read is decided by their whole column (`dateReading`). Options may be several in one cell.
 * A row whose customer is not in the file counts without one, unless it names it by id: ids are taken as they are.
 */
export function answerReading({ rows, firstRow }: AnswerSource, plan: AnswerPlan, basis: AnswerBasis): AnswerReading {
  const dates = plan.at.date === undefined ? [] : rows.map((row) => row[plan.at.date as number] ?? '')
  const { order } = dateReading(dates, firstRow, plan.order)
  const equal = new Map<string, number>()
  const reading: AnswerReading = { order, taken: [], rejected: [] }
  rows.forEach((cells, index) => {
    if (cells.every(isBlank)) return
    const row = index + firstRow
    const content = contentOf(cells, plan)
    const nth = (equal.get(content) ?? 0) + 1
    equal.set(content, nth)
    const { problems, answer, isStranger } = readRow(cells, plan, order, basis)
    if (problems.length > 0) reading.rejected.push({ row, problems })
    else reading.taken.push({ row, content: `${content}#${nth}`, answer, isStranger })
  })
  return reading
}

/** The filled cells of the plan's columns, by what they hold. */
function contentOf(cells: readonly PlainCell[], { at }: AnswerPlan): string {
  const targets = (Object.keys(at) as AnswerTarget[]).sort()
  const filled = targets.map((target) => [target, textAt(cells, at[target])]).filter(([, text]) => text !== '')
  return JSON.stringify(filled)
}

function readRow(cells: readonly PlainCell[], plan: AnswerPlan, order: DayOrder | undefined, basis: AnswerBasis) {
  const problems: AnswerProblem[] = []
  const text = (part: RowPart) => {
    const found = textAt(cells, plan.at[part])
    const most = LONGEST[part] ?? Infinity
    if (found.length > most) problems.push({ code: 'tooLong', part, most })
    return found
  }
  const day = readDay(plan.at.date === undefined ? '' : (cells[plan.at.date] ?? ''), order, basis.today)
  if (typeof day === 'object') problems.push(day)
  const { answers, found } = readAnswers(cells, plan, basis.questions)
  problems.push(...found)
  const named = text('customer')
  const ids = named === '' ? [] : basis.find(plan.by, named)
  if (ids.length > 1) problems.push({ code: 'fitsTwo', customers: ids })
  const customerId = ids[0] ?? (plan.by === 'customerId' && named !== '' ? named : undefined)
  const channel = text('channel')
  const facts = answerFacts.map((fact) => [fact, text(fact)]).filter(([, own]) => own !== '')
  const answer: ReadAnswer = {
    date: String(day),
    ...(customerId && { customerId }),
    channel: channel === '' ? plan.channel : answerChannel(channel),
    ...Object.fromEntries(facts),
    answers,
  }
  return { problems, answer, isStranger: named !== '' && ids.length === 0 }
}

function readDay(cell: PlainCell, order: DayOrder | undefined, today: string): string | AnswerProblem {
  const text = String(cell).trim()
  if (text === '') return { code: 'noDate' }
  const day = cellDay(cell, order)
  if (day === undefined) return { code: 'notDate', text }
  if (day === 'ambiguous') return { code: 'ambiguousDate', text }
  return day > today ? { code: 'ahead', text: day } : day
}

function readAnswers(cells: readonly PlainCell[], { at }: AnswerPlan, questions: readonly Question[]) {
  const given = (question: Question) => cells[at[questionTarget(question.id)] ?? -1] ?? ''
  const raw = Object.fromEntries(questions.map((question) => [question.id, rawAnswer(question, given(question))]))
  const { answers, problems } = checkedAnswers([...questions], raw)
  const found = questions.flatMap((question): AnswerProblem[] => {
    const error = problems[question.id]
    return error ? [{ code: 'answer', question: question.id, text: String(given(question)).trim(), error }] : []
  })
  const isNothing = questions.every((question) => isBlank(given(question)))
  const isLost = found.length === 0 && Object.keys(answers).length === 0
  return { answers, found: isNothing || isLost ? [{ code: 'nothing' } as const] : found }
}

/** A cell as `checkedAnswers` takes it: text for text, several options as a list. */
function rawAnswer(question: Question, cell: PlainCell): PlainCell | string[] {
  if (question.type === 'multiple') return chosenOptions(question, String(cell))
  if (question.type === 'text' || question.type === 'single') return String(cell).trim()
  return typeof cell === 'string' ? cell.normalize('NFKC').trim() : cell
}

/** Boxes that nobody ticked fill whole columns. */
function isBlank(cell: PlainCell): boolean {
  return cell === false || String(cell).trim() === ''
}

function textAt(cells: readonly PlainCell[], position: number | undefined): string {
  return position === undefined ? '' : String(cells[position] ?? '').trim()
}
