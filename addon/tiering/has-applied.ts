import { readFields } from '../sheet/reading/read-fields.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'

/** Whether scores and tiers of a standard were ever written, by a run or by a published round: both keep their parts. */
export function hasApplied(standard: string): boolean {
  const read = readFields('scoreParts', () => ['standard'])
  if (!read) return false
  const { text } = rowReader(read)
  return read.rows.some((line) => text(line, 'standard') === standard)
}
