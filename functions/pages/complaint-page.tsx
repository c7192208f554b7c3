import type { Context } from 'hono'
import { type Complaint, type ComplaintKind, type CustomerType, customerTypes } from '../../core/complaint/complaint.ts'
import { type FormField, formLengths, type TypedForm } from '../../core/complaint/public-form.ts'
import { errorText, type InputError } from '../../core/input-error.ts'
import { type Language, messagesFor } from '../../core/messages/messages.ts'
import { ChoiceField, LineField, TextField } from './form-field.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { page } from './page.tsx'
import { ProblemSummary } from './problem-summary.tsx'

export type ShownForm = {
  language: Language
  ticket: string
  kind: ComplaintKind
  customerType: CustomerType
  typed: TypedForm
  /** By field, and of the whole under ''. */
  problems?: Partial<Record<FormField | '', InputError>>
  /** Whether something else was sent from the page before. */
  sentBefore?: boolean
}

/** In this order a person thinks of them. */
const KINDS: ComplaintKind[] = ['complaint', 'enquiry', 'suggestion', 'praise']
const FIELDS = Object.keys(formLengths) as FormField[]

/** The public form by which customers write to the desk: it works without script. */
export function complaintPage(c: Context, shown: ShownForm) {
  const { language, ticket, kind, customerType, problems = {}, sentBefore = false } = shown
  const messages = messagesFor(language)
  const texts = messages.complaintPage
  const { surveyPage } = messages
  const wrong = Object.keys(problems).length > 0
  const field = (name: FormField, note = surveyPage.optional) => ({
    name,
    note,
    value: shown.typed[name],
    length: formLengths[name],
    wrong: problems[name] && errorText(problems[name], messages),
  })
  const title = wrong ? surveyPage.wrongTitle(texts.formTitle) : texts.formTitle
  const kinds = KINDS.map((each): [string, string] => [each, messages.complaintForm.kinds[each]])
  const types = [...customerTypes].reverse().map((each): [string, string] => [each, texts.customerTypes[each]])
  return page(
    c,
    { language, title, status: wrong ? 400 : sentBefore ? 409 : 200 },
    <form method="post" enctype="multipart/form-data" action={`?lang=${language}`} novalidate>
      <LanguageSwitch language={language} send={texts.send} />
      <h1>{texts.formTitle}</h1>
      {wrong && <ProblemSummary ids={FIELDS} problems={problems} language={language} />}
      {sentBefore && (
        <p class="notice" role="alert" tabindex={-1} autofocus>
          {texts.sentBefore}
        </p>
      )}
      <p>{texts.formAbout}</p>
      <input type="hidden" name="ticket" value={ticket} />
      <ChoiceField name="kind" label={texts.kind} options={kinds} value={kind} />
      <TextField {...field('description', surveyPage.required)} label={texts.happened} hint={texts.happenedHint} />
      <TextField {...field('wantedOutcome')} label={texts.wanted} short />
      <TextField {...field('links')} label={texts.links} hint={texts.linksHint} short />
      <LineField {...field('name', surveyPage.required)} label={texts.name} autocomplete="name" />
      <LineField
        {...field('phone', '')}
        label={texts.phone}
        hint={problems.phone ? undefined : texts.reach}
        type="tel"
        autocomplete="tel"
      />
      <LineField {...field('email', '')} label={texts.email} type="email" autocomplete="email" />
      <ChoiceField name="customerType" label={texts.customerType} options={types} value={customerType} />
      <LineField {...field('reference')} label={texts.reference} autocomplete="off" />
      <LineField {...field('website', '')} label={texts.trap} autocomplete="off" unseen />
      <button type="submit">{texts.send}</button>
    </form>,
  )
}

/** What somebody reads whose message was received: its number, and by when it is answered in the desk's time. */
export function complaintThanks(
  c: Context,
  { number, response }: Complaint,
  { language, timeZone }: { language: Language; timeZone: string },
) {
  const texts = messagesFor(language).complaintPage
  const asTime = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone })
  return page(
    c,
    { language, title: texts.receivedTitle },
    <>
      <h1>{texts.receivedTitle}</h1>
      <p>{texts.received(number)}</p>
      {response.dueAt && <p>{texts.answeredBy(asTime.format(new Date(response.dueAt)))}</p>}
      <p>{texts.keepNumber}</p>
    </>,
  )
}
