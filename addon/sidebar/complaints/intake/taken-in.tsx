import { useState } from 'preact/hooks'
import type { ComplaintPolicy } from '../../../../core/complaint/complaint-policy.ts'
import { acknowledgement } from '../../../../core/complaint/customer-texts.ts'
import type { Language } from '../../../../core/messages/messages.ts'
import type { ToldComplaint } from '../../../complaint/one-complaint.ts'
import { CopyField } from '../../kit/copy-field.tsx'
import { messages } from '../../kit/language.ts'
import { Actions } from '../../kit/layout.tsx'
import { Button, Notice, Select } from '../../kit/parts.tsx'
import { moment } from '../one/moment.ts'

const text = messages.complaintIntake
const { clocks } = messages.complaintMail

type Props = {
  complaint: ToldComplaint
  policy: ComplaintPolicy
  onOpen: (id: string) => void
  onAnother: () => void
}

/** What was taken in: its number, who has it, when it is due, and thanks to pass on to the customer. */
export function TakenIn({ complaint, policy, onOpen, onAnother }: Props) {
  const formLanguage = document.documentElement.lang === 'en' ? 'en' : 'zh-CN'
  const [language, setLanguage] = useState<Language>(complaint.contact?.language ?? formLanguage)
  const { id, number, owner, response, resolution } = complaint
  const due = (instant: string | undefined) => (instant ? moment(instant, policy.calendar.timeZone) : '')
  return (
    <>
      <Notice kind="good">{text.taken(number)}</Notice>
      <table>
        <tbody>
          <tr>
            <th scope="row">{text.handler}</th>
            <td>{owner || text.nobody}</td>
          </tr>
          <tr>
            <th scope="row">{clocks.response}</th>
            <td>{due(response.dueAt)}</td>
          </tr>
          <tr>
            <th scope="row">{clocks.resolution}</th>
            <td>{due(resolution.dueAt)}</td>
          </tr>
        </tbody>
      </table>
      <Select
        label={text.languageOfText}
        value={language}
        options={Object.entries(text.languages)}
        onChange={(chosen) => setLanguage(chosen as Language)}
      />
      <CopyField long label={text.thanks} value={acknowledgement(complaint, policy, language)} hint={text.thanksHint} />
      <Actions>
        <Button primary onClick={() => onOpen(id)}>
          {text.open}
        </Button>
        <Button onClick={onAnother}>{text.another}</Button>
      </Actions>
    </>
  )
}
