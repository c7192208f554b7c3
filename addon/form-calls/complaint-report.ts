import {
  type ComplaintReport,
  type ReportQuestion,
  complaintReport as read,
  writeComplaintReport as write,
} from '../complaint/report.ts'
import { inWords } from '../user-language.ts'

/** Every figure of the desk, by a cut if wanted. */
export function complaintReport(question: ReportQuestion): ComplaintReport {
  return inWords(() => read(question))
}

/** Writes the report to a tab of its own. @returns The tab's name. */
export function writeComplaintReport(question: ReportQuestion): string {
  return inWords(() => write(question))
}
