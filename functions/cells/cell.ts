import { literal, optional } from 'valibot'
import type { ComplaintFigure, ComplaintQuestion } from '../../core/complaint/complaint-figures.ts'
import type { Language, Messages } from '../../core/messages/messages.ts'
import type { Backend } from '../backend.ts'
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
  /** All surveys of the workspace, read once for the formulas of a request. */
  surveys: () => Promise<Survey[]>
  /** Counts a figure of complaints, from what is read once for the formulas of a request. */
  complaints: () => Promise<(question: ComplaintQuestion) => ComplaintFigure[]>
  messages: Messages
  language: Language
}
