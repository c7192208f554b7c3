import type { GivenArgument } from '../../functions-form/given-call.ts'
import { messages } from '../kit/language.ts'
import { ArgumentField } from './argument-field.tsx'
import type { Field, Tab } from './fields.ts'

type Props = { fields: Field[]; tabs: Tab[]; given: GivenArgument[]; onChange: (given: GivenArgument[]) => void }

/** Asks for every argument: those that must be given first, the others folded away. */
export function ArgumentFields({ fields, tabs, given, onChange }: Props) {
  const asked = (field: Field, at: number) => (
    <ArgumentField
      key={field.parameter.name}
      field={field}
      tabs={tabs}
      value={given[at] as GivenArgument}
      onChange={(value) => onChange(given.map((each, index) => (index === at ? value : each)))}
    />
  )
  return (
    <>
      {fields.map((field, at) => !field.parameter.optional && asked(field, at))}
      {fields.some(({ parameter }) => parameter.optional) && (
        <details class="part">
          <summary>{messages.functionsForm.options}</summary>
          <div class="part">{fields.map((field, at) => field.parameter.optional && asked(field, at))}</div>
        </details>
      )}
    </>
  )
}
