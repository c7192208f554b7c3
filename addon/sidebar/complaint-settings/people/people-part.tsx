import { messages } from '../../kit/language.ts'
import { RightsFields } from '../rights/rights-fields.tsx'
import type { PartProps } from '../settings-draft.ts'
import type { PeopleDraft } from './people-draft.ts'
import { PeopleList } from './people-list.tsx'
import { RoutingList } from './routing-list.tsx'

const text = messages.complaintSettings.people

/** Who works at the desk, who is given what, and who may do what. */
export function PeoplePart({ draft, onChange, readOnly }: PartProps) {
  const { people, routing } = draft.people
  const change = (part: Partial<PeopleDraft>) => onChange({ ...draft, people: { ...draft.people, ...part } })
  return (
    <>
      <fieldset class="part" disabled={readOnly}>
        <legend>{text.title}</legend>
        <PeopleList people={people} onChange={(next) => change({ people: next })} />
      </fieldset>
      <fieldset class="part" disabled={readOnly}>
        <legend>{text.routing}</legend>
        <p class="hint">{routing.length ? text.routingWhy : text.why}</p>
        <RoutingList people={people} routing={routing} onChange={(next) => change({ routing: next })} />
      </fieldset>
      <fieldset class="part" disabled={readOnly}>
        <legend>{messages.complaintSettings.rights.title}</legend>
        <RightsFields rights={draft.rights} onChange={(rights) => onChange({ ...draft, rights })} />
      </fieldset>
    </>
  )
}
