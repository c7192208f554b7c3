import { useState } from 'preact/hooks'
import { errorText } from '../../../../core/input-error.ts'
import { isApart, takenChannels } from '../../../../core/survey/channels.ts'
import { checkedAnswers } from '../../../../core/survey/checked-answers.ts'
import type { SelectedCustomer } from '../../../sheet/reading/selected-customer.ts'
import type { SurveyToEdit } from '../../../survey/change-survey.ts'
import { DateField } from '../../kit/fields.tsx'
import { messages } from '../../kit/language.ts'
import { Actions } from '../../kit/layout.tsx'
import { Button, Select } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { useFirstError } from '../../kit/use-first-error.ts'
import { useOnce } from '../../kit/use-once.ts'
import { Waiting } from '../../kit/waiting.tsx'
import { AnswerFields, type Given } from './answer-fields.tsx'
import { CustomerChoice } from './customer-choice.tsx'

const text = messages.surveyBuilder
type Channel = (typeof takenChannels)[number]

/** Takes an answer as a customer gives it by phone or at a visit, then is ready for the next; a failure keeps it. */
export function TakeAnswer({ surveyId, onTaken }: { surveyId: string; onTaken: () => void }) {
  const [setup, setSetup] = useState<SurveyToEdit>()
  const [customer, setCustomer] = useState<SelectedCustomer | null>(null)
  const [channel, setChannel] = useState<Channel>('phone')
  const [date, setDate] = useState('')
  const [given, setGiven] = useState<Given>({})
  const [operationId, setOperationId] = useState(() => crypto.randomUUID())
  const [tries, setTries] = useState(0)
  const [kept, setKept] = useState('')
  const { busy, problem, run } = useAction()
  const load = () =>
    run(async () => {
      const found = await server.surveyToEdit(surveyId)
      setSetup(found)
      setDate(found.today)
      setCustomer(await server.selectedCustomer())
    })
  useOnce(load)
  useFirstError(tries)
  if (!setup) return <Waiting problem={problem} onAgain={load} />

  const { questions } = setup.survey
  const { answers, problems } = checkedAnswers(questions, given)
  const clear = () => {
    setGiven({})
    setCustomer(null)
    setOperationId(crypto.randomUUID())
    setTries(0)
  }
  const keep = () => {
    setKept('')
    if (Object.keys(problems).length > 0 || !date) return setTries(tries + 1)
    return run(async () => {
      await server.recordAnswer(surveyId, { channel, date, customerId: customer?.id ?? '', answers }, operationId)
      clear()
      setKept(text.kept)
      onTaken()
    })
  }
  const wrong = (id: string) => (tries > 0 && problems[id] ? errorText(problems[id], messages) : '')
  return (
    <>
      <h2>{text.take}</h2>
      <p class="soft">{text.takeHint}</p>
      <CustomerChoice customer={customer} busy={busy} onChange={setCustomer} />
      <Select
        label={text.channel}
        value={channel}
        options={takenChannels.map((each) => [each, messages.answerChannels[each]] as const)}
        hint={isApart(channel) ? text.apartHint : undefined}
        onChange={(chosen) => setChannel(chosen as Channel)}
      />
      <DateField label={text.day} value={date} max={setup.today} invalid={tries > 0 && !date} onChange={setDate} />
      <AnswerFields
        questions={questions}
        given={given}
        answers={answers}
        wrong={wrong}
        onChange={(given) => {
          setKept('')
          setGiven(given)
        }}
      />
      <Actions busy={busy} problem={problem || wrong('')} done={kept} doing={text.keeping}>
        <Button primary disabled={busy} onClick={keep}>
          {text.keep}
        </Button>
        <Button disabled={busy} onClick={clear}>
          {text.clear}
        </Button>
      </Actions>
    </>
  )
}
