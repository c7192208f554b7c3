import type { ConditionGroup } from '../../../core/own-statistics/statistic.ts'
import type { StatisticField } from '../../../core/own-statistics/statistic-field.ts'
import { statisticSentence } from '../../../core/own-statistics/statistic-sentence.ts'
import { messages } from '../kit/language.ts'
import { Button, Select } from '../kit/parts.tsx'
import { ConditionFields } from './condition-fields.tsx'
import { type GroupDraft, type InnerDraft, type KeptDraft, newCondition, newKey } from './draft.ts'

const text = messages.ownStatistics

type Any = GroupDraft | InnerDraft
type Props<Group extends Any> = {
  fields: readonly StatisticField[]
  group: Group
  /** Whether groups can be put into it. */
  outer: boolean
  onChange: (group: Group) => void
}

/** Conditions and how they hold together; the first level may hold groups of its own. */
export function ConditionGroupFields<Group extends Any>({ fields, group, outer, onChange }: Props<Group>) {
  type Part = GroupDraft['of'][number]
  const parts: Part[] = group.of
  const put = (of: Part[]) => onChange({ ...group, of } as Group)
  const replace = (part: Part) => put(parts.map((each) => (each.key === part.key ? part : each)))
  const remove = ({ key }: Part) => put(parts.filter((part) => part.key !== key))
  const groups = parts.filter((part) => 'every' in part)
  return (
    <>
      {parts.length > 1 && <EverySelect every={group.every} onChange={(every) => onChange({ ...group, every })} />}
      {parts.map((part) => {
        if ('kept' in part) return <Kept key={part.key} part={part} fields={fields} />
        if (!('every' in part))
          return (
            <ConditionFields
              key={part.key}
              fields={fields}
              condition={part}
              onChange={replace}
              onRemove={() => remove(part)}
            />
          )
        return (
          <fieldset class="condition-group" key={part.key}>
            <legend>{text.group(groups.indexOf(part) + 1)}</legend>
            <ConditionGroupFields fields={fields} group={part} outer={false} onChange={replace} />
            <button type="button" class="link" onClick={() => remove(part)}>
              {text.removeGroup}
            </button>
          </fieldset>
        )
      })}
      <div class="actions">
        <Button onClick={() => put([...parts, newCondition()])}>{text.addCondition}</Button>
        {outer && parts.length > 0 && (
          <Button onClick={() => put([...parts, { key: newKey(), every: 'any', of: [newCondition()] }])}>
            {text.addGroup}
          </Button>
        )}
      </div>
    </>
  )
}

function EverySelect(props: { every: ConditionGroup['every']; onChange: (every: ConditionGroup['every']) => void }) {
  return (
    <Select
      label={text.every}
      value={props.every}
      options={Object.entries(text.everyOptions)}
      onChange={(every) => props.onChange(every as ConditionGroup['every'])}
    />
  )
}

function Kept({ part, fields }: { part: KeptDraft; fields: readonly StatisticField[] }) {
  const where: ConditionGroup = { every: 'all', of: [part.kept] }
  const says = statisticSentence({ module: 'customers', where, measure: { kind: 'count' } }, { fields }, messages)
  return <p class="hint">{text.kept(says)}</p>
}
