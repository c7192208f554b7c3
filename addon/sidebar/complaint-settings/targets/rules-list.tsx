import { messages } from '../../kit/language.ts'
import { Button } from '../../kit/parts.tsx'
import { newRow } from '../rows/new-row.ts'
import { useFocusedRow } from '../rows/use-focused-row.ts'
import { RuleFields } from './rule-fields.tsx'
import type { RuleDraft } from './targets-draft.ts'

const text = messages.complaintSettings.targets
const RULES_AT_MOST = 200

type Props = { rules: readonly RuleDraft[]; onChange: (rules: RuleDraft[]) => void }

/** The rules in the order in which they are looked at. A new one comes first: it is there for something special. */
export function RulesList({ rules, onChange }: Props) {
  const { rows, focusRow } = useFocusedRow()
  const add = () => {
    const { response, update, resolution } = rules[rules.length - 1]!
    onChange([newRow({ kind: '', tier: '', severity: '', response, update, resolution }), ...rules])
    focusRow(0)
  }
  const up = (place: number) => {
    onChange([...rules.slice(0, place - 1), rules[place]!, rules[place - 1]!, ...rules.slice(place + 1)])
    focusRow(place - 1)
  }
  return (
    <>
      <div class="rows" ref={rows}>
        {rules.map((rule, place) => (
          <RuleFields
            key={rule.row}
            rules={rules}
            place={place}
            onChange={(next) => onChange(rules.map((each, at) => (at === place ? next : each)))}
            onRemove={() => onChange(rules.filter((_, at) => at !== place))}
            onUp={() => up(place)}
          />
        ))}
      </div>
      {rules.length < RULES_AT_MOST && (
        <div class="actions">
          <Button onClick={add}>{text.addRule}</Button>
        </div>
      )}
    </>
  )
}
