import { type Operator, relativePeriods } from '../../../core/own-statistics/statistic.ts'
import type { StatisticField } from '../../../core/own-statistics/statistic-field.ts'
import { DateField, NumberField } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Select, TextField } from '../kit/parts.tsx'
import { type ConditionDraft, operatorsOf } from './draft.ts'
import { FieldSelect } from './field-select.tsx'

const text = messages.ownStatistics
const periods = messages.statisticWords.periods

type Props = {
  fields: readonly StatisticField[]
  condition: ConditionDraft
  onChange: (condition: ConditionDraft) => void
  onRemove: () => void
}

/** One condition: the field, how it is compared, and with what. */
export function ConditionFields({ fields, condition, onChange, onRemove }: Props) {
  const field = fields.find(({ id }) => id === condition.field)
  const offered = operatorsOf[field?.type ?? 'text']
  // One that the tab's column would not be offered any more, since it holds something else now, stays as it was saved.
  const operators = offered.includes(condition.operator) ? offered : [condition.operator, ...offered]
  const choose = (id: string) => {
    const next = fields.find((each) => each.id === id)
    const fitting = operatorsOf[next?.type ?? 'text']
    const operator = fitting.includes(condition.operator) ? condition.operator : (fitting[0] as Operator)
    onChange({ ...condition, field: id, operator, ...emptied(condition, operator, next) })
  }
  const compare = (operator: string) => {
    const next = operator as Operator
    onChange({ ...condition, operator: next, ...emptied(condition, next, field) })
  }
  return (
    <div class="condition">
      <FieldSelect label={text.field} fields={fields} value={condition.field} onChange={choose} />
      <Select
        label={text.operator}
        value={condition.operator}
        options={operators.map((operator) => [operator, text.operators[operator]])}
        onChange={compare}
      />
      <ValueFields field={field} condition={condition} onChange={onChange} />
      <button type="button" class="link" onClick={onRemove}>
        {text.removeCondition}
      </button>
    </div>
  )
}

/** What was typed stays where the next comparison takes the same kind of value. */
function emptied({ operator, a, b }: ConditionDraft, next: Operator, field: StatisticField | undefined) {
  if (next === 'inPeriod') return { a: operator === next ? a : 'thisMonth', b: '' }
  if (field?.choices && next !== 'oneOf' && !field.choices.some(([value]) => value === a)) return { a: '', b: '' }
  return kindOf(operator) === kindOf(next) ? { a, b } : { a: '', b: '' }
}

function kindOf(operator: Operator): string {
  if (operator === 'is' || operator === 'isNot' || operator === 'contains' || operator === 'oneOf') return 'text'
  if (operator === 'before' || operator === 'onOrAfter' || operator === 'betweenDays') return 'day'
  if (operator === 'lastDays' || operator === 'nextDays' || operator === 'daysAgo') return 'days'
  return operator === 'inPeriod' ? 'period' : 'number'
}

function ValueFields(props: {
  field: StatisticField | undefined
  condition: ConditionDraft
  onChange: (condition: ConditionDraft) => void
}) {
  const { field, condition, onChange } = props
  const { operator, a, b } = condition
  const set = (part: { a?: string; b?: string }) => onChange({ ...condition, ...part })
  const number = (value: number | undefined) => (value === undefined ? '' : String(value))
  switch (operator) {
    case 'blank':
    case 'notBlank':
      return null
    case 'oneOf':
      return field?.choices ? (
        <ChoiceChecks field={field} chosen={a.split('\n')} onChange={(chosen) => set({ a: chosen.join('\n') })} />
      ) : (
        <TextField label={text.values} long value={a} onChange={(value) => set({ a: value })} />
      )
    case 'is':
    case 'isNot':
    case 'contains':
      if (!field?.choices || operator === 'contains')
        return <TextField label={text.value} value={a} onChange={(value) => set({ a: value })} />
      return (
        <Select
          label={text.value}
          value={a}
          options={[...(a === '' ? [['', ''] as const] : []), ...field.choices]}
          onChange={(value) => set({ a: value })}
        />
      )
    case 'before':
    case 'onOrAfter':
      return <DateField label={text.value} value={a} onChange={(value) => set({ a: value })} />
    case 'betweenDays':
      return (
        <>
          <DateField label={text.from} value={a} onChange={(value) => set({ a: value })} />
          <DateField label={text.to} value={b} onChange={(value) => set({ b: value })} />
        </>
      )
    case 'inPeriod':
      return (
        <Select
          label={text.period}
          value={a}
          options={relativePeriods.map((period) => [period, periods[period]])}
          onChange={(value) => set({ a: value })}
        />
      )
    case 'lastDays':
    case 'nextDays':
    case 'daysAgo':
      return (
        <NumberField
          label={text.days}
          hint={operator === 'daysAgo' ? undefined : text.daysHint}
          whole
          min={1}
          value={asNumber(a)}
          onChange={(value) => set({ a: number(value) })}
        />
      )
    case 'between':
      return (
        <div class="row">
          <NumberField label={text.from} value={asNumber(a)} onChange={(value) => set({ a: number(value) })} />
          <NumberField label={text.to} value={asNumber(b)} onChange={(value) => set({ b: number(value) })} />
        </div>
      )
    default:
      return <NumberField label={text.value} value={asNumber(a)} onChange={(value) => set({ a: number(value) })} />
  }
}

function asNumber(typed: string): number | undefined {
  return typed.trim() === '' ? undefined : Number(typed)
}

function ChoiceChecks(props: { field: StatisticField; chosen: string[]; onChange: (chosen: string[]) => void }) {
  const { field, chosen, onChange } = props
  return (
    <fieldset>
      <legend>{text.value}</legend>
      {field.choices?.map(([value, label]) => (
        <label class="check" key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(checked ? [...chosen.filter(Boolean), value] : chosen.filter((each) => each !== value))
            }
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
