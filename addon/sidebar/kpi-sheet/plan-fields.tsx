import { type KpiCut, kpiCuts } from '../../../core/kpi/kpi-figure.ts'
import { kpiPeriods } from '../../../core/kpi/kpi-period.ts'
import type { KpiPlan } from '../../../core/kpi/kpi-plan.ts'
import { languages } from '../../../core/messages/messages.ts'
import type { KpiSetup } from '../../kpi/kpi-setup.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { Select } from '../kit/parts.tsx'
import { type OtherKpi, TileChoice } from './tile-choice.tsx'

const text = messages.kpi
type Change = (part: Partial<KpiPlan>) => void
type Props = { setup: KpiSetup; plan: KpiPlan; onChange: Change }

/** All that a person chooses of a KPI sheet. */
export function PlanFields({ setup, plan, onChange }: Props) {
  const { period, tables, survey } = plan
  const turn = (cut: KpiCut, on: boolean) =>
    onChange({ tables: kpiCuts.filter((one) => (one === cut ? on : tables.includes(one))) })
  return (
    <>
      <TileChoice
        tiles={plan.tiles}
        others={setup.others}
        hasWorkspace={setup.hasWorkspace}
        isOpen={!setup.built}
        onChange={(tiles) => onChange({ tiles, ...(tiles.includes(plan.trend) ? {} : { trend: '' }) })}
      />
      <Select
        label={text.period}
        value={period}
        options={kpiPeriods.map((each) => [each, messages.kpiPeriods.names[each]] as const)}
        onChange={(value) => onChange({ period: value as KpiPlan['period'] })}
      />
      <fieldset>
        <legend>{text.tables}</legend>
        {kpiCuts.map((cut) => (
          <label class="check" key={cut}>
            <input
              type="checkbox"
              checked={tables.includes(cut)}
              onChange={(event) => turn(cut, event.currentTarget.checked)}
            />
            <span>{text.sheet.cuts[cut]}</span>
          </label>
        ))}
      </fieldset>
      {setup.surveys.length > 0 && (
        <Select
          label={text.survey}
          value={survey}
          options={[['', text.noSurvey], ...setup.surveys.map(({ id, title }) => [id, title] as const)]}
          onChange={(id) =>
            onChange({ survey: id, surveyTitle: setup.surveys.find((one) => one.id === id)?.title ?? '' })
          }
        />
      )}
      <MoreFields setup={setup} plan={plan} onChange={onChange} />
    </>
  )
}

function MoreFields({ setup, plan, onChange }: Props) {
  const tabs = setup.sheets.map((name) => [name, name] as const)
  const labelOf = (kpi: string) => labelIn(setup.others, kpi)
  return (
    <Section title={text.more} open={!plan.customers}>
      <Select
        label={text.customerTab}
        value={plan.customers}
        options={
          [['', messages.scoreForm.noOrders], ...tabs].slice(plan.customers ? 1 : 0) as (readonly [string, string])[]
        }
        onChange={(customers) => onChange({ customers })}
      />
      <Select
        label={text.orderTab}
        value={plan.orders}
        options={[['', messages.scoreForm.noOrders], ...tabs]}
        onChange={(orders) => onChange({ orders })}
      />
      <Select
        label={text.language}
        value={plan.language}
        options={languages.map((each) => [each, messages.workspaceForm.languages[each]] as const)}
        onChange={(language) => onChange({ language: language as KpiPlan['language'] })}
      />
      <Select
        label={text.trend}
        value={plan.trend}
        options={[['', text.noTrend], ...plan.tiles.map((kpi) => [kpi, labelOf(kpi)] as const)]}
        hint={text.trendHint}
        onChange={(trend) => onChange({ trend })}
      />
      <Select
        label={text.mode}
        value={plan.mode}
        options={(['values', 'formulas'] as const).map((mode) => [mode, text.modes[mode]] as const)}
        hint={text.modeHints[plan.mode]}
        onChange={(mode) => onChange({ mode: mode as KpiPlan['mode'] })}
      />
    </Section>
  )
}

function labelIn(others: readonly OtherKpi[], kpi: string): string {
  const known: Record<string, string> = messages.kpis
  return others.find((one) => one.kpi === kpi)?.label ?? known[kpi] ?? kpi
}
