import type { Standard, StandardIndicator } from '../../../core/standard/standard.ts'
import type { IndicatorGroup, OfferedIndicator } from '../../standard/offered-indicators.ts'
import { messages } from '../kit/language.ts'
import { percent } from '../kit/percent.ts'

const text = messages.scoreForm
const groups: IndicatorGroup[] = ['orders', 'contacts', 'facts', 'columns', 'dates']
type Chosen = Standard['indicators']

/** Every indicator that the tabs offer, by where it comes from: tick it, weigh it, and say which way is better. */
export function IndicatorRows(props: {
  choices: OfferedIndicator[]
  value: Chosen
  onChange: (value: Chosen) => void
}) {
  const known = new Set(props.choices.map(({ key }) => key))
  const gone = props.value.flatMap((each): OfferedIndicator[] =>
    known.has(each.key) ? [] : [{ ...each, group: 'columns' }],
  )
  const all = [...props.choices, ...gone]
  return (
    <>
      <p class="soft">{all.length === 0 ? text.noIndicators : text.sharesHint}</p>
      {groups.map((group) => {
        const own = all.filter((choice) => choice.group === group)
        if (own.length === 0) return null
        return (
          <fieldset key={group}>
            <legend>{text.groups[group]}</legend>
            {own.map((choice) => (
              <IndicatorRow key={choice.key} choice={choice} value={props.value} onChange={props.onChange} />
            ))}
          </fieldset>
        )
      })}
    </>
  )
}

function IndicatorRow(props: { choice: OfferedIndicator; value: Chosen; onChange: (value: Chosen) => void }) {
  const { choice, value, onChange } = props
  const { key, label, direction, sameAs } = choice
  const chosen = value.find((indicator) => indicator.key === key)
  const total = value.reduce((sum, { weight }) => sum + weight, 0)
  const toggle = (on: boolean) =>
    onChange(on ? [...value, { key, label, direction, weight: 10 }] : value.filter((each) => each.key !== key))
  return (
    <div>
      <label class="check">
        <input type="checkbox" checked={!!chosen} onChange={(event) => toggle(event.currentTarget.checked)} />
        <span>
          {label}
          {sameAs && <span class="hint">{text.sameAs(sameAs)}</span>}
        </span>
        {chosen && <span class="soft share">{total > 0 ? percent(chosen.weight / total) : ''}</span>}
      </label>
      {chosen && (
        <Weight
          choice={choice}
          chosen={chosen}
          onChange={(part) => onChange(value.map((each) => (each.key === key ? { ...each, ...part } : each)))}
        />
      )}
    </div>
  )
}

function Weight(props: {
  choice: OfferedIndicator
  chosen: StandardIndicator
  onChange: (part: Partial<StandardIndicator>) => void
}) {
  const { choice, chosen, onChange } = props
  const [up, down] =
    choice.group === 'dates' ? [text.laterIsBetter, text.earlierIsBetter] : [text.higherIsBetter, text.lowerIsBetter]
  return (
    <div class="row weight">
      <input
        class="small"
        type="number"
        min="0"
        step="any"
        aria-label={text.weightOf(choice.label)}
        value={chosen.weight}
        onInput={(event) => onChange({ weight: Number(event.currentTarget.value) })}
      />
      <select
        aria-label={text.directionOf(choice.label)}
        value={String(chosen.direction)}
        onChange={(event) => onChange({ direction: event.currentTarget.value === '1' ? 1 : -1 })}
      >
        <option value="1">{up}</option>
        <option value="-1">{down}</option>
      </select>
    </div>
  )
}
