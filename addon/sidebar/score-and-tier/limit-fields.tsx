import type { Standard } from '../../../core/standard/standard.ts'
import { NumberField } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'

const text = messages.scoreForm

/** What a customer must meet to stand above the lowest tier; blank is no limit. */
export function LimitFields(props: { value: Standard['limits']; onChange: (value: Standard['limits']) => void }) {
  const { probability, collectDays } = props.value
  return (
    <>
      <p class="soft">{text.limitsHint}</p>
      <NumberField
        label={text.probability}
        min={0}
        max={100}
        value={probability === null ? undefined : Math.round(probability * 1000) / 10}
        onChange={(percent) =>
          props.onChange({ ...props.value, probability: percent === undefined ? null : percent / 100 })
        }
      />
      <NumberField
        label={text.collectDays}
        min={0}
        value={collectDays ?? undefined}
        onChange={(days) => props.onChange({ ...props.value, collectDays: days ?? null })}
      />
    </>
  )
}
