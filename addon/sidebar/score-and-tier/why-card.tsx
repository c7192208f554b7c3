import { periodLabel } from '../../../core/calendar/periods.ts'
import type { WhyIndicator } from '../../../core/standard/why-indicators.ts'
import type { WhyScore } from '../../../core/standard/why-score.ts'
import { messages } from '../kit/language.ts'
import { Notice } from '../kit/parts.tsx'
import { percent } from '../kit/percent.ts'
import { useInView } from '../kit/use-in-view.ts'
import { shown } from './shown.ts'

const text = messages.scoreForm

/** One customer's score: each indicator's part and place, and what alone would lift the customer a tier. */
export function WhyCard(props: { title: string; why: WhyScore; isDate: (key: string) => boolean }) {
  const { why } = props
  const card = useInView<HTMLElement>(why)
  return (
    <section ref={card} class="card stack" aria-label={text.why}>
      <h2>{props.title}</h2>
      {why.rank && why.score !== undefined ? (
        <p>
          {text.whyScore({ score: shown(why.score), tier: why.tier ?? '', place: why.rank.place, of: why.rank.of })}
        </p>
      ) : (
        <p>{text.whyUnscored}</p>
      )}
      {why.misses.map(({ limit, value, bound }) => (
        <Notice kind="warn" key={limit}>
          {limit === 'probability'
            ? text.whyMissesProbability({ value: percent(value), bound: percent(bound) })
            : text.whyMissesCollectDays({ value: shown(value), bound: shown(bound) })}
        </Notice>
      ))}
      {why.next && (
        <p>{text.whyNext({ missing: shown(why.next.missing), tier: why.next.label, from: shown(why.next.from) })}</p>
      )}
      {!why.next && why.score !== undefined && <p>{text.whyTop}</p>}
      {why.indicators.map((part) => (
        <Part key={part.key} part={part} tier={why.next?.label} isDate={props.isDate(part.key)} />
      ))}
      {why.next && why.misses.length === 0 && why.indicators.every(({ lift }) => lift === undefined) && (
        <p class="soft">{text.whyNoLift}</p>
      )}
    </section>
  )
}

function Part({ part, tier, isDate }: { part: WhyIndicator; tier: string | undefined; isDate: boolean }) {
  const said = (value: number | undefined) => (isDate && value !== undefined ? periodLabel(value, 'DAY') : shown(value))
  const { points, most, rank, value, lowest, highest, lift } = part
  return (
    <div>
      <strong>{part.label}</strong>
      {points !== undefined && most !== undefined && (
        <>
          {' '}
          <span class="soft">{text.whyOf({ points: shown(points), most: shown(most) })}</span>
          <span class="bar" style={`width: ${(points / Math.max(most, 1)) * 100}%`} />
        </>
      )}
      <p class="hint">
        {rank
          ? text.whyPlace({
              ...{ value: said(value), place: rank.place, of: rank.of },
              ...{ lowest: said(lowest), highest: said(highest) },
            })
          : text.whyBlank}
      </p>
      {lift !== undefined && tier && <p class="hint">{text.whyLift({ value: said(lift), tier })}</p>}
    </div>
  )
}
