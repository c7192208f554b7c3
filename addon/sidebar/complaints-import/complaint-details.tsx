import { timeParts } from '../../../core/complaint/import/complaint-times.ts'
import type { ReadComplaint } from '../../../core/complaint/import/read-complaint-row.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { type Refusal, RejectedRows } from '../tab-import/rejected-rows.tsx'
import { channelName } from './channel-name.ts'
import type { PreparedComplaints, TabRows } from './prepared-complaints.ts'
import { refusalOf } from './problem-text.ts'
import { shownMoment } from './shown-moment.ts'

const text = messages.complaintImport
const tabText = messages.tabImport
const form = messages.complaintForm
const SHOWN = 5
const LONGEST = 120

/** What there is to look at before complaints are imported. */
export function ComplaintDetails({ read, prepared }: { read: TabRows; prepared: PreparedComplaints }) {
  const { toSend, earlier, plan } = prepared
  const strangers = toSend.filter(({ isStranger }) => isStranger).length
  const undated = toSend.filter(({ isUndated }) => isUndated).length
  return (
    <>
      {earlier > 0 && <Notice kind="warn">{text.earlier(earlier)}</Notice>}
      {undated > 0 && <Notice kind="warn">{text.undated(undated)}</Notice>}
      {strangers > 0 && <p class="soft">{text.strangers({ rows: strangers, isKept: plan.by === 'customerId' })}</p>}
      <RejectedComplaints read={read} prepared={prepared} refused={[]} />
      {toSend.length > 0 && (
        <Section title={tabText.sample} open>
          <List label={tabText.sample} items={toSend.slice(0, SHOWN)} keyOf={({ row }) => row}>
            {({ row, complaint }) => (
              <>
                <strong>{tabText.row(row)}</strong> {aboutWords(complaint)}
                <p class="soft">{timeWords(complaint, read.basis.timeZone)}</p>
                <p class="soft">{complaint.description.slice(0, LONGEST)}</p>
              </>
            )}
          </List>
        </Section>
      )}
    </>
  )
}

/** The rows that are no complaints, and those that were refused when they were sent. */
export function RejectedComplaints(props: {
  read: TabRows
  prepared: PreparedComplaints
  refused: readonly Refusal[]
}) {
  const { read, prepared, refused } = props
  const own = prepared.rejected.map((row) => refusalOf(row, messages))
  return <RejectedRows read={read} refusals={[...own, ...refused]} onWrite={server.writeRejectedComplaints} />
}

function aboutWords({ reference, customerId, customerName, segment, ...complaint }: ReadComplaint): string {
  const { kind, severity, channel, category, owner, compensation, satisfaction } = complaint
  const who = customerName ?? customerId ?? tabText.noCustomer
  const words = [reference, who, segment, form.kinds[kind], category, form.severities[severity], channelName(channel)]
  const handling = [owner, compensation, satisfaction === undefined ? undefined : `${satisfaction}/5`]
  return [...words, ...handling].filter((word) => word !== undefined && word !== '').join(' · ')
}

function timeWords(complaint: ReadComplaint, timeZone: string): string {
  const steps = timeParts.flatMap((part) => {
    const told = complaint[part]
    return told === undefined ? [] : [text.step({ part: text.parts[part], at: shownMoment(told, timeZone) })]
  })
  const { state } = complaint
  const status = state ? [text.step({ part: text.parts.status, at: form.states[state] })] : []
  return [...status, ...steps].join(' · ')
}
