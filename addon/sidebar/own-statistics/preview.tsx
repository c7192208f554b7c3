import type { Definition } from '../../../core/own-statistics/statistic.ts'
import type { ShownFigure, StatisticPreview } from '../../own-statistics/preview-statistic.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { money } from '../kit/money.ts'
import { Notice } from '../kit/parts.tsx'
import { percent } from '../kit/percent.ts'
import { Stat, Stats } from '../kit/stats.tsx'
import { Table } from '../kit/table.tsx'

const text = messages.ownStatistics
/** So many groups are shown; a statistic by day has hundreds. */
const MOST_GROUPS = 30

/** What a definition comes to on the rows of now. */
export function Preview({ preview, target }: { preview: StatisticPreview; target: Definition['target'] }) {
  const { whole, groups, rows, unit, says, problems } = preview
  const shown = (value: number | null) => valueText(value, unit)
  const { low, high, value } = whole
  const interval = low === null || high === null ? '' : text.interval({ low: shown(low), high: shown(high) })
  const isMet = target && value !== null && (value - target.value) * target.direction >= 0
  return (
    <>
      <p>{says}</p>
      <Stats>
        <Stat label={text.figure} value={shown(value)} note={text.n({ n: whole.n, rows })} />
      </Stats>
      {interval && <p class="hint">{interval}</p>}
      {target && value !== null && <Notice kind={isMet ? 'good' : 'warn'}>{isMet ? text.met : text.missed}</Notice>}
      {problems.map((problem) => (
        <Notice kind="warn" key={problem}>
          {problem}
        </Notice>
      ))}
      {groups.length > 0 && <Groups groups={groups} shown={shown} />}
      <LeftOut {...preview} />
      <Section title={text.rows}>
        {preview.shown.rows.length === 0 ? <p class="soft">{text.noRows}</p> : <Rows {...preview.shown} />}
      </Section>
    </>
  )
}

function Groups({ groups, shown }: { groups: ShownFigure[]; shown: (value: number | null) => string }) {
  return (
    <>
      <Table
        caption={text.groups}
        columns={[
          { label: text.groupName, cell: ({ group }) => group || text.noGroup },
          { label: text.valueColumn, number: true, cell: ({ value }) => shown(value) },
          { label: text.nColumn, number: true, cell: ({ n }) => n },
        ]}
        rows={groups.slice(0, MOST_GROUPS)}
        keyOf={({ group }) => group}
      />
      {groups.length > MOST_GROUPS && <p class="hint">{text.moreGroups(groups.length - MOST_GROUPS)}</p>}
    </>
  )
}

function LeftOut({ left }: Pick<StatisticPreview, 'left'>) {
  const lines = [
    left.conditions > 0 ? text.leftConditions(left.conditions) : '',
    left.blank > 0 ? text.leftBlank(left.blank) : '',
    left.unread > 0 ? text.leftUnread(left.unread) : '',
  ].filter(Boolean)
  const all = left.conditions + left.blank + left.unread
  return (
    <Section title={text.left} count={all}>
      {lines.length === 0 && <p class="soft">{text.leftNone}</p>}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Section>
  )
}

function Rows({ header, rows }: StatisticPreview['shown']) {
  const numbered = rows.map((cells, at) => ({ cells, at }))
  const columns = header.map((label, at) => ({
    label,
    cell: ({ cells }: { cells: string[] }) => cellText(cells[at] ?? ''),
  }))
  return <Table caption={text.rows} captionUnseen columns={columns} rows={numbered} keyOf={({ at }) => at} />
}

/** A day is not broken at its hyphens. */
function cellText(text: string) {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? <span class="whole-day">{text}</span> : text
}

function valueText(value: number | null, unit: StatisticPreview['unit']): string {
  if (value === null) return text.noFigure
  if (unit === 'share') return percent(value)
  if (unit === 'money') return money(value)
  return value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2 })
}
