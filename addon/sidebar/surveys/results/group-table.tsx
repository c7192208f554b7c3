import type { SurveyMetric } from '../../../../core/survey/survey-figure.ts'
import type { ResultCut, ResultRow } from '../../../survey/results.ts'
import { messages } from '../../kit/language.ts'
import { Table } from '../../kit/table.tsx'
import { amount, FEW, shown, unitOf } from './shown-figure.ts'

const text = messages.surveyResults

/** A figure by the values of a cut, each with n and interval; what rests on few answers is marked. */
export function GroupTable(props: { rows: ResultRow[]; metric: SurveyMetric; by: ResultCut; heading: string }) {
  const { rows, metric, by, heading } = props
  if (rows.length === 0) return <p class="soft">{text.noGroups}</p>
  const unit = unitOf(metric)
  const isFew = ({ n }: ResultRow) => unit !== 'count' && n < FEW
  const change = ({ change }: ResultRow) =>
    change && change.verdict !== 'none' ? text.changes[change.verdict](amount(change.change, unit, false)) : ''
  return (
    <>
      <Table
        caption={heading}
        columns={[
          {
            label: heading,
            cell: (row) => (
              <>
                {groupName(row.value, by)}
                {change(row) && <span class="hint below">{change(row)}</span>}
              </>
            ),
          },
          { label: text.figure, number: true, cell: (row) => shown(row.figure, unit) },
          ...(unit === 'count'
            ? []
            : [
                { label: text.interval, number: true, cell: (row: ResultRow) => limits(row, unit) },
                { label: text.n, number: true, cell: (row: ResultRow) => `${row.n}${isFew(row) ? '\u00a0*' : ''}` },
              ]),
        ]}
        rows={rows}
        keyOf={({ value }) => value}
        captionUnseen
      />
      {rows.some(isFew) && <p class="hint">{text.few(FEW)}</p>}
    </>
  )
}

/** What a group is called: channels in words, and something for no value. */
export function groupName(value: string, by: ResultCut): string {
  const channels: Record<string, string> = messages.answerChannels
  return (by === 'channel' && channels[value]) || value || text.unknown
}

function limits({ low, high }: ResultRow, unit: ReturnType<typeof unitOf>) {
  if (low === null || high === null) return '–'
  return (
    <>
      {unit === 'share' ? shown(low * 100, 'points') : shown(low, unit)} – <wbr />
      {shown(high, unit)}
    </>
  )
}
