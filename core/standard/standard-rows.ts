import type { Messages } from '../messages/messages.ts'
import type { Standard } from './standard.ts'

/** A row of the Standards tab without who saved it and when; '' is a blank cell. */
export type StandardRow = {
  standard: string
  version: number
  part: string
  name: string
  source: string
  direction: number | ''
  weight: number | ''
  method: string
  from: number | ''
  note: string
}

/**
 * A standard as the rows that a person reads and edits: one for each indicator, each tier from the highest, and each
 * setting that is not left open. `standardFromRows` reads them back, in either language.
 */
export function standardRows(standard: Standard, words: Messages['standardWords']): StandardRow[] {
  const { name, version, indicators, method, cut, tiers, product, limits, note } = standard
  const row = (part: 'indicator' | 'tier' | 'setting', rest: Partial<StandardRow>): StandardRow => ({
    ...{ standard: name, version, part: words[part], name: '', source: '', direction: '', weight: '' },
    ...{ method: '', from: '', note: '', ...rest },
  })
  const { probability, collectDays } = limits
  return [
    ...indicators.map(({ key, label, direction, weight }) =>
      row('indicator', { name: label, source: key, direction, weight }),
    ),
    ...tiers.map(({ label, from }, at) => row('tier', { name: label, from: at === 0 ? '' : from })).reverse(),
    row('setting', { name: words.method, method: words[method] }),
    row('setting', { name: words.cut, method: words[cut] }),
    ...(product ? [row('setting', { name: words.product, source: product })] : []),
    ...(probability === null ? [] : [row('setting', { name: words.probability, from: probability })]),
    ...(collectDays === null ? [] : [row('setting', { name: words.collectDays, from: collectDays })]),
    ...(note ? [row('setting', { name: words.note, note })] : []),
  ]
}
