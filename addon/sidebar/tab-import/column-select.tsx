import type { PlainCell } from '../../../core/customer-file/customer-table.ts'
import { messages } from '../kit/language.ts'
import { Select } from '../kit/parts.tsx'

const text = messages.tabImport
const LONGEST = 60

/** Chooses the column that holds something, by its heading, with the first of what is in it. */
export function ColumnSelect(props: {
  label: string
  header: readonly string[]
  rows: readonly (readonly PlainCell[])[]
  value: number | undefined
  onChange: (position: number | undefined) => void
}) {
  const { header, rows, value } = props
  const example = rows.find((row) => value !== undefined && String(row[value] ?? '').trim() !== '')?.[value ?? 0]
  const columns = header.flatMap((name, at) =>
    name === '' && at !== value ? [] : [[String(at), name || `#${at + 1}`] as const],
  )
  return (
    <Select
      label={props.label}
      value={value === undefined ? '' : String(value)}
      options={[['', text.noColumn], ...columns]}
      hint={example === undefined ? undefined : text.example(String(example).slice(0, LONGEST))}
      onChange={(at) => props.onChange(at === '' ? undefined : Number(at))}
    />
  )
}
