import type { ComplaintPolicy } from '../../../../core/complaint/complaint-policy.ts'
import { feedbackQuestion } from '../../../../core/complaint/customer-texts.ts'
import type { OneComplaint } from '../../../complaint/one-complaint.ts'
import { CopyField } from '../../kit/copy-field.tsx'
import { messages } from '../../kit/language.ts'

const text = messages.oneComplaint

/** The address where the customer says whether it is solved, and the words to send it with. */
export function FeedbackAsked({ complaint, policy }: { complaint: OneComplaint; policy: ComplaintPolicy }) {
  const { feedbackLink, contact } = complaint
  if (feedbackLink === undefined) return null
  const language = contact?.language ?? (document.documentElement.lang === 'en' ? 'en' : 'zh-CN')
  const question = feedbackQuestion(complaint, policy, language).replace('{link}', feedbackLink)
  return (
    <fieldset>
      <legend>{text.feedbackAsked}</legend>
      <p class="soft">{contact?.email ? text.askedByEmail(contact.email) : text.askedByHand}</p>
      <CopyField label={text.feedbackLink} value={feedbackLink} />
      <CopyField label={text.feedbackText} value={question} long />
    </fieldset>
  )
}
