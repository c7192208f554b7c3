import { useState } from 'preact/hooks'
import { messages } from '../../kit/language.ts'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import type { PersonDraft } from './people-draft.ts'
import { withStaff } from './with-staff.ts'

const text = messages.complaintSettings.people

/** Takes the people of the staff tab over, and says how many there were. */
export function useStaff(people: readonly PersonDraft[], onChange: (people: PersonDraft[]) => void) {
  const { busy, problem, run } = useAction()
  const [taken, setTaken] = useState({ people, said: '' })
  const takeOver = () =>
    run(async () => {
      const staff = await server.deskStaff()
      const next = withStaff(people, staff)
      const added = next.length - people.length
      setTaken({ people: next, said: text.tookOver({ added, known: staff.length - added }) })
      onChange(next)
    })
  return { busy, problem, done: taken.people === people ? taken.said : '', takeOver }
}
