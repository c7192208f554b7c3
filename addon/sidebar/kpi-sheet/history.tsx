import { useState } from 'preact/hooks'
import type { KpiCut } from '../../../core/kpi/kpi-figure.ts'
import type { KpiSeries } from '../../../core/kpi/kpi-series.ts'
import type { KpiHistory } from '../../kpi/history/read-history.ts'
import { messages } from '../kit/language.ts'
import { Empty, Loading } from '../kit/layout.tsx'
import { Notice, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { DayComparison } from './day-comparison.tsx'
import { HistoryTrend } from './history-trend.tsx'

const text = messages.kpiHistoryForm

/** The KPI history: one KPI's figures then and now, how they move, and where that leads. */
export function History() {
  const [history, setHistory] = useState<KpiHistory>()
  const [by, setBy] = useState<KpiCut | ''>('')
  const [kpi, setKpi] = useState('')
  const [group, setGroup] = useState('')
  const { busy, problem, run } = useAction()
  const load = (cut: KpiCut | '') =>
    run(async () => {
      const found = await server.kpiHistory(cut)
      setHistory(found)
      setBy(cut)
      setKpi((before) => (found.series.some((each) => nameOf(each) === before) ? before : nameOf(found.series[0])))
    })
  useOnce(() => load(''))
  if (!history) return <Waiting problem={problem} onAgain={() => load('')} />
  if (history.cuts.length === 0 && history.series.length === 0) return <Empty title={text.none} />

  const own = history.series.filter((each) => nameOf(each) === kpi)
  const series = own.find((each) => each.group === group) ?? own[0]
  const kpis = new Map(history.series.map((each) => [nameOf(each), labelOf(each)]))
  const cuts = history.cuts.map((cut) => [cut, messages.kpi.sheet.cuts[cut]] as const)
  return (
    <>
      {cuts.length > 0 && (
        <Select
          label={text.by}
          value={by}
          options={[['', text.whole], ...cuts]}
          onChange={(cut) => load(cut as KpiCut | '')}
        />
      )}
      <Select label={text.kpi} value={kpi} options={[...kpis]} onChange={setKpi} />
      {by !== '' && (
        <Select
          label={text.group}
          value={series?.group ?? ''}
          options={own.map((each) => [each.group, each.group || text.noGroup] as const)}
          onChange={setGroup}
        />
      )}
      {problem && <Notice kind="bad">{problem}</Notice>}
      {busy && <Loading />}
      {series && !busy && (
        <>
          <DayComparison key={`${by} ${kpi} ${series.group}`} series={series} />
          <HistoryTrend key={`trend ${by} ${kpi}`} series={series} />
        </>
      )}
    </>
  )
}

/** Figures of another kind of period are another series. */
function nameOf(series: KpiSeries | undefined): string {
  return series ? `${series.period} ${series.kpi}` : ''
}

function labelOf({ label, period, kpi }: KpiSeries): string {
  const isOverDays = !['customers', 'complaints_open'].includes(kpi) && !/^(goal|own):/.test(kpi)
  return isOverDays ? text.named({ label, period: messages.kpiPeriods.names[period] }) : label
}
