import { useState } from 'preact/hooks'
import type { WhyTier as Why } from '../../../standard/why-tier.ts'
import { messages } from '../../kit/language.ts'
import { Notice } from '../../kit/parts.tsx'
import { percent } from '../../kit/percent.ts'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { shownScore } from '../shown.ts'

const text = messages.customerForm
const words = messages.scoreForm

/** On a press, what each indicator adds to the score and what is missing to the next tier: it takes all tabs to count. */
export function WhyTier({ customerId }: { customerId: string }) {
  const [why, setWhy] = useState<Why>()
  const { busy, problem, run } = useAction()
  if (!why) {
    return (
      <>
        <button
          type="button"
          class="link"
          disabled={busy}
          onClick={() => run(async () => setWhy(await server.whyTier(customerId)))}
        >
          {busy ? text.whyBusy : text.why}
        </button>
        {problem && <Notice kind="bad">{problem}</Notice>}
      </>
    )
  }
  const indicators = [...why.indicators].sort((a, b) => (b.points ?? -1) - (a.points ?? -1))
  const { next, override, misses } = why
  return (
    <section aria-label={text.why}>
      {override && <Notice>{text.byHand(override)}</Notice>}
      <dl class="facts">
        {indicators.map(({ key, label, points, most }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              {points === undefined || most === undefined
                ? words.whyBlank
                : words.whyOf({ points: shownScore(points), most: shownScore(most) })}
            </dd>
          </div>
        ))}
      </dl>
      {misses.map(({ limit, value, bound }) => (
        <Notice kind="warn" key={limit}>
          {limit === 'probability'
            ? words.whyMissesProbability({ value: percent(value), bound: percent(bound) })
            : words.whyMissesCollectDays({ value: shownScore(value), bound: shownScore(bound) })}
        </Notice>
      ))}
      <p class="soft">
        {next
          ? words.whyNext({ missing: shownScore(next.missing), tier: next.label, from: shownScore(next.from) })
          : words.whyTop}
      </p>
    </section>
  )
}
