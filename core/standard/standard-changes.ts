import type { Standard } from './standard.ts'

type Setting = 'method' | 'cut' | 'product' | 'probability' | 'collectDays' | 'note'

/** One difference between two versions: an indicator or tier by its name, or a setting; null is none. */
export type StandardChange =
  | { part: 'indicator' | 'tier'; name: string; what: 'added' | 'removed' }
  | { part: 'indicator'; name: string; what: 'weight' | 'direction'; before: number; after: number }
  | { part: 'tier'; name: string; what: 'from'; before: number; after: number }
  | { part: 'setting'; name: Setting; what: 'setting'; before: string | number | null; after: string | number | null }

/**
 * What makes one version of a standard differ from another; none where they score and tier alike.
 *
 * Neither the order of indicators nor what they are called makes a difference, nor do name and version.
 */
export function standardChanges(before: Standard, after: Standard): StandardChange[] {
  return [...indicatorChanges(before, after), ...tierChanges(before, after), ...settingChanges(before, after)]
}

function indicatorChanges(before: Standard, after: Standard): StandardChange[] {
  const part = 'indicator'
  const now = new Map(after.indicators.map((indicator) => [indicator.key, indicator]))
  const known = new Set(before.indicators.map(({ key }) => key))
  const changed = before.indicators.flatMap((old): StandardChange[] => {
    const own = now.get(old.key)
    if (!own) return [{ part, name: old.label, what: 'removed' }]
    return (['weight', 'direction'] as const).flatMap((what) =>
      old[what] === own[what] ? [] : [{ part, name: own.label, what, before: old[what], after: own[what] }],
    )
  })
  const added = after.indicators.filter(({ key }) => !known.has(key))
  return [...changed, ...added.map(({ label }): StandardChange => ({ part, name: label, what: 'added' }))]
}

function tierChanges(before: Standard, after: Standard): StandardChange[] {
  const part = 'tier'
  const now = new Map(after.tiers.map((tier) => [tier.label, tier.from]))
  const known = new Set(before.tiers.map(({ label }) => label))
  const changed = before.tiers.flatMap(({ label: name, from }): StandardChange[] => {
    const own = now.get(name)
    if (own === undefined) return [{ part, name, what: 'removed' }]
    return from === own ? [] : [{ part, name, what: 'from', before: from, after: own }]
  })
  const added = after.tiers.filter(({ label }) => !known.has(label))
  return [...changed, ...added.map(({ label }): StandardChange => ({ part, name: label, what: 'added' }))]
}

function settingChanges(before: Standard, after: Standard): StandardChange[] {
  const of = ({ method, cut, product, limits, note }: Standard) => ({ method, cut, product, ...limits, note })
  const [old, now] = [of(before), of(after)]
  return (Object.keys(old) as Setting[]).flatMap((name): StandardChange[] =>
    old[name] === now[name] ? [] : [{ part: 'setting', name, what: 'setting', before: old[name], after: now[name] }],
  )
}
