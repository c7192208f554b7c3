import type { StatisticField } from '../../../core/own-statistics/statistic-field.ts'
import { messages } from '../kit/language.ts'
import { Select, TextField } from '../kit/parts.tsx'
import { ConditionGroupFields } from './condition-group.tsx'
import type { StatisticDraft } from './draft.ts'
import { FieldSelect } from './field-select.tsx'

const text = messages.ownStatistics

type Props = {
  draft: StatisticDraft
  fields: readonly StatisticField[]
  onChange: (part: Partial<StatisticDraft>) => void
}

/** What is counted, what it is broken down by, and what it should come to. */
export function MeasureFields({ draft, fields, onChange }: Props) {
  const { measure, measured, groupBy } = draft
  const shown = fields.filter(({ hidden }) => !hidden)
  const numbers = shown.filter(({ type }) => type === 'number' || type === 'money')
  const needsField = measure !== 'count' && measure !== 'share'
  const isDate = fields.find(({ id }) => id === groupBy)?.type === 'date'
  const group = (field: string) => {
    const dated = fields.find(({ id }) => id === field)?.type === 'date'
    onChange({ groupBy: field, unit: dated ? draft.unit || 'MONTH' : '' })
  }
  return (
    <>
      <Select
        label={text.measure}
        value={measure}
        options={Object.entries(text.measures)}
        onChange={(kind) => onChange({ measure: kind as StatisticDraft['measure'], target: '' })}
      />
      {needsField && (
        <FieldSelect
          label={text.of}
          fields={measure === 'distinct' ? shown : numbers}
          value={measured}
          onChange={(field) => onChange({ measured: field })}
        />
      )}
      {measure === 'share' && (
        <fieldset>
          <legend>{text.share}</legend>
          <ConditionGroupFields
            fields={fields}
            group={draft.share}
            outer={false}
            onChange={(share) => onChange({ share })}
          />
        </fieldset>
      )}
      <FieldSelect label={text.groupBy} fields={shown} value={groupBy} none={text.ungrouped} onChange={group} />
      {(isDate || draft.unit) && (
        <Select
          label={text.unit}
          value={draft.unit}
          options={Object.entries(text.units)}
          onChange={(unit) => onChange({ unit: unit as StatisticDraft['unit'] })}
        />
      )}
      <TargetFields draft={draft} onChange={onChange} />
    </>
  )
}

function TargetFields({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const { target, measure, direction } = draft
  return (
    <>
      <TextField
        label={measure === 'share' ? text.targetPercent : text.target}
        hint={text.targetHint}
        value={target}
        invalid={!Number.isFinite(Number(target))}
        onChange={(value) => onChange({ target: value })}
      />
      {target.trim() !== '' && (
        <Select
          label={text.direction}
          value={String(direction)}
          options={(['1', '-1'] as const).map((each) => [each, text.directions[each]])}
          onChange={(each) => onChange({ direction: each === '1' ? 1 : -1 })}
        />
      )}
    </>
  )
}
