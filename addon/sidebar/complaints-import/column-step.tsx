import { type ComponentChildren, Fragment } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { ComplaintKind } from '../../../core/complaint/complaint.ts'
import { cellMoment } from '../../../core/complaint/import/cell-moment.ts'
import { complaintDates } from '../../../core/complaint/import/complaint-dates.ts'
import type { ComplaintPart, ComplaintPlan } from '../../../core/complaint/import/complaint-plan.ts'
import { timeParts } from '../../../core/complaint/import/complaint-times.ts'
import { type CustomerKey, customerKeys } from '../../../core/customer-file/customer-finder.ts'
import { DateOrderChoice } from '../customer-file/date-order-choice.tsx'
import type { OnPage } from '../customer-file/read-rows.ts'
import { messages } from '../kit/language.ts'
import { Actions, Section } from '../kit/layout.tsx'
import { Button, Progress, Select } from '../kit/parts.tsx'
import { useAction } from '../kit/use-action.ts'
import { ColumnSelect } from '../tab-import/column-select.tsx'
import { likelyKey } from '../tab-import/likely-key.ts'
import { channelName, channels } from './channel-name.ts'
import { FIRST_ROW, type TabRows } from './prepared-complaints.ts'
import { shownMoment } from './shown-moment.ts'
import { WordChoices } from './word-choices.tsx'

const text = messages.complaintImport
const tabText = messages.tabImport

const sections = {
  when: [...timeParts, 'status', 'reference'],
  who: ['customer', 'customerName', 'segment'],
  what: ['kind', 'channel', 'category', 'severity', 'description', 'wantedOutcome'],
  handling: ['owner', 'rootCause', 'correctiveAction', 'compensation', 'satisfaction'],
} as const satisfies Record<string, readonly ComplaintPart[]>

type Props = { read: TabRows; plan: ComplaintPlan; onPlan: (plan: ComplaintPlan) => void }

/** Which column holds what, and how it is read. */
export function ColumnStep(props: Props & { onPreview: (onPage: OnPage) => Promise<void>; onBack: () => void }) {
  const { read, plan } = props
  const { tab, rows } = read
  const [page, setPage] = useState<{ done: number; total: number }>()
  const { busy, problem, run } = useAction()
  const lacks = lacking(plan)
  const extras: { [P in ComplaintPart]?: ComponentChildren } = {
    closedAt: <Dates {...props} />,
    customer: <CustomerKeyChoice {...props} />,
    kind: <KindElse {...props} />,
    channel: <ChannelElse {...props} />,
  }
  return (
    <>
      <p>
        {tab.name} <span class="soft">{tabText.rowsRead({ rows: rows.length, columns: tab.header.length })}</span>
      </p>
      <p class="soft">{tabText.columnsWhy}</p>
      {(Object.keys(sections) as (keyof typeof sections)[]).map((name) => {
        const parts: readonly ComplaintPart[] = sections[name]
        const known = parts.filter((part) => plan.at[part] !== undefined).length
        return (
          <Section
            key={name}
            title={text.sections[name]}
            count={tabText.recognised({ known, of: parts.length })}
            open={name === 'when' || known > 0}
          >
            {parts.map((part) => (
              <Fragment key={part}>
                <PartChoice part={part} {...props} />
                {extras[part]}
              </Fragment>
            ))}
          </Section>
        )
      })}
      <WordChoices {...props} />
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

function lacking({ at }: ComplaintPlan): string {
  if (at.receivedAt === undefined) return text.needReceived
  return at.description === undefined && at.category === undefined ? text.needAbout : ''
}

function PartChoice({ part, read, plan, onPlan }: Props & { part: ComplaintPart }) {
  const { tab, rows, basis } = read
  const put = (position: number | undefined) => {
    const { [part]: _, ...others } = plan.at
    const at = position === undefined ? others : { ...others, [part]: position }
    const by = part === 'customer' ? likelyKey(rows, position, basis.find) : plan.by
    onPlan({ ...plan, at, by })
  }
  const label = text.parts[part]
  return <ColumnSelect label={label} header={tab.header} rows={rows} value={plan.at[part]} onChange={put} />
}

/** How dates are read, with an example; the order is asked for where some can be read in two ways. */
function Dates({ read: { rows, basis }, plan, onPlan }: Props) {
  const reading = useMemo(() => complaintDates({ rows, firstRow: FIRST_ROW }, plan), [rows, plan])
  const { receivedAt } = plan.at
  if (receivedAt === undefined) return null
  const cells = rows.map((row) => row[receivedAt] ?? '')
  const example = reading.example || (cells.find((cell) => String(cell).trim() !== '') ?? '')
  const moment = cellMoment(example, reading.order, basis.timeZone)
  const isRead = moment !== undefined && moment !== 'ambiguous'
  return (
    <>
      {reading.open.length > 0 && (
        <DateOrderChoice
          name={text.datesAll}
          reading={reading}
          chosen={plan.order !== undefined}
          onOrder={(order) => onPlan({ ...plan, order })}
        />
      )}
      {isRead && (
        <p class="soft">
          {text.datesRead({ text: String(example), read: shownMoment(moment, basis.timeZone) })} {text.dayOnly}
        </p>
      )}
    </>
  )
}

function CustomerKeyChoice({ plan, onPlan }: Props) {
  if (plan.at.customer === undefined) return null
  return (
    <Select
      label={tabText.by}
      value={plan.by}
      options={customerKeys.map((key) => [key, tabText.bys[key]])}
      hint={text.byHint[plan.by]}
      onChange={(by) => onPlan({ ...plan, by: by as CustomerKey })}
    />
  )
}

/** What they are where no column says so. */
function KindElse({ plan, onPlan }: Props) {
  return (
    <Select
      label={plan.at.kind === undefined ? text.kindAll : text.kindElse}
      value={plan.kind}
      options={Object.entries(messages.complaintForm.kinds)}
      onChange={(kind) => onPlan({ ...plan, kind: kind as ComplaintKind })}
    />
  )
}

/** How they came where no column says so. */
function ChannelElse({ plan, onPlan }: Props) {
  return (
    <Select
      label={plan.at.channel === undefined ? text.channelAll : text.channelElse}
      value={plan.channel}
      options={channels.map((channel) => [channel, channelName(channel)])}
      onChange={(channel) => onPlan({ ...plan, channel })}
    />
  )
}
