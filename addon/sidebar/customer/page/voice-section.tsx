import type { CustomerAnswer, ShownComplaint } from '../../../customer-page/customer-voice.ts'
import { messages } from '../../kit/language.ts'
import { Loading, Section } from '../../kit/layout.tsx'
import { Notice } from '../../kit/parts.tsx'
import type { Customer } from '../use-customer.ts'

const text = messages.customerForm
const words = messages.complaintForm

/** What the customer said in surveys and to the complaint desk; it comes from the workspace, after the rest. */
export function VoiceSection({ voice }: { voice: Customer['voice'] }) {
  if (voice === undefined) return <Loading />
  const known = voice !== null && !(voice instanceof Error) ? voice : undefined
  const count = known && known.answers.length + known.complaints.length
  return (
    <Section title={text.voice} {...(count !== undefined && { count })} open={count !== 0}>
      {voice === null && <p class="soft">{text.noWorkspace}</p>}
      {voice instanceof Error && <Notice kind="bad">{voice.message}</Notice>}
      {count === 0 && <p class="soft">{text.noVoice}</p>}
      {known && (
        <ul class="list">
          {known.complaints.map((complaint) => (
            <ComplaintLine key={complaint.number} complaint={complaint} />
          ))}
          {known.answers.map((answer) => (
            <AnswerLine key={`${answer.day} ${answer.survey} ${answer.channel}`} answer={answer} />
          ))}
        </ul>
      )}
      {known && (known.more.answers || known.more.complaints) && <p class="soft">{text.moreVoice}</p>}
    </Section>
  )
}

function ComplaintLine({ complaint }: { complaint: ShownComplaint }) {
  const { number, kind, state, severity, received, due, closed } = complaint
  return (
    <li>
      <p>{`${received} · ${words.kinds[kind]} ${number}`}</p>
      <p class="soft">
        {[words.states[state], words.severities[severity], due && text.due(due), closed && text.closedOn(closed)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  )
}

function AnswerLine({ answer: { day, survey, nps, satisfaction, comment } }: { answer: CustomerAnswer }) {
  return (
    <li>
      <p>{`${day} · ${survey}`}</p>
      <p class="soft">
        {[
          ...(nps === undefined ? [] : [text.nps(nps)]),
          ...satisfaction.map(({ dimension, score }) => `${dimension} ${score}`),
        ].join(' · ')}
      </p>
      {comment && <p class="comment">{comment}</p>}
    </li>
  )
}
