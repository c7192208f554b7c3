import { writeReport } from '../tiering/write-report.ts'
import { userMessages } from '../user-language.ts'

/** Writes rows that were not imported, with their numbers and reasons before their own cells, to a tab. @returns Its name. */
export function writeRejectedRows(name: string, header: string[], rows: string[][]): string {
  const { row, why } = userMessages().tabImport.rejectedHeader
  return writeReport({ name, header: [row, why, ...header], rows })
}
