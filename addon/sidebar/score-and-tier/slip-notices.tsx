import { goneTiers } from '../../../core/tiering/gone-tiers.ts'
import type { ScoreBasis } from '../../standard/score-basis.ts'
import { messages } from '../kit/language.ts'
import { Notice } from '../kit/parts.tsx'
import type { Tried } from './use-what-if.ts'

const text = messages.scoreForm
const MOST_NAMED = 5

/** The day that is counted to, and what looks like a mistake in the tabs: to be seen before anything is written. */
export function SlipNotices({ basis, tried }: { basis: ScoreBasis; tried: Tried }) {
  const { unscored, tiers } = tried
  const tierOrder = tiers.map(({ label }) => label)
  const { ahead, stray, lookAlikes, withoutCustomer, withoutId } = basis.slips
  return (
    <>
      {ahead.map((rows) => (
        <Notice kind="warn" key={rows.tab}>
          {text.ahead(rows)}
        </Notice>
      ))}
      {stray && <Notice kind="warn">{text.stray(stray)}</Notice>}
      {lookAlikes.length > 0 && <Notice>{text.lookAlikes(lookAlikes)}</Notice>}
      {unscored > 0 && <Notice>{text.unscored(unscored)}</Notice>}
      {withoutId > 0 && <Notice kind="warn">{messages.form.withoutId(withoutId)}</Notice>}
      {withoutCustomer > 0 && <Notice>{text.withoutCustomer(withoutCustomer)}</Notice>}
      {basis.overridden.length > 0 && <Notice>{text.overridden(basis.overridden.length)}</Notice>}
      {goneTiers(basis.overridden, basis.ids, tierOrder).map(({ tier, customers }) => (
        <Notice kind="warn" key={tier}>
          {text.goneTier({ tier, named: customers.slice(0, MOST_NAMED), more: customers.slice(MOST_NAMED).length })}
        </Notice>
      ))}
      {basis.asOf && <p class="soft">{text.asOf(basis.asOf)}</p>}
    </>
  )
}
