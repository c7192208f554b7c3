import type { Match } from '../../../core/customer-file/customer-index.ts'
import { newColumn } from '../../../core/customer-file/proposed-columns.ts'
import { fieldsOf } from '../../../core/tabs/tab-fields.ts'
import type { TabColumn } from '../../customer-file/customer-columns.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { Select } from '../kit/parts.tsx'
import { columnName } from './column-name.ts'
import type { ImportRows } from './read-rows.ts'

const text = messages.customerFileForm

/** Where the columns of an import go, and by what its rows find their customers. */
export function ColumnChoice(props: {
  source: ImportRows
  columns: readonly TabColumn[]
  keys: readonly (string | undefined)[]
  onKeys: (keys: (string | undefined)[]) => void
  match: Match
  onMatch: (match: Match) => void
}) {
  const { source, columns, keys } = props
  const open = columns.filter(({ computed }) => !computed).map(({ key }) => key)
  const closed = new Set(columns.filter(({ computed }) => computed).map(({ key }) => key))
  const targets = [...new Set([...open, ...fieldsOf('customers')])].filter((key) => !closed.has(key))
  const known = keys.filter((key) => key !== undefined).length
  const matches = (['customerId', 'email', 'phone'] as const).filter((match) => keys.includes(match))
  const put = (at: number, key: string) => {
    props.onKeys(keys.map((each, place) => (place === at ? key || undefined : each === key ? undefined : each)))
  }
  return (
    <>
      {matches.length > 0 && (
        <Select
          label={text.match}
          value={props.match}
          options={matches.map((match) => [match, text.matches[match]])}
          hint={text.matchHint[props.match]}
          onChange={(match) => props.onMatch(match as Match)}
        />
      )}
      <Section title={text.columns} count={text.recognised({ known, of: keys.length })} open={known < keys.length}>
        <p class="soft">{text.columnsWhy}</p>
        {source.header.map((header, at) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are, and two may have one heading.
            key={at}
            label={header || `#${at + 1}`}
            value={keys[at] ?? ''}
            hint={exampleOf(source, at)}
            options={[
              ['', text.leaveOut],
              ...targets.map((key) => [key, columnName(key, columns)] as const),
              ...(header && !targets.includes(newColumn(header))
                ? [[newColumn(header), text.newColumn(header)] as const]
                : []),
            ]}
            onChange={(key) => put(at, key)}
          />
        ))}
      </Section>
    </>
  )
}

function exampleOf({ rows }: ImportRows, at: number): string | undefined {
  const cell = rows.find((row) => String(row[at] ?? '').trim() !== '')?.[at]
  return cell === undefined ? undefined : text.example(String(cell).slice(0, 60))
}
