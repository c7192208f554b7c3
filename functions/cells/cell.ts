import { literal, optional } from 'valibot'
import type { ComplaintFigure, ComplaintQuestion } from '../../core/complaint/complaint-figures.ts'
import type { Language, Messages } from '../../core/messages/messages.ts'
import type { Backend } from '../backend.ts'
import type { Series } from '../store/audience.ts'
import type { DocumentKey } from '../store/document-key.ts'
import type { Survey } from '../store/survey.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

/** What a live function puts into cells: one value, or rows that spill. Blank is ''. */
export type CellValue = string | number | (string | number)[][]

/** Asks for the figure of the whole as a table of one row, with what it rests on. */
export const wholeSchema = optional(literal('WHOLE'))

/** Who asks for a live figure, and in which language labels are given back. */
export type CellCall = {
  backend: Backend
  workspace: WorkspaceKey
  documentKey: DocumentKey
  messages: Messages
  language: Language
  /** All surveys of the workspace. Like what follows read once for the formulas of a request, where one needs it. */
  surveys: () => Promise<Survey[]>
  /** The KPIs that the key may read. */
  series: () => Promise<Series[]>
  /** What counts figures of complaints. */
  complaints: () => Promise<(question: ComplaintQuestion) => ComplaintFigure[]>
}
