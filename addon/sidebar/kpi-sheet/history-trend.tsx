import { useState } from 'preact/hooks'
import { periodLabel } from '../../../core/calendar/periods.ts'
import type { KpiSeries } from '../../../core/kpi/kpi-series.ts'
import { type KpiTrend, kpiTrend, type TrendStep } from '../../../core/kpi/kpi-trend.ts'
import { messages } from '../kit/language.ts'
import { Select } from '../kit/parts.tsx'
import { ForecastLine } from './forecast-line.tsx'
import { shownChange, shownValue } from './shown-value.ts'

const text = messages.kpiHistoryForm

/** How a KPI moves by day or by period: the line with what is expected next, and the test's verdict in words. */
export function HistoryTrend({ series }: { series: KpiSeries }) {
  const [step, setStep] = useState<TrendStep>(series.period === 'YEAR_TO_DAY' ? 'DAY' : 'PERIOD')
  const found = kpiTrend(series, step)
  const period = series.period === 'YEAR_TO_DAY' ? 'MONTH' : series.period
  return (
    <>
      <Select
        label={text.step}
        value={step}
        options={[
          ['DAY', text.steps.DAY],
          ['PERIOD', text.steps[period]],
        ]}
        hint={step === 'PERIOD' && series.period !== 'YEAR_TO_DAY' ? text.onlyWhole : undefined}
        onChange={(chosen) => setStep(chosen as TrendStep)}
      />
      <ForecastLine trend={found} label={series.label} unit={series.unit} />
      <Verdict found={found} unit={series.unit} />
    </>
  )
}

function Verdict({ found, unit }: { found: KpiTrend; unit: KpiSeries['unit'] }) {
  const { trend, points, forecasts, unit: step } = found
  if (!trend) return <p class="soft">{text.tooFew(points.length)}</p>
  const p = trend.p < 0.001 ? '< 0.001' : trend.p.toFixed(3)
  const slope = shownChange(trend.slope, unit)
  const direction = messages.trendDirections[trend.direction]
  const last = forecasts[forecasts.length - 1]
  const value = (each: number) => shownValue(each, unit)
  return (
    <>
      <p>{text.verdict({ direction, p, slope, unit: text.units[step] })}</p>
      {last && (
        <p class="soft">
          {text.forecast({
            period: periodLabel(last.period, step),
            forecast: value(last.forecast),
            low: value(last.low),
            high: value(last.high),
          })}
        </p>
      )}
    </>
  )
}
