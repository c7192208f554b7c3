import type { Standard } from '../../../core/standard/standard.ts'
import { standardChanges } from '../../../core/standard/standard-changes.ts'
import type { ScoreSetup } from '../../standard/standard-setup.ts'
import { messages } from '../kit/language.ts'
import { percent } from '../kit/percent.ts'

const text = messages.scoreForm
/** More tiers than these are a wall of words. */
const MOST_TIERS = 8

/** The standard at a glance: what counts how much, where tiers begin, and which tabs are read. */
export function StandardSummary({ setup, standard }: { setup: ScoreSetup; standard: Standard }) {
  const { name, indicators, tiers, cut } = standard
  const versions = setup.standards.find(({ current }) => current.name === name)?.versions ?? []
  const last = versions[versions.length - 1]?.standard
  const total = indicators.reduce((sum, { weight }) => sum + weight, 0)
  const used = (source: string) => indicators.some(({ key }) => key.startsWith(`${source}:`))
  const { customers, orders, interactions, opportunities } = setup.tabs
  const tabs = [
    customers,
    ...(used('orders') ? [orders] : []),
    ...(used('contacts') ? [interactions] : []),
    ...(used('opportunities') ? [opportunities] : []),
  ]
  return (
    <section class="card stack" aria-label={text.counts}>
      <h2>
        {name} <span class="soft">{versionWords(last, standard)}</span>
      </h2>
      <ul class="plain">
        {indicators.map(({ key, label, weight }) => (
          <li class="split" key={key}>
            <span>{label}</span>
            <span class="soft">{total > 0 ? percent(weight / total) : ''}</span>
          </li>
        ))}
      </ul>
      <p class="soft">
        {inBrief(
          [...tiers]
            .reverse()
            .map(({ label, from }, at) =>
              text.tiersShort({ label, from: at === tiers.length - 1 ? undefined : from, byShare: cut === 'SHARE' }),
            ),
        ).join(' · ')}
      </p>
      <p class="soft">{text.reads(tabs)}</p>
    </section>
  )
}

/** The highest tiers and the lowest. */
function inBrief(tiers: string[]): string[] {
  return tiers.length > MOST_TIERS ? [...tiers.slice(0, MOST_TIERS - 2), '…', ...tiers.slice(-1)] : tiers
}

/** The version applied last, and whether what is at hand is still that. */
function versionWords(last: Standard | undefined, standard: Standard): string {
  if (!last) return text.version(0)
  return standardChanges(last, standard).length === 0 ? text.version(last.version) : text.versionChanged(last.version)
}
