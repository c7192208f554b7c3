import { zonedDay } from '../../../../core/calendar/zoned-time.ts'
import { filledText } from '../../../../core/complaint/customer-texts.ts'
import { isAway } from '../../../../core/complaint/desk-person.ts'
import type { OneComplaint } from '../../../complaint/one-complaint.ts'
import type { ComplaintSettings } from '../../../complaint/settings.ts'
import { NumberField } from '../../kit/fields.tsx'
import { messages } from '../../kit/language.ts'
import { Select, TextField } from '../../kit/parts.tsx'
import { CustomerField } from './customer-field.tsx'
import { ListedField } from './listed-field.tsx'
import { type Step, type StepDraft, type StepField, stepFields } from './step-draft.ts'

const text = messages.oneComplaint
const words = messages.complaintForm

type Props = {
  step: Step
  shown: Required<StepDraft>
  complaint: OneComplaint
  settings: ComplaintSettings
  problems: Partial<Record<StepField, string>>
  onChange: (more: StepDraft) => void
}

/** The fields of a step, in its order. */
export function StepFields(props: Props) {
  return stepFields[props.step].map((field) => <OneField key={field} field={field} {...props} />)
}

function OneField({ field, ...props }: Props & { field: StepField }) {
  const { step, complaint, shown, settings, problems, onChange } = props
  const { wording } = settings.policy
  const asked = <K extends StepField>(key: K) => ({
    value: shown[key] as string,
    invalid: problems[key] !== undefined,
    onChange: (value: string) => onChange({ [key]: value }),
    ...(problems[key] !== undefined && { hint: problems[key] }),
  })
  switch (field) {
    case 'text':
      return <SaidField {...props} />
    case 'rootCause':
      return <ListedField label={words.rootCause} listed={same(wording.rootCauses)} optional {...asked(field)} />
    case 'correctiveAction':
      return <TextField label={words.correctiveAction} long {...asked(field)} />
    case 'compensation':
      return (
        <NumberField
          label={text.compensation}
          min={0}
          value={shown.compensation}
          invalid={problems.compensation !== undefined}
          hint={problems.compensation ?? text.compensationHint}
          onChange={(compensation) => onChange({ compensation })}
        />
      )
    case 'satisfaction':
      return (
        <Select
          label={text.satisfaction}
          options={[['', text.notSaid], ...Object.entries(text.satisfactions)]}
          {...asked(field)}
        />
      )
    case 'owner':
      return <ListedField label={text.assignTo} listed={people(settings, complaint.asOf)} {...asked(field)} />
    case 'severity':
      return <Select label={words.severity} options={Object.entries(words.severities)} {...asked(field)} />
    case 'kind':
      return <Select label={words.kind} options={Object.entries(words.kinds)} {...asked(field)} />
    case 'category':
      return <ListedField label={words.category} listed={same(wording.categories)} {...asked(field)} />
    default:
      return (
        <CustomerField
          part={field}
          customer={shown.customer}
          contact={shown.contact}
          problem={problems[field]}
          onChange={onChange}
          key={step}
        />
      )
  }
}

/** What is said at a step; where the customer is told it, with the desk's ready texts and how it gets there. */
function SaidField({ step, shown, complaint, settings, problems, onChange }: Props) {
  const { policy } = settings
  const reaches = step === 'acknowledge' || step === 'reply'
  const to = complaint.contact?.email
  const way = reaches ? (to ? text.byEmail(to) : text.byHand) : undefined
  const hint = problems.text ?? way
  const insert = (title: string) => {
    const ready = policy.wording.replies.find((reply) => reply.title === title)
    if (!ready) return
    const said = filledText(ready.text, complaint, policy)
    onChange({ text: shown.text.trim() ? `${shown.text}\n\n${said}` : said })
  }
  return (
    <>
      {step === 'reply' && policy.wording.replies.length > 0 && (
        <Select
          label={text.quickReply}
          value=""
          options={[['', messages.complaintIntake.choose], ...same(policy.wording.replies.map(({ title }) => title))]}
          onChange={insert}
        />
      )}
      <TextField
        label={text.said[step as keyof typeof text.said] ?? text.comment}
        long
        value={shown.text}
        invalid={problems.text !== undefined}
        onChange={(said) => onChange({ text: said })}
        {...(hint !== undefined && { hint })}
      />
    </>
  )
}

/** The desk's people; who is away on the desk's own day is said so. */
function people({ policy }: ComplaintSettings, now: string) {
  const today = zonedDay(Date.parse(now), policy.calendar.timeZone)
  return policy.people.map((person) => {
    const { name, away } = person
    return [name, away && isAway(person, today) ? text.isAway({ name, to: away.to }) : name] as const
  })
}

function same(list: readonly string[]) {
  return list.map((each) => [each, each] as const)
}
