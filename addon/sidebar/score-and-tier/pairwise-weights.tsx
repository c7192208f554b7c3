import { useState } from 'preact/hooks'
import { ahpWeights } from '../../../core/scoring/ahp-weights.ts'
import { comparisonMatrix } from '../../../core/scoring/comparison-matrix.ts'
import { doubtfulComparison } from '../../../core/scoring/doubtful-comparison.ts'
import { percentages } from '../../../core/standard/percentages.ts'
import type { StandardIndicator } from '../../../core/standard/standard.ts'
import { messages } from '../kit/language.ts'
import { Button, Notice, Select } from '../kit/parts.tsx'
import { percent } from '../kit/percent.ts'

const text = messages.scoreForm
const TIMES = [9, 8, 7, 6, 5, 4, 3, 2]
/** Above this the comparisons contradict each other too much to be trusted (Saaty). */
const MOST_RATIO = 0.1

/** Weights from which of each pair matters more, with how well the answers fit together. */
export function PairwiseWeights(props: {
  indicators: readonly StandardIndicator[]
  onTake: (weights: number[]) => void
}) {
  const { indicators, onTake } = props
  const [answers, setAnswers] = useState<Record<string, number>>({})
  if (indicators.length < 2) return <p class="soft">{text.pairsTooFew}</p>

  const keyOf = (row: number, column: number) => `${indicators[row]?.key}\n${indicators[column]?.key}`
  const cells = indicators.map((_, row) =>
    indicators.map((_, column) => (row < column ? (answers[keyOf(row, column)] ?? 1) : undefined)),
  )
  const matrix = comparisonMatrix(cells.map((row, at) => row.map((cell, column) => (at === column ? 1 : cell))))
  const { weights, consistencyRatio } = ahpWeights(matrix)
  const label = (at: number) => indicators[at]?.label ?? ''
  const doubtful = doubtfulComparison(matrix, weights)
  const isOff = consistencyRatio > MOST_RATIO
  return (
    <>
      {indicators.flatMap((_, row) =>
        indicators.slice(row + 1).map((_, step) => {
          const column = row + 1 + step
          const key = keyOf(row, column)
          const [one, other] = [label(row), label(column)]
          return (
            <Select
              key={key}
              label={text.pairOf({ one, other })}
              value={choiceOf(answers[key] ?? 1)}
              options={pairOptions(one, other)}
              onChange={(choice) => setAnswers({ ...answers, [key]: timesOf(choice) })}
            />
          )
        }),
      )}
      <ul class="plain">
        {percentages(weights).map((weight, at) => (
          <li class="split" key={indicators[at]?.key}>
            <span>{label(at)}</span>
            <span class="soft">{percent(weight / 100)}</span>
          </li>
        ))}
      </ul>
      {indicators.length > 2 && <p class="soft">{text.consistency(consistencyRatio.toFixed(2))}</p>}
      {isOff && (
        <Notice kind="warn">
          {text.reconsider({
            one: label(doubtful.row),
            other: label(doubtful.column),
            fitting: timesWords(doubtful.fitting, label(doubtful.row), label(doubtful.column)),
          })}
        </Notice>
      )}
      <div class="actions">
        <Button onClick={() => onTake(percentages(weights))}>{text.takeWeights}</Button>
      </div>
    </>
  )
}

function pairOptions(one: string, other: string): [string, string][] {
  return [...TIMES, 1, ...[...TIMES].reverse().map((times) => 1 / times)].map((times) => [
    choiceOf(times),
    timesWords(times, one, other),
  ])
}

function timesWords(times: number, one: string, other: string): string {
  if (times === 1) return text.asMuch
  return times > 1
    ? text.more({ indicator: one, times })
    : text.more({ indicator: other, times: Math.round(1 / times) })
}

/** `5`, or `-5` for a fifth. */
function choiceOf(times: number): string {
  return String(times >= 1 ? times : -Math.round(1 / times))
}

function timesOf(choice: string): number {
  const times = Number(choice)
  return times >= 1 ? times : 1 / -times
}
