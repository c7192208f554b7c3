import type { EntryFormat, EntryRule } from '../../../core/entry-standard/entry-rule.ts'
import type { AskedField } from '../../entry-standard/entry-setup.ts'
import { Checkbox } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { Button, Notice, Select, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { inBrief } from './rule-words.ts'

const text = messages.entryForm

/** The rule of one field, folded away behind what it says. */
export function RuleFields(props: {
  asked: AskedField
  rule: EntryRule | undefined
  /** Whether its list was found blank. */
  invalid: boolean
  onChange: (rule: EntryRule) => void
}) {
  const { asked, onChange } = props
  const rule = props.rule ?? { field: asked.field, required: false, format: '', allowed: [] }
  const { busy, problem, run } = useAction()
  const take = () =>
    run(async () => {
      const allowed = await server.entryValues(asked.field)
      if (allowed.length === 0) throw new Error(text.noValues)
      onChange({ ...rule, allowed })
    })
  return (
    <Section title={asked.label} count={inBrief(rule)}>
      <Checkbox
        label={text.required}
        hint={asked.hasColumn ? undefined : text.noColumn}
        value={rule.required}
        onChange={(required) => onChange({ ...rule, required })}
      />
      <Select
        label={text.format}
        value={rule.format}
        options={Object.entries(text.formats)}
        onChange={(format) => onChange({ ...rule, format: format as EntryFormat })}
      />
      {rule.format === 'list' && (
        <>
          <TextField
            label={text.values}
            invalid={props.invalid}
            long
            value={rule.allowed.join('\n')}
            onChange={(values) => onChange({ ...rule, allowed: values.split('\n') })}
          />
          <div class="actions">
            <Button disabled={busy || !asked.hasColumn} onClick={take}>
              {text.takeValues}
            </Button>
          </div>
          {problem && <Notice kind="bad">{problem}</Notice>}
        </>
      )}
    </Section>
  )
}
