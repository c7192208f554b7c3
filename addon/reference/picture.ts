import { bars } from './picture/bars.ts'
import { heat } from './picture/heat.ts'
import { lines } from './picture/lines.ts'
import type { ShownCell } from './reference.ts'
import type { WorkedExample } from './worked-example.ts'

/** A result drawn as SVG, its first row the headings. */
export function drawn(picture: NonNullable<WorkedExample['picture']>, result: ShownCell[][]): string {
  if (picture.kind === 'heat') return heat(result, picture.from)
  const [header = [], ...rows] = result
  const values = picture.values.map((column) => ({
    name: String(header[column] ?? ''),
    values: rows.map((row) => (typeof row[column] === 'number' ? row[column] : undefined)),
  }))
  const labels = rows.map((row) => row[picture.labels] ?? '')
  return picture.kind === 'bars' ? bars(labels, values) : lines(labels, values)
}
