import type { ImportDecisions } from '../../../core/customer-file/import-changes.ts'
import type { ColumnCounts } from '../../../core/customer-file/plan-counts.ts'
import type { TabColumn } from '../../customer-file/customer-columns.ts'
import { messages } from '../kit/language.ts'
import { Table } from '../kit/table.tsx'
import { columnName } from './column-name.ts'

const text = messages.customerFileForm

/** For each column that an import would change: whether to fill its blanks, and whether to overwrite the rest. */
export function DecisionTable(props: {
  counts: readonly ColumnCounts[]
  columns: readonly TabColumn[]
  decisions: ImportDecisions
  onDecide: (decisions: ImportDecisions) => void
}) {
  const { counts, columns, decisions } = props
  if (counts.length === 0) return null
  const decide = (what: 'fill' | 'overwrite', key: string, yes: boolean) => {
    const keys = new Set(decisions[what])
    if (yes) keys.add(key)
    else keys.delete(key)
    props.onDecide({ ...decisions, [what]: keys })
  }
  const box = (what: 'fill' | 'overwrite', { key, ...count }: ColumnCounts) => {
    const column = columnName(key, columns)
    const say = what === 'fill' ? text.fillLabel : text.overwriteLabel
    return (
      count[what] > 0 && (
        <label class="decision" title={say({ column, cells: count[what] })}>
          <input
            type="checkbox"
            aria-label={say({ column, cells: count[what] })}
            checked={decisions[what].has(key)}
            onChange={(event) => decide(what, key, event.currentTarget.checked)}
          />
          {count[what]}
        </label>
      )
    )
  }
  return (
    <>
      <h2>{text.what}</h2>
      <p class="soft">{text.whatWhy}</p>
      <Table
        caption={text.what}
        captionUnseen
        rows={counts}
        keyOf={({ key }) => key}
        columns={[
          { label: text.columnName, cell: ({ key }) => columnName(key, columns) },
          { label: text.fill, cell: (count) => box('fill', count) },
          { label: text.overwrite, cell: (count) => box('overwrite', count) },
        ]}
      />
    </>
  )
}
