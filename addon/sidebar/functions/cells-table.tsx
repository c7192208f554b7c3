import type { ShownCell } from '../../reference/reference.ts'
import { shownText } from '../../reference/shown-text.ts'
import { columnLetters } from '../../sheet/column-letters.ts'

/** Cells as a sheet shows them, with letters above and row numbers beside. */
export function CellsTable({ cells, from = 0, label }: { cells: ShownCell[][]; from?: number; label: string }) {
  const width = cells[0]?.length ?? 0
  const letters = Array.from({ length: width }, (_, at) => columnLetters(from + at + 1))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="cells" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th />
            {letters.map((letter) => (
              <th key={letter}>{letter}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
            <tr key={at} class={at === 0 && row.every((cell) => typeof cell === 'string') ? 'headings' : ''}>
              <th>{at + 1}</th>
              {letters.map((letter, column) => (
                <td key={letter} class={typeof row[column] === 'number' ? 'number' : ''}>
                  {shownText(row[column] ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
