import { array, number, object, optional, picklist, string } from 'valibot'
import { formerPartsSchema } from '../../core/survey/former-parts.ts'
import { retentionMonthsSchema } from '../../core/survey/kept-since.ts'
import { questionSchema } from '../../core/survey/question.ts'
import { surveyKinds, surveySettingsEntries } from '../../core/survey/survey-settings.ts'
import { textsSchema } from '../../core/survey/texts-schema.ts'
import type { Backend } from '../backend.ts'
import { signature } from '../secrets.ts'
import type { Survey } from '../store/survey.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { idSchema } from './parameters.ts'

export const surveyReplySchema = object({
  surveyId: idSchema,
  title: textsSchema,
  /** Formulas find it by these too. */
  formerTitles: array(textsSchema),
  status: picklist(['draft', 'open', 'closed']),
  questions: array(questionSchema),
  /** Questions of earlier versions that are asked no more; none of their ids is given to another question. */
  earlier: array(questionSchema),
  /** By the id of a question: options that it offers no more, none of whose ids is given to another, and names by which formulas find it too. */
  former: formerPartsSchema,
  kind: picklist(surveyKinds),
  /** Of the questions: counts their changes, from 1. */
  version: number(),
  ...surveySettingsEntries,
  /** For how many months answers are kept; until they are deleted where absent. */
  retentionMonths: optional(retentionMonthsSchema),
  revision: number(),
  createdAt: string(),
  /** How many are stored, where asked for; never of a survey of staff. */
  answers: optional(number()),
  /** The public page, while the survey is open. */
  link: optional(string()),
})

export const surveyExample = {
  surveyId: 'h2Kp0sVx9QdLrT4m',
  title: 'Spring survey',
  formerTitles: [],
  status: 'draft',
  questions: [{ id: 'nps', type: 'nps', title: 'How likely are you to recommend us?', required: true }],
  earlier: [],
  former: {},
  kind: 'customers',
  version: 1,
  revision: 1,
  createdAt: '2026-03-10T08:00:00.000Z',
}

/**
 * A survey has one open link. Its secret is a signature over the survey's id, so that whoever may see the survey is
 * given the link again, while the table knows only its hash.
 */
export function linkSecret({ signingKey }: Backend, workspace: WorkspaceKey, surveyId: string): string {
  return signature(signingKey, 'survey link', workspace.id, surveyId)
}

/** A survey as clients see it. */
export function surveyReply(backend: Backend, workspace: WorkspaceKey, { id, buckets: _, ...survey }: Survey) {
  const link = `${backend.publicUrl}/s/${workspace.id}.${linkSecret(backend, workspace, id)}`
  return { surveyId: id, ...survey, ...(survey.status === 'open' && { link }) }
}
