import { messages } from '../../kit/language.ts'
import { Button } from '../../kit/parts.tsx'
import { newRow } from '../rows/new-row.ts'
import { useFocusedRow } from '../rows/use-focused-row.ts'
import { noRouting, type PeopleDraft, type RoutingDraft } from './people-draft.ts'
import { RoutingFields } from './routing-fields.tsx'

const text = messages.complaintSettings.people
const RULES_AT_MOST = 100

type Props = PeopleDraft & { onChange: (routing: RoutingDraft[]) => void }

/** The rules in the order in which they are looked at; a new one comes first. */
export function RoutingList({ people, routing, onChange }: Props) {
  const { rows, focusRow } = useFocusedRow()
  const add = () => {
    onChange([newRow(noRouting), ...routing])
    focusRow(0)
  }
  const up = (place: number) => {
    onChange([...routing.slice(0, place - 1), routing[place]!, routing[place - 1]!, ...routing.slice(place + 1)])
    focusRow(place - 1)
  }
  return (
    <>
      <div class="rows" ref={rows}>
        {routing.map((rule, place) => (
          <RoutingFields
            key={rule.row}
            routing={routing}
            place={place}
            people={people}
            onChange={(next) => onChange(routing.map((each, at) => (at === place ? next : each)))}
            onRemove={() => onChange(routing.filter((_, at) => at !== place))}
            onUp={() => up(place)}
          />
        ))}
      </div>
      {routing.length < RULES_AT_MOST && (
        <div class="actions">
          <Button onClick={add}>{text.addRule}</Button>
        </div>
      )}
    </>
  )
}
