import { type Complaint, type Contact, complaintKinds, severities } from '../../../../core/complaint/complaint.ts'
import { flowOf } from '../../../../core/complaint/complaint-flow.ts'
import type { ComplaintAction } from '../../../../core/complaint/complaint-moves.ts'
import { acknowledgement } from '../../../../core/complaint/customer-texts.ts'
import type { Act } from '../../../complaint/one-complaint.ts'
import type { ComplaintSettings } from '../../../complaint/settings.ts'
import type { SelectedCustomer } from '../../../sheet/reading/selected-customer.ts'
import { messages } from '../../kit/language.ts'
import { emailIsWrong, givenContact } from './contact-fields.tsx'

const text = messages.oneComplaint
const TEXT_LENGTH = 10_000

/** What was typed for a step: fields that nobody touched are not there, so that what others change shows through. */
export type StepDraft = {
  text?: string
  rootCause?: string
  correctiveAction?: string
  compensation?: number | undefined
  satisfaction?: string
  owner?: string
  severity?: string
  kind?: string
  category?: string
  customer?: SelectedCustomer | null
  contact?: Contact
}
export type StepField = keyof StepDraft

/** A step as the form has it: a mended contact is an act of identifying. */
export type Step = ComplaintAction | 'mend_contact'

export function actionOf(step: Step): ComplaintAction {
  return step === 'mend_contact' ? 'identify' : step
}

export function stepName(step: Step): string {
  return step === 'mend_contact' ? text.mendContact : messages.complaintForm.actions[step]
}

/** The fields of each step. */
export const stepFields: Record<Step, readonly StepField[]> = {
  acknowledge: ['text'],
  start: ['text'],
  reply: ['text'],
  wait: ['text'],
  resume: ['text'],
  resolve: ['text', 'rootCause', 'correctiveAction', 'compensation'],
  ask_feedback: [],
  close: ['satisfaction', 'text'],
  reopen: ['satisfaction', 'text'],
  note: ['text'],
  assign: ['owner', 'text'],
  change_severity: ['severity', 'text'],
  classify: ['kind', 'category', 'text'],
  identify: ['customer', 'contact'],
  mend_contact: ['contact', 'text'],
  escalate: [],
}

/** What a step's fields show: what was typed, else what holds now; thanks are written already. */
export function shownStep(step: Step, draft: StepDraft, complaint: Complaint, settings: ComplaintSettings) {
  const { rootCause = '', correctiveAction = '', owner, severity, kind, category, contact = {} } = complaint
  const thanks = () => acknowledgement(complaint, settings.policy, contact.language ?? formLanguage())
  return {
    text: step === 'acknowledge' ? thanks() : '',
    compensation: undefined,
    satisfaction: '',
    customer: null,
    ...{ rootCause, correctiveAction, owner, severity, kind, category },
    ...draft,
    contact: { ...contact, ...draft.contact },
  } satisfies Required<StepDraft>
}

type ShownStep = ReturnType<typeof shownStep>

/** What keeps a step from being taken, by field. */
export function stepProblems(
  step: Step,
  shown: ShownStep,
  complaint: Complaint,
  { policy, mayChange: isAdmin }: ComplaintSettings,
): Partial<Record<StepField, string>> {
  const { kind, category, severity, owner, compensation = 0 } = shown
  const { compensationLimit: limit } = policy.rights
  const needs = step === 'resolve' ? flowOf(policy.flows, complaint).needs : []
  const missing = needs.filter((need) => !shown[need].trim())
  const needsText = step === 'note' || step === 'reply'
  const isOverLimit = limit !== undefined && compensation > limit && !isAdmin
  const isMoney =
    compensation >= 0 && compensation <= 1e9 && Math.abs(compensation * 100 - Math.round(compensation * 100)) < 1e-6
  const all: Partial<Record<StepField, string | false>> = {
    text:
      (needsText && !shown.text.trim() && text.textMissing) ||
      (shown.text.length > TEXT_LENGTH && messages.complaintIntake.tooLong(TEXT_LENGTH)),
    ...Object.fromEntries(missing.map((need) => [need, messages.errors.complaintNeeds({ missing: [need] })])),
    compensation: (!isMoney && text.moneyWrong) || (isOverLimit && messages.errors.compensationLimit({ limit })),
    owner: (!owner.trim() || owner === complaint.owner) && text.ownerMissing,
    severity: severity === complaint.severity && text.severitySame,
    category: kind === complaint.kind && category === complaint.category && text.classifySame,
    customer: shown.customer === null && text.customerMissing,
    contact:
      (emailIsWrong(shown.contact) && messages.complaintIntake.emailWrong) ||
      (step === 'mend_contact' && !changedContact(shown, complaint) && text.contactSame),
  }
  return Object.fromEntries(stepFields[step].flatMap((field) => (all[field] ? [[field, all[field]]] : [])))
}

/** What is sent of a step: its own fields alone, and of what holds already only what was changed. */
export function stepAct(step: Step, shown: ShownStep, complaint: Complaint): Act {
  const changed = <K extends 'rootCause' | 'correctiveAction' | 'category'>(key: K) => {
    const value = shown[key].trim()
    return value && value !== complaint[key] ? { [key]: value } : {}
  }
  const satisfaction = Number(shown.satisfaction)
  const contact = changedContact(shown, complaint)
  const parts: Record<StepField, Partial<Act>> = {
    text: shown.text.trim() ? { text: shown.text.trim() } : {},
    rootCause: changed('rootCause'),
    correctiveAction: changed('correctiveAction'),
    compensation: shown.compensation ? { compensation: shown.compensation } : {},
    satisfaction: satisfaction ? { satisfaction } : {},
    owner: { owner: shown.owner.trim() },
    severity: { severity: severities.find((each) => each === shown.severity) },
    kind: shown.kind === complaint.kind ? {} : { kind: complaintKinds.find((each) => each === shown.kind) },
    category: changed('category'),
    customer: { customerId: shown.customer?.id },
    contact: contact ? { contact } : {},
  }
  const own = stepFields[step].map((field) => parts[field])
  return Object.assign({ action: actionOf(step), expectedVersion: complaint.version }, ...own)
}

/** How somebody is reached from now on; undefined where that is as before, or nothing is left. */
function changedContact({ contact }: ShownStep, complaint: Complaint): Contact | undefined {
  const given = givenContact(contact)
  return JSON.stringify(given) === JSON.stringify(givenContact(complaint.contact ?? {})) ? undefined : given
}

function formLanguage() {
  return document.documentElement.lang === 'en' ? 'en' : 'zh-CN'
}
