import type { Actor } from '../../core/complaint/complaint-event.ts'
import type { ComplaintPolicy } from '../../core/complaint/complaint-policy.ts'
import type { Doer } from '../../core/complaint/complaint-rights.ts'
import type { Operation } from '../store/operation.ts'

/** Who does something, when, and the client's operation that it is. */
export type Doing = {
  by: Actor
  now: string
  operation: Operation
  /** The rights of a person; the desk itself and customers may do what they are let to. */
  doer?: { role: Doer['role']; email: string } | undefined
}

/** Somebody as the desk knows them: by the name of their e-mail address. */
export function deskDoer({ people }: ComplaintPolicy, doer: Doing['doer']): Doer {
  if (!doer) return { role: 'admin', names: [] }
  const { role, email } = doer
  const names = people.filter((person) => person.email?.toLowerCase() === email.toLowerCase())
  return { role, names: [email, ...names.map(({ name }) => name)] }
}
