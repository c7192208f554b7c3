import { useState } from 'preact/hooks'
import { type CustomerKey, customerKeys } from '../../../../core/customer-file/customer-finder.ts'
import type { AnswerChannel } from '../../../../core/survey/answer-import/answer-channels.ts'
import { answerChannels } from '../../../../core/survey/answer-import/answer-channels.ts'
import {
  type AnswerPlan,
  type AnswerTarget,
  answerFacts,
  questionTarget,
} from '../../../../core/survey/answer-import/answer-plan.ts'
import { isApart } from '../../../../core/survey/channels.ts'
import { DateOrders } from '../../customer-file/date-orders.tsx'
import { messages } from '../../kit/language.ts'
import { Actions, Section } from '../../kit/layout.tsx'
import { Button, Progress, Select } from '../../kit/parts.tsx'
import { useAction } from '../../kit/use-action.ts'
import { ColumnSelect } from '../../tab-import/column-select.tsx'
import { likelyKey } from '../../tab-import/likely-key.ts'
import type { TabRows } from './prepared-answers.ts'
import { questionName } from './question-name.ts'

const text = messages.answerImport
const tabText = messages.tabImport

/** Which column holds what, and how it is read. */
export function ColumnStep(props: {
  read: TabRows
  plan: AnswerPlan
  onPlan: (plan: AnswerPlan) => void
  onPreview: (onPage: (page: { done: number; total: number }) => void) => Promise<void>
  onBack: () => void
}) {
  const { read, plan } = props
  const { tab, rows, basis } = read
  const [page, setPage] = useState<{ done: number; total: number }>()
  const { busy, problem, run } = useAction()
  const targets = basis.questions.map(({ id }) => questionTarget(id))
  const known = (of: readonly AnswerTarget[]) => of.filter((target) => plan.at[target] !== undefined).length
  const put = (target: AnswerTarget, position: number | undefined) => {
    const { [target]: _, ...others } = plan.at
    const at = position === undefined ? others : { ...others, [target]: position }
    const by = target === 'customer' ? likelyKey(rows, position, basis.find) : plan.by
    const { order: _order, ...rest } = plan
    props.onPlan(target === 'date' ? { ...rest, at } : { ...plan, at, by })
  }
  const choice = (target: AnswerTarget, label: string) => (
    <ColumnSelect
      key={target}
      label={label}
      header={tab.header}
      rows={rows}
      value={plan.at[target]}
      onChange={(at) => put(target, at)}
    />
  )
  const lacks = plan.at.date === undefined ? text.needDate : known(targets) === 0 ? text.needQuestion : ''
  const count = (of: readonly AnswerTarget[]) => tabText.recognised({ known: known(of), of: of.length })
  return (
    <>
      <p>
        {tab.name} <span class="soft">{tabText.rowsRead({ rows: rows.length, columns: tab.header.length })}</span>
      </p>
      <p class="soft">{tabText.columnsWhy}</p>
      <Section title={text.about} count={count(['date', 'customer', 'channel'])} open>
        {choice('date', text.parts.date)}
        <Dates {...props} />
        {choice('customer', text.parts.customer)}
        {plan.at.customer !== undefined && (
          <Select
            label={tabText.by}
            value={plan.by}
            options={customerKeys.map((key) => [key, tabText.bys[key]])}
            hint={text.byHint[plan.by]}
            onChange={(by) => props.onPlan({ ...plan, by: by as CustomerKey })}
          />
        )}
        {choice('channel', text.parts.channel)}
        <Select
          label={plan.at.channel === undefined ? text.cameBy : text.cameByElse}
          value={plan.channel}
          options={answerChannels.map((channel) => [channel, messages.answerChannels[channel]])}
          hint={isApart(plan.channel) ? text.apart : undefined}
          onChange={(channel) => props.onPlan({ ...plan, channel: channel as AnswerChannel })}
        />
      </Section>
      <Section title={text.questions} count={count(targets)} open>
        {basis.questions.map((question) => choice(questionTarget(question.id), questionName(question)))}
      </Section>
      <Section title={text.facts} count={count(answerFacts)} open={known(answerFacts) > 0}>
        <p class="soft">{text.factsWhy}</p>
        {answerFacts.map((fact) => choice(fact, text.parts[fact]))}
      </Section>
      {lacks && <p class="soft">{lacks}</p>}
      {page && busy && <Progress {...page} label={tabText.checking(page)} />}
      <Actions busy={busy} problem={problem}>
        <Button primary disabled={busy || lacks !== ''} onClick={() => run(() => props.onPreview(setPage))}>
          {tabText.preview}
        </Button>
        <Button disabled={busy} onClick={props.onBack}>
          {tabText.back}
        </Button>
      </Actions>
    </>
  )
}

/** Asks whether the day or the month comes first, where dates can be read in two ways. */
function Dates({
  read: { tab, rows },
  plan,
  onPlan,
}: {
  read: TabRows
  plan: AnswerPlan
  onPlan: (plan: AnswerPlan) => void
}) {
  const { date } = plan.at
  if (date === undefined) return null
  const key = 'date'
  const column = { key, type: 'date' as const }
  const orders = plan.order === undefined ? {} : { [key]: plan.order }
  return (
    <DateOrders
      source={{ columns: tab.header.map((_, at) => (at === date ? column : undefined)), rows, firstRow: 2, orders }}
      columns={[{ ...column, header: tab.header[date] ?? '', position: date, computed: false }]}
      onOrder={(_, order) => onPlan({ ...plan, order })}
    />
  )
}
