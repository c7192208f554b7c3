import { useState } from 'preact/hooks'
import { neededFields } from '../../../core/tabs/needed-fields.ts'
import { recognisedColumns } from '../../../core/tabs/recognised-columns.ts'
import { fieldsOf } from '../../../core/tabs/tab-fields.ts'
import type { SetUp, TabChoice } from '../../set-up/set-up.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { Select } from '../kit/parts.tsx'

const text = messages.setUpForm
const MAKE = '\0make'
/** As the script reads it: the field is to get a column of its own. */
const NEW_COLUMN = -1

/** One kind of tab: which of the team's it is, and which of its columns hold what. */
export function TabColumns(props: {
  sheets: SetUp['sheets']
  choice: TabChoice
  onChange: (choice: TabChoice) => void
}) {
  const { sheets, choice, onChange } = props
  const { kind } = choice
  const words = messages.tabs[kind]
  const header = sheets.find(({ name }) => name === choice.sheet)?.header
  const fields: readonly string[] = fieldsOf(kind)
  const found = fields.filter((field) => choice.columns[field] !== undefined).length
  const missing = neededFields[kind].filter((field) => choice.columns[field] === undefined)
  const headers: Record<string, string> = words.headers

  const choose = (value: string) => {
    const sheet = value === MAKE ? '' : value
    const chosen = sheets.find(({ name }) => name === sheet)
    onChange({ kind, sheet, make: value === MAKE, columns: chosen ? recognisedColumns(chosen.header, kind) : {} })
  }

  return (
    <>
      <Select
        label={words.name}
        value={choice.make ? MAKE : choice.sheet}
        options={[
          ...(kind === 'customers' ? [] : [['', text.none] as const]),
          [MAKE, text.make],
          ...sheets.map(({ name }) => [name, name] as const),
        ]}
        hint={header && text.recognised({ found, missing: missing.map((field) => headers[field]).join(', ') })}
        onChange={choose}
      />
      {header && <FieldSelects key={choice.sheet} header={header} choice={choice} onChange={onChange} />}
    </>
  )
}

/**
 * One chooser a field, those with a column first and what is neither there nor needed folded away; unfolded where the
 * tab lacked something when it was chosen.
 */
function FieldSelects(props: { header: string[]; choice: TabChoice; onChange: (choice: TabChoice) => void }) {
  const { header, choice, onChange } = props
  const words: Record<string, string> = messages.tabs[choice.kind].headers
  const fields: readonly string[] = fieldsOf(choice.kind)
  const [begun] = useState(choice)
  const place = (field: string) => begun.columns[field] ?? Number.POSITIVE_INFINITY
  const change = (field: string, value: string) => {
    const { [field]: _, ...others } = choice.columns
    onChange({ ...choice, columns: value === '' ? others : { ...others, [field]: Number(value) } })
  }
  const needed: readonly string[] = neededFields[choice.kind]
  const isShown = (field: string) => begun.columns[field] !== undefined || needed.includes(field)
  const others = fields.filter((field) => !isShown(field))
  const select = (field: string) => (
    <Select
      key={field}
      label={words[field] ?? field}
      value={String(choice.columns[field] ?? '')}
      options={[
        ['', text.noColumn],
        ...(choice.kind === 'customers' && field === 'customerId' ? [[String(NEW_COLUMN), text.newIds] as const] : []),
        ...header.flatMap((name, position) => (name === '' ? [] : [[String(position), name] as const])),
      ]}
      onChange={(value) => change(field, value)}
    />
  )
  return (
    <Section title={text.columnsOf(choice.sheet)} open={needsMore(begun)}>
      {fields
        .filter(isShown)
        .sort((a, b) => place(a) - place(b))
        .map(select)}
      {others.length > 0 && (
        <Section title={text.otherFields} count={others.length} open={needsMore(begun)}>
          {others.map(select)}
        </Section>
      )}
    </Section>
  )
}

function needsMore({ kind, columns }: TabChoice): boolean {
  return neededFields[kind].some((field) => columns[field] === undefined)
}
