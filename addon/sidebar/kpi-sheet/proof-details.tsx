import { isCatalogueKpi } from '../../../core/kpi/kpi-catalogue.ts'
import type { KpiProof } from '../../kpi/prove/prove-kpi.ts'
import { messages } from '../kit/language.ts'
import './history.css'
import { shownValue } from './shown-value.ts'

const text = messages.kpiProofForm

/** What a figure rests on: its interval, when and over which days it was counted, how, from where, and whose tiers. */
export function ProofDetails({ proof }: { proof: KpiProof }) {
  const { shown, asOf, period, from, to, standard } = proof
  const { low, high, unit } = shown
  const limit = (value: number) => shownValue(value, unit)
  const rows: [string, string][] = [
    [
      text.interval,
      low === undefined || high === undefined || low === null || high === null
        ? text.noInterval
        : messages.kpiHistoryForm.between({ low: limit(low), high: limit(high) }),
    ],
    [text.asOf, asOf],
    ...(period ? [[text.days, text.daysOf({ period, from, to })] as [string, string]] : []),
    [text.definition, definition(shown.kpi)],
    [text.source, source(proof)],
    [text.standard, standard ? text.standardOf(standard) : text.noStandard],
  ]
  return (
    <section aria-label={text.details}>
      <h2>{text.details}</h2>
      <dl class="facts">
        {rows.map(([name, says]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function definition(kpi: string): string {
  if (isCatalogueKpi(kpi)) return messages.kpiDefinitions[kpi]
  return kpi.startsWith('goal:') ? text.ofGoal : text.ofStatistic
}

function source({ tabs, survey, question, shown }: KpiProof): string {
  if (tabs.length > 0) return tabs.map(text.tab).join('; ')
  if (survey) return text.survey({ survey, question })
  if (shown.kpi.startsWith('goal:')) return text.goals
  return shown.kpi.startsWith('own:') ? text.statistic : text.complaints
}
