import { useRef } from 'preact/hooks'
import type { ComplaintPolicy } from '../../../../core/complaint/complaint-policy.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { Field, Select, TextField } from '../../kit/parts.tsx'
import { ContactFields } from '../one/contact-fields.tsx'
import { ListedField } from '../one/listed-field.tsx'
import type { IntakeDraft, IntakeProblems } from './intake-draft.ts'

const text = messages.complaintIntake
const words = messages.complaintForm

type Props = {
  draft: IntakeDraft
  onChange: (draft: IntakeDraft) => void
  problems: IntakeProblems
  policy: ComplaintPolicy
}

/** What happened, and all that is known of it. */
export function WhatFields({ draft, onChange, problems, policy }: Props) {
  const hasShownMore = useRef(false)
  const isMoreWrong = problems.links ?? problems.receivedAt ?? (draft.isStranger ? undefined : problems.contact)
  // Once unfolded it stays so while it is mended.
  hasShownMore.current ||= isMoreWrong !== undefined
  const field = <K extends keyof IntakeDraft>(key: K) => ({
    value: draft[key],
    invalid: problems[key] !== undefined,
    onChange: (value: string) => onChange({ ...draft, [key]: value }),
    ...(problems[key] !== undefined && { hint: problems[key] }),
  })
  return (
    <>
      <div class="row">
        <Select label={words.kind} options={Object.entries(words.kinds)} {...field('kind')} />
        <Select label={words.severity} options={Object.entries(words.severities)} {...field('severity')} />
      </div>
      <Select label={text.customerType} options={Object.entries(text.customerTypes)} {...field('customerType')} />
      <ListedField label={words.channel} listed={Object.entries(words.channels)} {...field('channel')} />
      <ListedField
        label={words.category}
        listed={policy.wording.categories.map((each) => [each, each] as const)}
        optional
        {...field('category')}
      />
      <TextField label={messages.fields.whatHappened} long {...field('description')} />
      <TextField label={words.wanted} {...field('wantedOutcome')} />
      <Section title={text.more} open={hasShownMore.current}>
        <Field label={text.receivedAt} hint={problems.receivedAt ?? text.receivedHint}>
          {(id) => (
            <input
              id={id}
              type="datetime-local"
              value={draft.receivedAt}
              aria-invalid={problems.receivedAt !== undefined}
              onInput={(event) => onChange({ ...draft, receivedAt: event.currentTarget.value })}
            />
          )}
        </Field>
        <TextField label={text.links} long {...field('links')} hint={problems.links ?? text.linksHint} />
        {!draft.isStranger && (
          <fieldset>
            <legend>{text.contact}</legend>
            <ContactFields
              contact={draft.contact}
              problem={problems.contact}
              onChange={(contact) => onChange({ ...draft, contact })}
            />
          </fieldset>
        )}
      </Section>
    </>
  )
}
