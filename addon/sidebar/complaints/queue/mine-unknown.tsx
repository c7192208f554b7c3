import type { ComplaintSettings } from '../../../complaint/settings.ts'
import { messages } from '../../kit/language.ts'
import { Notice } from '../../kit/parts.tsx'

/** Says why there can be nothing of one's own: the desk knows nobody by the person's e-mail address. */
export function MineUnknown({ settings, mine }: { settings: ComplaintSettings; mine: boolean }) {
  const { policy, email } = settings
  const isKnown = policy.people.some((person) => person.email?.toLowerCase() === email.toLowerCase())
  return mine && !isKnown ? <Notice kind="warn">{messages.complaintQueue.mineUnknown(email)}</Notice> : null
}
