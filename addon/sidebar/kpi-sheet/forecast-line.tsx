import { periodLabel } from '../../../core/calendar/periods.ts'
import type { KpiUnit } from '../../../core/kpi/kpi-figure.ts'
import type { KpiTrend } from '../../../core/kpi/kpi-trend.ts'
import { messages } from '../kit/language.ts'
import './history.css'
import { shownValue } from './shown-value.ts'

const text = messages.kpiHistoryForm

const WIDTH = 268
const HEIGHT = 96
const LABELS = 16
const LEFT = 46

/** A KPI by day or period, and after it the band in which it is expected, dashed in the middle. */
export function ForecastLine({ trend, label, unit }: { trend: KpiTrend; label: string; unit: KpiUnit }) {
  const { points, forecasts, unit: step } = trend
  const [first, last] = [points[0], points[points.length - 1]]
  if (!first || !last || points.length < 2) return null
  const end = forecasts[forecasts.length - 1]?.period ?? last.period
  const values = [...points.map(({ value }) => value), ...forecasts.flatMap(({ low, high }) => [low, high])]
  const [bottom, top] = [Math.min(...values), Math.max(...values)]
  const x = (period: number) => LEFT + 4 + ((period - first.period) / (end - first.period)) * (WIDTH - LEFT - 8)
  const y = (value: number) => 6 + ((top - value) / (top - bottom || 1)) * (HEIGHT - 12)
  const at = (period: number, value: number) => `${x(period)},${y(value)}`
  const name = (period: number) => periodLabel(period, step)
  const says = (period: number, value: number) => text.point({ period: name(period), value: shownValue(value, unit) })
  const band = [
    ...forecasts.map(({ period, high }) => at(period, high)),
    ...[...forecasts].reverse().map(({ period, low }) => at(period, low)),
    at(last.period, last.value),
  ]
  return (
    <figure class="history">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + LABELS}`}
        role="img"
        aria-label={text.line({ label, first: says(first.period, first.value), last: says(last.period, last.value) })}
      >
        <text x={LEFT - 4} y={y(top) + 4} text-anchor="end">
          {inBrief(top, unit)}
        </text>
        {top !== bottom && (
          <text x={LEFT - 4} y={y(bottom) + 4} text-anchor="end">
            {inBrief(bottom, unit)}
          </text>
        )}
        {forecasts.length > 0 && <polygon class="band" points={band.join(' ')} />}
        <polyline
          class="expected"
          points={[at(last.period, last.value), ...forecasts.map((each) => at(each.period, each.forecast))].join(' ')}
        />
        <polyline class="line" points={points.map(({ period, value }) => at(period, value)).join(' ')} />
        {points.length <= 60 &&
          points.map(({ period, value }) => (
            <circle key={period} cx={x(period)} cy={y(value)} r="2">
              <title>{says(period, value)}</title>
            </circle>
          ))}
        <text x={LEFT} y={HEIGHT + LABELS - 3}>
          {name(first.period)}
        </text>
        <text x={WIDTH} y={HEIGHT + LABELS - 3} text-anchor="end">
          {name(end)}
        </text>
      </svg>
    </figure>
  )
}

/** Fits beside the line: `2,584`, `1.2M`, `63 %`. */
function inBrief(value: number, unit: KpiUnit): string {
  if (Math.abs(value) < 1000) return shownValue(value, unit)
  if (Math.abs(value) < 100_000) return shownValue(value, 'count')
  return value.toLocaleString(document.documentElement.lang, { notation: 'compact', maximumSignificantDigits: 3 })
}
