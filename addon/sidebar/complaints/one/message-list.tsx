import type { ComplaintMessage } from '../../../complaint/one-complaint.ts'
import { messages } from '../../kit/language.ts'
import { moment } from './moment.ts'

const text = messages.oneComplaint

type Props = { written: ComplaintMessage[]; link: string | undefined; timeZone: string }

/** The e-mails that were written because of a complaint, the latest first, and what became of them. */
export function MessageList({ written, link, timeZone }: Props) {
  return (
    <ul class="list">
      {[...written].reverse().map(({ kind, to, state, createdAt, text: said }) => (
        <li key={`${createdAt} ${kind} ${to}`} class="event">
          <p>
            <b>{text.messageKinds[kind]}</b>
          </p>
          <p class="soft">{[moment(createdAt, timeZone), to].join(' · ')}</p>
          <p>{text.messageStates[state]}</p>
          <details>
            <summary>{text.showText}</summary>
            <p class="said">{link ? said.replace('{link}', link) : said}</p>
          </details>
        </li>
      ))}
    </ul>
  )
}
