import type { Indicator, Standard } from '../../standard/standard.ts'
import { messages } from '../kit/language.ts'

const text = messages.scoreForm
type Chosen = Standard['indicators']

/** Every indicator the tabs offer: tick it, weigh it, and say which way is better. */
export function IndicatorRows(props: { choices: Indicator[]; value: Chosen; onChange: (value: Chosen) => void }) {
  const total = props.value.reduce((sum, indicator) => sum + indicator.weight, 0)
  const toggle = (choice: Indicator, on: boolean) =>
    props.onChange(
      on
        ? [...props.value, { key: choice.key, direction: choice.direction, weight: 1 }]
        : props.value.filter((indicator) => indicator.key !== choice.key),
    )
  const edit = (key: string, part: Partial<Chosen[number]>) =>
    props.onChange(props.value.map((indicator) => (indicator.key === key ? { ...indicator, ...part } : indicator)))

  return (
    <fieldset>
      <legend>{text.indicators}</legend>
      {props.choices.length === 0 && <p class="soft">{text.noIndicators}</p>}
      {props.choices.map((choice) => {
        const chosen = props.value.find((indicator) => indicator.key === choice.key)
        return (
          <div key={choice.key}>
            <label class="check">
              <input
                type="checkbox"
                checked={!!chosen}
                onChange={(event) => toggle(choice, event.currentTarget.checked)}
              />
              <span>{choice.label}</span>
            </label>
            {chosen && (
              <div class="row">
                <input
                  class="small"
                  type="number"
                  min="0"
                  step="any"
                  aria-label={text.weightOf(choice.label)}
                  value={chosen.weight}
                  onInput={(event) => edit(choice.key, { weight: Number(event.currentTarget.value) })}
                />
                <select
                  aria-label={text.directionOf(choice.label)}
                  value={String(chosen.direction)}
                  onChange={(event) => edit(choice.key, { direction: event.currentTarget.value === '1' ? 1 : -1 })}
                >
                  <option value="1">{text.higherIsBetter}</option>
                  <option value="-1">{text.lowerIsBetter}</option>
                </select>
                <span class="small soft">{total > 0 ? `${Math.round((chosen.weight / total) * 100)} %` : ''}</span>
              </div>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
