import { casesNeeded } from '../../core/improvements/cases-needed.ts'
import type { ClaimFound, EffectVerdict } from '../../core/improvements/effect.ts'
import type { KpiUnit } from '../../core/kpi/kpi-figure.ts'
import type { OfferedMeasure } from '../goals/goal-measures.ts'
import { userMessages } from '../user-language.ts'
import type { ComparedSpans, FigureOf } from './compared-spans.ts'
import { changeText, figureText } from './figure-text.ts'

type Told = { name: string; verdict: EffectVerdict; spans: ComparedSpans; direction: 1 | -1; unit: KpiUnit }

/** What a comparison says: the verdict, both figures, the interval, and how many more cases would settle it. */
export function verdictSentence({ name, verdict, spans, direction, unit }: Told): string {
  const words = userMessages().improvementEffect
  const { before, after, change, low, high, n } = spans
  const [was, is] = [figureText(before, unit), figureText(after, unit)]
  const way = was === is ? 0 : change > 0 ? 1 : -1
  const needed = casesNeeded(spans, direction, (n.before ?? 0) + (n.after ?? 0))
  return [
    words.moved({
      ...{ verdict: words.verdicts[verdict], figure: name, way, before: was, after: is },
      change: changeText(change, unit),
    }),
    low !== undefined &&
      high !== undefined &&
      words.interval({ low: changeText(low, unit), high: changeText(high, unit) }),
    spans.isOfSame ? words.ofSame : words.meaning[verdict],
    needed !== undefined && words.needed(String(needed)),
  ]
    .filter(Boolean)
    .join(words.between)
}

export function claimSentence({ asked, verdict }: ClaimFound, direction: 1 | -1, unit: KpiUnit): string {
  return userMessages().improvementEffect.claims[verdict](changeText(direction * asked, unit))
}

/** Of a figure that is known only as it is now. */
export function nowSentence(name: string, after: number, unit: KpiUnit): string {
  return userMessages().improvementEffect.onlyNow({ figure: name, after: figureText(after, unit) })
}

/** A figure's name, with the group that it is of. */
export function figureName({ by, group }: FigureOf, { label }: OfferedMeasure): string {
  const words = userMessages()
  if (by === '') return label
  return words.improvementEffect.ofGroup({ figure: label, cut: words.improvementWords.cuts[by], group })
}
