import type { ChangeAsked } from '../../../core/goals/change-asked.ts'
import type { ChangeReading } from '../../../core/goals/change-readings.ts'
import { messages } from '../kit/language.ts'
import { shownNumber } from './figure.ts'

const text = messages.goalsForm

type Props = {
  change: ChangeAsked
  readings: readonly ChangeReading[]
  target: number | null
  shown: (figure: number) => string
  onTarget: (target: number) => void
}

/** What "by 5 %" leads to: where it can mean two targets, it asks which, and none is chosen beforehand. */
export function ChangeQuestion({ change, readings, target, shown, onTarget }: Props) {
  return (
    <fieldset class="inset">
      <legend>{(readings.length > 1 ? text.ask : text.leadsTo)(changeWords(change))}</legend>
      {readings.map((reading) => (
        <label key={reading.as} class="check">
          <input
            type="radio"
            name="reading"
            checked={target === reading.target}
            onChange={() => onTarget(reading.target)}
          />
          <span>{text.readings[reading.as](shown(reading.target))}</span>
        </label>
      ))}
    </fieldset>
  )
}

function changeWords({ direction, amount, told }: ChangeAsked): string {
  const number = shownNumber(amount)
  return text.byAsked({
    direction: direction === 1 ? '+' : '−',
    amount: told === 'percent' ? text.percentAsked(number) : number,
  })
}
