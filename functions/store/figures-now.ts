import { InputError } from '../../core/input-error.ts'
import { isApart } from '../../core/survey/channels.ts'
import type { Tally } from '../../core/survey/tally.ts'
import { addTally, countAnswers, emptyTally } from '../../core/survey/tally.ts'
import { answerSchema, answersPartition } from './answer.ts'
import { textQuestions } from './answer-days.ts'
import { findCustomers } from './customer.ts'
import type { DayTally } from './figures.ts'
import type { Survey } from './survey.ts'
import type { Table } from './table.ts'
import { itemsIn } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** More are not counted while somebody waits. */
const MOST_ANSWERS = 50_000

/**
 * The answers of a span by what their customers are today, counted from the answers and the customer mirror.
 *
 * Nothing is kept: one read of every answer of the span. Each tally's day is blank.
 *
 * @throws InputError `tooManyAnswers` over 50,000.
 */
export async function talliesNow(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  field: 'tier' | 'owner',
  { from, to }: { from: string; to: string },
): Promise<DayTally[]> {
  const texts = textQuestions(survey)
  const byCustomer = new Map<string, Tally>()
  let read = 0
  for (let bucket = 0; bucket < survey.buckets; bucket++) {
    const pk = answersPartition(workspace, survey, bucket)
    for await (const answer of itemsIn(table, answerSchema, { pk, from: `R#${from}`, to: `R#${to}#\uffff` })) {
      if (++read > MOST_ANSWERS) throw new InputError('tooManyAnswers', { most: MOST_ANSWERS })
      if (answer.deleted || isApart(answer.channel)) continue
      const tally = byCustomer.get(answer.customerId ?? '') ?? emptyTally()
      byCustomer.set(answer.customerId ?? '', tally)
      countAnswers(tally, answer.answers, (question) => texts.has(question))
    }
  }
  const customers = await findCustomers(table, workspace, [...byCustomer.keys()].filter(Boolean))
  const byValue = new Map<string, DayTally>()
  for (const [customerId, tally] of byCustomer) {
    const value = customers.get(customerId)?.[field] ?? ''
    const sum = byValue.get(value) ?? { day: '', value, ...emptyTally() }
    byValue.set(value, sum)
    addTally(sum, tally)
  }
  return [...byValue.values()]
}
