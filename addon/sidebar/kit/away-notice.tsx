import { messages } from './language.ts'
import { Notice } from './parts.tsx'
import type { Away } from './use-patience.ts'

/** That the service does not answer, and when it is tried again. */
export function AwayNotice({ away }: { away: Away | undefined }) {
  if (!away) return null
  return <Notice kind="warn">{away.seconds > 0 ? messages.form.away(away) : messages.form.awayTrying(away)}</Notice>
}
