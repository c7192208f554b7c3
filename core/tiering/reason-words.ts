import type { Messages } from '../messages/messages.ts'
import type { AttentionReason } from './attention-reasons.ts'

/** Why a customer needs a person, in words. */
export function reasonWords(reason: AttentionReason, words: Messages['attentionReasons']): string {
  switch (reason.kind) {
    case 'complaint':
      return words.complaint(reason.count)
    case 'fell':
      return words.fell(reason)
    case 'lowNps':
      return words.lowNps(reason.nps)
    case 'overdue':
      return words.overdue(reason.days)
    case 'neverContacted':
      return words.neverContacted
    case 'ownerLevel':
      return words.ownerLevel(reason)
  }
}
