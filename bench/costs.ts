import { writeFile } from 'node:fs/promises'
import { month } from './costs/months.ts'
import { pages } from './costs/page.ts'
import { measuredUnits } from './costs/units.ts'

/** Measures what each act asks of DynamoDB and tells what a month costs; `--write` writes the pages about it. */
export async function costs() {
  const units = await measuredUnits()
  if (process.argv.includes('--write')) {
    for (const [file, text] of Object.entries(pages(units))) await writeFile(file, text)
  }
  return { '10 teams, $ a month': month(units, 10), '10,000 teams, $ a month': month(units, 10_000) }
}
