import type { ResultRow } from '../../../survey/results.ts'
import type { ResultQuestion } from '../../../survey/results-setup.ts'
import { messages } from '../../kit/language.ts'
import { percent } from '../../kit/percent.ts'

const text = messages.surveyResults

const WIDTH = 268
const HEIGHT = 84
const TOP = 14
const LABELS = 16
const GAP = 3

/** How many gave each score, as bars; for NPS with its three groups, for options as a list with bars. */
export function Histogram({ rows, question }: { rows: ResultRow[]; question: ResultQuestion }) {
  if (rows.every(({ n }) => n === 0)) return null
  if (question.type === 'single' || question.type === 'multiple') return <OptionBars rows={rows} />
  const isNps = question.type === 'nps'
  const most = Math.max(...rows.map(({ n }) => n))
  const step = WIDTH / rows.length
  return (
    <figure class="chart">
      <figcaption>{text.histogram}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + LABELS}`} role="img" aria-label={rows.map(says).join('; ')}>
        {rows.map((row, at) => {
          const height = (row.n / most) * HEIGHT
          const middle = (at + 0.5) * step
          return (
            <g key={row.value}>
              <rect
                class={isNps ? groupAt(at) : ''}
                x={at * step + GAP / 2}
                y={TOP + HEIGHT - height}
                width={step - GAP}
                height={height}
              >
                <title>{says(row)}</title>
              </rect>
              <text x={middle} y={TOP + HEIGHT - height - 3} text-anchor="middle">
                {inBrief(row.n)}
              </text>
              <text x={middle} y={TOP + HEIGHT + LABELS - 3} text-anchor="middle">
                {row.value}
              </text>
            </g>
          )
        })}
        <line x1="0" x2={WIDTH} y1={TOP + HEIGHT} y2={TOP + HEIGHT} />
      </svg>
      {isNps && <NpsGroups rows={rows} />}
    </figure>
  )
}

/** Fits over a bar: `4817`, `12K`, `1.2万`. */
function inBrief(n: number): string {
  if (n < 10_000) return String(n)
  return n.toLocaleString(document.documentElement.lang, { notation: 'compact', maximumSignificantDigits: 2 })
}

const GROUPS = [
  { key: 'detractors', from: 0, to: 6 },
  { key: 'passives', from: 7, to: 8 },
  { key: 'promoters', from: 9, to: 10 },
] as const

function groupAt(score: number): string {
  return GROUPS.find(({ to }) => score <= to)?.key ?? ''
}

function NpsGroups({ rows }: { rows: ResultRow[] }) {
  const all = rows.reduce((sum, { n }) => sum + n, 0)
  return (
    <ul class="groups">
      {GROUPS.map(({ key, from, to }) => {
        const n = rows.slice(from, to + 1).reduce((sum, row) => sum + row.n, 0)
        return (
          <li key={key}>
            <span class={`swatch ${key}`} aria-hidden="true" />
            <span>{text.groupOf({ label: text.groups[key], from, to })}</span>
            <span>
              {percent(n / all)} · {n}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function OptionBars({ rows }: { rows: ResultRow[] }) {
  return (
    <figure class="chart">
      <figcaption>{text.histogram}</figcaption>
      <ul class="options">
        {rows.map((row) => (
          <li key={row.value}>
            <span>{row.value}</span>
            <span class="hint">{says(row).slice(row.value.length + 1)}</span>
            <span class="bar" aria-hidden="true" style={{ width: `${(row.figure ?? 0) * 100}%` }} />
          </li>
        ))}
      </ul>
    </figure>
  )
}

function says({ value, n, figure, low, high }: ResultRow): string {
  const share = percent(figure ?? 0)
  return text.bar({ value, n, share, low: percent(low ?? 0), high: percent(high ?? 0) })
}
