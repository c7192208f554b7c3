import { periodLabel } from '../../../../core/calendar/periods.ts'
import { messages } from '../../kit/language.ts'
import { money } from '../../kit/money.ts'

const text = messages.customerForm

const WIDTH = 268
const HEIGHT = 72
const LABELS = 16
const GAP = 2

/** Bars by month; a month below zero hangs under the line. */
export function MonthChart({ values, lastMonth }: { values: number[]; lastMonth: number }) {
  const high = Math.max(0, ...values)
  const low = Math.min(0, ...values)
  if (high === low) return null
  const label = (at: number) => periodLabel(lastMonth - values.length + 1 + at, 'MONTH')
  const y = (value: number) => ((high - value) / (high - low)) * HEIGHT
  const step = WIDTH / values.length
  const most = values.indexOf(high)
  const last = values.length - 1
  return (
    <svg
      class="months"
      viewBox={`0 0 ${WIDTH} ${HEIGHT + LABELS}`}
      role="img"
      aria-label={text.chart({ from: label(0), to: label(last), most: money(high), month: label(most) })}
    >
      {values.map((value, at) => (
        <rect
          key={label(at)}
          class={value < 0 ? 'below' : ''}
          x={at * step + GAP / 2}
          y={Math.min(y(value), y(0))}
          width={step - GAP}
          height={value === 0 ? 0 : Math.max(1, Math.abs(y(value) - y(0)))}
        >
          <title>{text.month({ month: label(at), value: money(value) })}</title>
        </rect>
      ))}
      <line x1="0" x2={WIDTH} y1={y(0)} y2={y(0)} />
      <text x="0" y={HEIGHT + LABELS - 3}>
        {label(0)}
      </text>
      <text x={WIDTH} y={HEIGHT + LABELS - 3} text-anchor="end">
        {label(last)}
      </text>
    </svg>
  )
}
