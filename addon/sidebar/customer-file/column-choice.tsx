import { useState } from 'preact/hooks'
import type { Match } from '../../../core/customer-file/customer-index.ts'
import { newColumn } from '../../../core/customer-file/proposed-columns.ts'
import { fieldsOf } from '../../../core/tabs/tab-fields.ts'
import type { TabColumn } from '../../customer-file/customer-columns.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { Notice, Select } from '../kit/parts.tsx'
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
  const [begun] = useState(keys)
  const places = keys.map((_, at) => at)
  const taken = places.filter((at) => begun[at] !== undefined)
  const left = places.filter((at) => begun[at] === undefined)
  const isNamed = keys.includes('customer') || keys.includes('customerId')
  const matches = (['customerId', 'email', 'phone'] as const).filter((match) => keys.includes(match))
  const put = (at: number, key: string) => {
    props.onKeys(keys.map((each, place) => (place === at ? key || undefined : each === key ? undefined : each)))
  }
  const choice = (at: number) => {
    const header = source.header[at] ?? ''
    const isNew = header !== '' && !targets.includes(newColumn(header))
    return (
      <Select
        key={at}
        label={header || `#${at + 1}`}
        value={keys[at] ?? ''}
        hint={exampleOf(source, at)}
        options={[
          ['', text.leaveOut],
          ...targets.map((key) => [key, columnName(key, columns)] as const),
          ...(isNew ? [[newColumn(header), text.newColumn(header)] as const] : []),
        ]}
        onChange={(key) => put(at, key)}
      />
    )
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
      {!isNamed && <Notice kind="warn">{text.noNameColumn}</Notice>}
      {taken.length > 0 && (
        <Section title={text.columns} count={taken.length} open={!isNamed}>
          <p class="soft">{text.columnsWhy}</p>
          {taken.map(choice)}
        </Section>
      )}
      {left.length > 0 && (
        <Section title={text.columnsLeft} count={left.length} open={!isNamed}>
          <p class="soft">{text.columnsLeftWhy}</p>
          {left.map(choice)}
        </Section>
      )}
    </>
  )
}

function exampleOf({ rows }: ImportRows, at: number): string | undefined {
  const cell = rows.find((row) => String(row[at] ?? '').trim() !== '')?.[at]
  return cell === undefined ? undefined : text.example(String(cell).slice(0, 60))
}
