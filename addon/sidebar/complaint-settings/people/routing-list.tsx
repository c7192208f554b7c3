import { messages } from '../../kit/language.ts'
import { newRow } from '../rows/new-row.ts'
import { RowList } from '../rows/row-list.tsx'
import { noRouting, type PeopleDraft, type RoutingDraft } from './people-draft.ts'
import { RoutingFields } from './routing-fields.tsx'

const text = messages.complaintSettings.people
const RULES_AT_MOST = 100

type Props = PeopleDraft & { onChange: (routing: RoutingDraft[]) => void }

/** The rules in the order in which they are looked at; a new one comes first. */
export function RoutingList({ people, routing, onChange }: Props) {
  const added = () => newRow(noRouting)
  return (
    <RowList rows={routing} most={RULES_AT_MOST} add={text.addRule} added={added} addsFirst onChange={onChange}>
      {(_, place, acts) => <RoutingFields routing={routing} place={place} people={people} {...acts} />}
    </RowList>
  )
}
