import type { ScoreBasis } from '../../standard/score-basis.ts'
import { messages } from '../kit/language.ts'
import { Notice } from '../kit/parts.tsx'

const text = messages.scoreForm

/** The day that is counted to, and what looks like a mistake in the tabs: to be seen before anything is written. */
export function SlipNotices({ basis, unscored }: { basis: ScoreBasis; unscored: number }) {
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
      {basis.asOf && <p class="soft">{text.asOf(basis.asOf)}</p>}
    </>
  )
}
