import { fieldLabel, type StatisticField } from '../../../core/own-statistics/statistic-field.ts'
import { messages } from '../kit/language.ts'
import { Select } from '../kit/parts.tsx'

/** A field to choose; one that was saved and is not there any more stays. */
export function FieldSelect(props: {
  label: string
  fields: readonly StatisticField[]
  value: string
  /** What stands for none, where there may be none. */
  none?: string
  onChange: (field: string) => void
}) {
  const { label, fields, value, none, onChange } = props
  const first = none !== undefined || value === '' ? [['', none ?? messages.ownStatistics.chooseField] as const] : []
  const gone =
    value !== '' && !fields.some(({ id }) => id === value) ? [[value, fieldLabel(fields, value)] as const] : []
  const options = [...first, ...fields.map((field) => [field.id, field.label] as const), ...gone]
  return <Select label={label} value={value} options={options} onChange={onChange} />
}
