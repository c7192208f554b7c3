import { messages } from '../../kit/language.ts'
import type { RuleDraft } from './targets-draft.ts'

const text = messages.complaintSettings.targets
const { kinds, severities } = messages.complaintForm

/** Which ones a rule is for: "Complaint · Tier A · High". */
export function ruleTitle({ kind, tier, severity }: RuleDraft, isLast: boolean): string {
  if (isLast) return text.allOthers
  const parts = [
    kind && kinds[kind as keyof typeof kinds],
    tier.trim() && text.ofTier(tier.trim()),
    severity && severities[severity as keyof typeof severities],
  ]
  return parts.filter(Boolean).join(' · ') || text.any
}
