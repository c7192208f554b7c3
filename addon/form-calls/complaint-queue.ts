import { type ComplaintPage, listedComplaints as list } from '../complaint/queue.ts'
import { inWords } from '../user-language.ts'

/** A page of complaints, most urgent first. */
export function listedComplaints(query: string): ComplaintPage {
  return inWords(() => list(query))
}
