import { useId, useState } from 'preact/hooks'
import type { GivenArgument } from '../../functions-form/given-call.ts'
import { columnLetters } from '../../sheet/column-letters.ts'
import { messages } from '../kit/language.ts'
import { Field as Labelled } from '../kit/parts.tsx'
import { columnsOf, type Field, type Tab } from './fields.ts'
import { language } from './language-key.ts'

const text = messages.functionsForm
const TYPED = 'typed'

type Props = { field: Field; tabs: Tab[]; value: GivenArgument; onChange: (value: GivenArgument) => void }

/** Asks for one argument: a column by its heading, several neighbours, or something typed. */
export function ArgumentField(props: Props) {
  const { field, value } = props
  const { name, text: hint } = field.parameter
  const [typing, setTyping] = useState(!field.columns || ('typed' in value && value.typed !== ''))
  const typed = !field.columns || (typing && 'typed' in value)
  return (
    <>
      {field.columns && <ColumnSelect {...props} typing={typed} onTyping={setTyping} hint={hint[language]} />}
      {field.wide && 'sheet' in value && <LastColumn {...props} value={value} />}
      {typed && (
        <TypedField
          {...props}
          label={field.columns ? text.typed(name) : name}
          hint={field.columns ? text.typedHint : hint[language]}
        />
      )}
    </>
  )
}

function ColumnSelect(props: Props & { typing: boolean; onTyping: (typing: boolean) => void; hint: string }) {
  const { field, tabs, value, onChange } = props
  const key = 'sheet' in value ? keyOf(value.sheet, value.column) : props.typing ? TYPED : ''
  const choose = (chosen: string) => {
    props.onTyping(chosen === TYPED)
    const [sheet = '', column] = chosen.split('\n')
    onChange(column ? columnsOf(field, sheet, Number(column), 1) : { typed: '' })
  }
  return (
    <Labelled label={field.parameter.name} hint={props.hint}>
      {(id) => (
        <select id={id} value={key} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{field.parameter.optional ? text.leftOut : text.choose}</option>
          <option value={TYPED}>{text.typeIt}</option>
          {tabs.map((tab) => (
            <optgroup key={tab.name} label={tab.name}>
              {tab.header.map((_, at) => (
                <option key={keyOf(tab.name, at + 1)} value={keyOf(tab.name, at + 1)}>
                  {headingOf(tab, at + 1)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Labelled>
  )
}

function LastColumn({ field, tabs, value, onChange }: Props & { value: Extract<GivenArgument, { sheet: string }> }) {
  const tab = tabs.find(({ name }) => name === value.sheet)
  const rest = tab?.header.slice(value.column - 1) ?? []
  return (
    <Labelled label={text.through(field.parameter.name)}>
      {(id) => (
        <select
          id={id}
          value={String(value.columns)}
          onChange={(event) => onChange({ ...value, columns: Number(event.currentTarget.value) })}
        >
          {rest.map((_, at) => (
            <option key={columnLetters(value.column + at)} value={String(at + 1)}>
              {tab && headingOf(tab, value.column + at)}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

function TypedField({ field, value, onChange, label, hint }: Props & { label: string; hint: string }) {
  const list = useId()
  return (
    <Labelled label={label} hint={hint}>
      {(id) => (
        <>
          <input
            id={id}
            list={field.choices.length > 0 ? list : undefined}
            value={'typed' in value ? value.typed : ''}
            onInput={(event) => onChange({ typed: event.currentTarget.value })}
          />
          {field.choices.length > 0 && (
            <datalist id={list}>
              {field.choices.map((choice) => (
                <option key={choice} value={choice} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Labelled>
  )
}

function keyOf(sheet: string, column: number): string {
  return `${sheet}\n${column}`
}

function headingOf(tab: Tab, column: number): string {
  const heading = tab.header[column - 1]
  return heading ? `${columnLetters(column)}: ${heading}` : columnLetters(column)
}
