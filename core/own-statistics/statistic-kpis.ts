import type { KpiCut, KpiFigure, KpiUnit } from '../kpi/kpi-figure.ts'
import type { Measured } from './measured.ts'
import type { GroupFigure } from './row-groups.ts'
import type { Definition, Grouping } from './statistic.ts'
import { choiceLabel, type StatisticField } from './statistic-field.ts'

/** The figures of a statistic as KPIs: the whole, and each group where it is broken down. */
export function statisticKpis(
  { id, name, definition }: { id: string; name: string; definition: Definition },
  { whole, groups }: { whole: Measured; groups: readonly GroupFigure[] },
  fields: readonly StatisticField[],
): KpiFigure[] {
  const { group, target } = definition
  const common = {
    kpi: `own:${id}`,
    label: name,
    unit: unitOf(definition, fields),
    before: undefined,
    direction: target?.direction ?? (0 as const),
  }
  const all: KpiFigure = { ...common, ...whole, by: '', group: '', ...(target && { target: target.value }) }
  if (!group) return [all]
  const by = cutOf(group)
  return [
    all,
    ...groups.map((each) => ({ ...common, ...each, by, group: choiceLabel(fields, group.field, each.group) })),
  ]
}

/** Money counts as money; other numbers are told with decimals where they are means. */
function unitOf({ measure }: Definition, fields: readonly StatisticField[]): KpiUnit {
  if (measure.kind === 'share') return 'share'
  if (measure.kind === 'count' || measure.kind === 'distinct') return 'count'
  if (fields.find(({ id }) => id === measure.field)?.type === 'money') return 'money'
  return measure.kind === 'sum' ? 'count' : 'points'
}

/** The cut of KPIs that a grouping is, whatever the field is called in its module; others are dimensions. */
export function cutOf({ field, unit }: Grouping): KpiCut {
  if (unit) return unit === 'MONTH' ? 'month' : 'dimension'
  const name = field.replace(/^customer\./, '')
  return name === 'tier' || name === 'owner' || name === 'segment' ? name : 'dimension'
}
