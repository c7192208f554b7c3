import { messages } from '../../kit/language.ts'
import { Button } from '../../kit/parts.tsx'
import type { PartProps } from '../settings-draft.ts'
import { nobody, noRouting, type PeopleDraft } from './people-draft.ts'
import { PersonFields } from './person-fields.tsx'
import { RoutingFields } from './routing-fields.tsx'

const text = messages.complaintSettings.people

/** Who works at the desk, and who is given what. */
export function PeoplePart({ draft, onChange, readOnly }: PartProps) {
  const { people, routing } = draft.people
  const change = (part: Partial<PeopleDraft>) => onChange({ ...draft, people: { ...draft.people, ...part } })
  return (
    <fieldset class="plain" disabled={readOnly}>
      <p class="soft">{text.why}</p>
      <h2>{text.title}</h2>
      {people.length === 0 && <p class="soft">{text.none}</p>}
      {people.map((person, place) => (
        <PersonFields
          // biome-ignore lint/suspicious/noArrayIndexKey: names are being typed
          key={place}
          person={person}
          others={people.filter((_, at) => at !== place)}
          onChange={(next) => change({ people: people.map((each, at) => (at === place ? next : each)) })}
          onRemove={() => change({ people: people.filter((_, at) => at !== place) })}
        />
      ))}
      <div class="actions">
        <Button onClick={() => change({ people: [...people, nobody] })}>{text.add}</Button>
      </div>
      <h2>{text.routing}</h2>
      <p class="soft">{text.routingWhy}</p>
      {routing.map((rule, place) => (
        <RoutingFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name but its place
          key={place}
          rule={rule}
          people={people}
          onChange={(next) => change({ routing: routing.map((each, at) => (at === place ? next : each)) })}
          onRemove={() => change({ routing: routing.filter((_, at) => at !== place) })}
        />
      ))}
      <div class="actions">
        <Button onClick={() => change({ routing: [...routing, noRouting] })}>{text.addRule}</Button>
      </div>
    </fieldset>
  )
}
