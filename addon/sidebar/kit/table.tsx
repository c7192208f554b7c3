import type { ComponentChildren } from 'preact'

type Column<Row> = {
  label: string
  /** Numbers stand at the right, digit under digit. */
  number?: boolean
  cell: (row: Row) => ComponentChildren
}
type Props<Row> = {
  /** What the table tells, in a few words; it stands above it. */
  caption: string
  /** The caption is for screen readers alone, where a heading says the same. */
  captionUnseen?: boolean
  columns: Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string | number
}

/** A table that scrolls by itself where it is wider than the sidebar; its first column names the row. */
export function Table<Row>({ caption, captionUnseen, columns, rows, keyOf }: Props<Row>) {
  const side = (column: Column<Row>) => (column.number ? 'number' : '')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="scroll" aria-label={caption} tabIndex={0}>
      <table>
        <caption class={captionUnseen ? 'unseen' : ''}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" class={side(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, at) =>
                at === 0 ? (
                  <th key={column.label} scope="row" class={side(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.label} class={side(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
