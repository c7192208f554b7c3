import type { PlainCell } from '../../../../core/customer-file/customer-table.ts'
import type { AnswerPlan } from '../../../../core/survey/answer-import/answer-plan.ts'
import {
  type AnswerBasis,
  type AnswerRow,
  answerReading,
  type RejectedRow,
} from '../../../../core/survey/answer-import/answer-reading.ts'
import { columnsNamed, namedColumns } from '../../../../core/survey/answer-import/remembered-columns.ts'
import type { AnswerTab } from '../../../survey/answer-import-setup.ts'
import type { AnswerState } from '../../../survey/import-answers.ts'
import type { KeptPlan } from '../../../survey/kept-answer-import.ts'
import type { server } from '../../kit/server.ts'
import { rowIds } from './row-ids.ts'

/** A tab with all its rows, as they stood at one time, and what they are read against. */
export type TabRows = { surveyId: string; tab: AnswerTab; rows: PlainCell[][]; basis: AnswerBasis }

/** A row that can be sent, under what it is known by. */
type SendableRow = AnswerRow & { id: string }

/** What an import would do. */
export type PreparedImport = {
  plan: KeptPlan
  toSend: SendableRow[]
  /** How many rows the survey has already; `earlier` of them were read by other columns then. */
  known: number
  earlier: number
  rejected: RejectedRow[]
}

type Calls = Pick<typeof server, 'knownAnswers'>
export type OnPage = (page: { done: number; total: number }) => void

const FIRST_ROW = 2
const PAGE = 2000

/**
 * Reads a tab's rows, and asks which of them the survey has already: by this plan, and by each that the tab was imported
 * by before, so that another choice of columns counts nothing twice. What was deleted is not taken again but by other
 * columns. Only digests and days are sent.
 */
export async function preparedImport(
  calls: Calls,
  read: TabRows,
  plan: AnswerPlan,
  onPage: OnPage,
): Promise<PreparedImport> {
  const { tab, rows, basis } = read
  const source = { rows, firstRow: FIRST_ROW }
  const { order, taken, rejected } = answerReading(source, plan, basis)
  const now = keptPlan(tab, { ...plan, ...(order && { order }) })
  const before = (tab.kept ? [tab.kept.plan, ...tab.kept.earlier] : []).filter((each) => !readsAlike(each, now))
  const others = before.map((each) => answerReading(source, planOf(tab, each), basis).taken)
  const total = [taken, ...others].reduce((sum, { length }) => sum + length, 0)
  let done = 0
  const onKnown = (more: number) => {
    done += more
    onPage({ done, total })
  }
  const sendable = await lookedUp(calls, read, taken, onKnown)
  const earlier = new Set<number>()
  for (const other of others) {
    for (const { row, state } of await lookedUp(calls, read, other, onKnown)) if (state === 'stored') earlier.add(row)
  }
  const unknown = sendable.filter(({ state }) => state === 'unknown')
  const toSend = unknown.filter(({ row }) => !earlier.has(row))
  return {
    plan: now,
    toSend,
    known: taken.length - toSend.length,
    earlier: unknown.length - toSend.length,
    rejected,
  }
}

/** Rows under what they are known by, and whether the survey has them, or had. */
async function lookedUp(
  calls: Calls,
  { surveyId, tab }: TabRows,
  rows: readonly AnswerRow[],
  onKnown: (more: number) => void,
): Promise<(SendableRow & { state: AnswerState })[]> {
  const contents = rows.map(({ content }) => content)
  const ids = await rowIds(tab.id, contents)
  const states: AnswerState[] = []
  for (let from = 0; from < rows.length; from += PAGE) {
    const page = rows.slice(from, from + PAGE)
    const keys = page.map(({ answer }, at) => ({ id: ids[from + at] as string, date: answer.date }))
    states.push(...(await calls.knownAnswers(surveyId, keys)))
    onKnown(page.length)
  }
  return rows.map((row, at) => ({ ...row, id: ids[at] as string, state: states[at] as AnswerState }))
}

/** A plan with its columns where they stand now. */
export function planOf({ header }: AnswerTab, { columns, ...plan }: KeptPlan): AnswerPlan {
  return { ...plan, at: columnsNamed(header, columns) }
}

function keptPlan({ header }: AnswerTab, { at, ...plan }: AnswerPlan): KeptPlan {
  return { ...plan, columns: namedColumns(header, at) }
}

/** Whether two plans know rows by the same: neither how customers are named nor a channel for all is part of it. */
function readsAlike(a: KeptPlan, b: KeptPlan): boolean {
  const key = ({ columns, order }: KeptPlan) => JSON.stringify([Object.entries(columns).sort(), order ?? ''])
  return key(a) === key(b)
}
