import { useState } from 'preact/hooks'
import { isoDay } from '../../../core/calendar/iso-day.ts'
import { type KpiPoint, type KpiSeries, pointAt } from '../../../core/kpi/kpi-series.ts'
import { DateField } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Notice } from '../kit/parts.tsx'
import { percent } from '../kit/percent.ts'
import { Stat, Stats } from '../kit/stats.tsx'
import { shownChange, shownValue } from './shown-value.ts'

const text = messages.kpiHistoryForm
const MONTH_DAYS = 30

/** What a KPI was on a day, what it is now, and the change. */
export function DayComparison({ series }: { series: KpiSeries }) {
  const { points } = series
  const [first, last] = [points[0] as KpiPoint, points[points.length - 1] as KpiPoint]
  const [day, setDay] = useState(isoDay(Math.max(first.day, last.day - MONTH_DAYS)))
  const asked = day ? Date.parse(day) / 86_400_000 : first.day
  const then = pointAt(points, asked)
  return (
    <>
      <DateField label={text.day} value={day} min={isoDay(first.day)} max={isoDay(last.day)} onChange={setDay} />
      {!then && <Notice kind="warn">{text.tooEarly(isoDay(first.day))}</Notice>}
      {then && then.day !== asked && (
        <p class="soft">{text.otherDay({ asked: isoDay(asked), found: isoDay(then.day) })}</p>
      )}
      {then && (
        <Stats>
          <Figure label={text.before(isoDay(then.day))} point={then} series={series} />
          <Figure label={text.now(isoDay(last.day))} point={last} series={series} />
          <Change then={then} now={last} series={series} />
        </Stats>
      )}
    </>
  )
}

function Figure({ label, point, series: { unit } }: { label: string; point: KpiPoint; series: KpiSeries }) {
  const { value, n, low, high } = point
  const isBetween = typeof low === 'number' && typeof high === 'number'
  const limits = isBetween ? text.between({ low: shownValue(low, unit), high: shownValue(high, unit) }) : ''
  const note = typeof n === 'number' && n !== value ? text.rests({ n, limits }) : limits
  return <Stat label={label} value={shownValue(value, unit)} note={note} />
}

function Change({ then, now, series }: { then: KpiPoint; now: KpiPoint; series: KpiSeries }) {
  if (typeof then.value !== 'number' || typeof now.value !== 'number') return null
  const change = now.value - then.value
  const { better, worse } = messages.kpi.sheet
  const verdict = change === 0 || series.direction === 0 ? '' : Math.sign(change) === series.direction ? better : worse
  const isRelative = (series.unit === 'money' || series.unit === 'count') && then.value !== 0
  const relative = isRelative ? `${change > 0 ? '+' : ''}${percent(change / Math.abs(then.value))}` : ''
  const note = `${relative}${verdict}`.replace(/^[,，]\s*/, '')
  return <Stat label={text.change} value={shownChange(change, series.unit)} note={note} />
}
