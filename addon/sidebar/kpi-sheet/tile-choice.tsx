import { type KpiId, kpiCatalogue } from '../../../core/kpi/kpi-catalogue.ts'
import { MOST_TILES } from '../../../core/kpi/kpi-plan.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'

const text = messages.kpi
type Group = keyof typeof text.groups

/** A KPI that is none of the catalogue: a goal or a statistic of one's own. */
export type OtherKpi = { kpi: string; label: string }

/** Which KPIs the sheet has a tile of, by what they are about. */
export function TileChoice(props: {
  tiles: string[]
  others: readonly OtherKpi[]
  hasWorkspace: boolean
  isOpen: boolean
  onChange: (tiles: string[]) => void
}) {
  const { tiles, others, hasWorkspace, onChange } = props
  const all = [...Object.keys(kpiCatalogue), ...others.map(({ kpi }) => kpi)]
  const turn = (kpi: string, on: boolean) => onChange(all.filter((one) => (one === kpi ? on : tiles.includes(one))))
  const groups = (Object.keys(text.groups) as Group[]).map((group) => ({
    group,
    kpis: all.filter((kpi) => groupOf(kpi) === group),
  }))
  const labelOf = (kpi: string) => others.find((one) => one.kpi === kpi)?.label ?? messages.kpis[kpi as KpiId]
  return (
    <Section title={text.tiles} count={text.chosen({ chosen: tiles.length, most: MOST_TILES })} open={props.isOpen}>
      {groups
        .filter(({ kpis }) => kpis.length > 0)
        .map(({ group, kpis }) => (
          <fieldset key={group}>
            <legend>{text.groups[group]}</legend>
            {!hasWorkspace && group === 'surveys' && <p class="soft">{text.needsWorkspace}</p>}
            {kpis.map((kpi) => (
              <label class="check" key={kpi} title={messages.kpiDefinitions[kpi as KpiId]}>
                <input
                  type="checkbox"
                  checked={tiles.includes(kpi)}
                  onChange={(event) => turn(kpi, event.currentTarget.checked)}
                />
                <span>{labelOf(kpi)}</span>
              </label>
            ))}
          </fieldset>
        ))}
    </Section>
  )
}

function groupOf(kpi: string): Group {
  if (kpi.startsWith('goal:')) return 'goals'
  if (kpi.startsWith('own:')) return 'statistics'
  const { origin } = kpiCatalogue[kpi as KpiId]
  if (origin !== 'sheet') return origin === 'survey' ? 'surveys' : 'complaints'
  return kpi === 'revenue' || kpi === 'orders' || kpi === 'average_order' ? 'orders' : 'customers'
}
