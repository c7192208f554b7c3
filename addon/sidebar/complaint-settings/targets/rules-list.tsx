import { messages } from '../../kit/language.ts'
import { newRow } from '../rows/new-row.ts'
import { RowList } from '../rows/row-list.tsx'
import { RuleFields } from './rule-fields.tsx'
import type { RuleDraft } from './targets-draft.ts'

const text = messages.complaintSettings.targets
const RULES_AT_MOST = 200

type Props = { rules: readonly RuleDraft[]; onChange: (rules: RuleDraft[]) => void }

/** The rules in the order in which they are looked at. A new one comes first: it is there for something special. */
export function RulesList({ rules, onChange }: Props) {
  const added = () => {
    const { response, update, resolution } = rules[rules.length - 1]!
    return newRow({ kind: '' as const, tier: '', severity: '' as const, response, update, resolution })
  }
  return (
    <RowList rows={rules} most={RULES_AT_MOST} add={text.addRule} added={added} addsFirst onChange={onChange}>
      {(_, place, acts) => <RuleFields rules={rules} place={place} {...acts} />}
    </RowList>
  )
}
